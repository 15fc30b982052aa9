import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { ZONE } from '#platform/time.ts';
import type { Retention, RetentionKind } from './contract.ts';
import type { OldDataOf } from './remove-old-data.ts';
import { checkDays, endOfTime, readSettings } from './settings.ts';
import type { RetentionTables } from './tables.ts';

type Ctx = Context<RetentionTables>;

/** When old data is removed every day, in Helsinki. `main/schedule.ts` plans it by this. */
export const REMOVAL_TIME = { hour: 3, minute: 17 } as const;

/** For how long each kind is kept, and what the next removal takes. */
export async function readRetention(ctx: Ctx, dataOf: OldDataOf): Promise<Retention> {
  const next = nextRemoval(ctx.now());
  const kinds: Retention['kinds'] = [];
  for (const setting of await readSettings(ctx)) {
    const before = endOfTime(next, setting.days);
    const rows = await dataOf[setting.kind].count(ctx, before);
    kinds.push({ ...setting, before: before.toISOString(), rows });
  }
  return { last: await lastRemoval(ctx), next: next.toISOString(), kinds };
}

/** How many would go at the next removal if a kind were kept for so many days. @throws AppError `invalid`. */
export async function previewRetention(
  ctx: Ctx,
  dataOf: OldDataOf,
  { kind, days }: { kind: RetentionKind; days: number },
): Promise<{ rows: number }> {
  checkDays(kind, days);
  return { rows: await dataOf[kind].count(ctx, endOfTime(nextRemoval(ctx.now()), days)) };
}

function nextRemoval(now: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  const today = here.startOfDay().with(REMOVAL_TIME);
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 });
  return new Date(next.epochMilliseconds);
}

// Each removal writes an entry into the audit log, even when there was nothing to remove.
async function lastRemoval(ctx: Ctx): Promise<string | null> {
  const { rows } = await sql<{ at: Date }>`
    select at from audit_entry where county_id = ${ctx.county} and action = 'retention.removeOld'
      and at > ${endOfTime(ctx.now(), 30)} order by at desc limit 1`.execute(ctx.db);
  return rows[0]?.at.toISOString() ?? null;
}
