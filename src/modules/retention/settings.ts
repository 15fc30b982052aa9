import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { dayOf } from '#platform/time.ts';
import { RETENTION_KINDS, RETENTION_LIMITS, type RetentionKind } from './contract.ts';
import type { RetentionTables } from './tables.ts';

type Ctx = Context<RetentionTables>;

/** For how long a kind is kept. */
export interface RetentionSetting {
  readonly kind: RetentionKind;
  readonly days: number;
  readonly changedOn: string | null;
}

/** The setting of every kind: the county's own, else the product's. */
export async function readSettings(ctx: Ctx): Promise<RetentionSetting[]> {
  const rows = await ctx.db
    .selectFrom('retention_setting')
    .select(['kind', 'days', 'changed_at'])
    .where('county_id', '=', ctx.county)
    .execute();
  return RETENTION_KINDS.map((kind) => {
    const own = rows.find((row) => row.kind === kind);
    return {
      kind,
      days: own?.days ?? RETENTION_LIMITS[kind].standard,
      changedOn: own ? dayOf(own.changed_at) : null,
    };
  });
}

/** Keeps a kind for so many days from now on. @throws AppError `invalid` outside what is allowed. */
export async function changeSetting(ctx: Ctx, kind: RetentionKind, days: number): Promise<void> {
  checkDays(kind, days);
  const change = { days, changed_at: ctx.now() };
  await ctx.db
    .insertInto('retention_setting')
    .values({ county_id: ctx.county, kind, ...change })
    .onConflict((conflict) => conflict.columns(['county_id', 'kind']).doUpdateSet(change))
    .execute();
}

/** @throws AppError `invalid` when a kind may not be kept for so many days. */
export function checkDays(kind: RetentionKind, days: number): void {
  const { least, most } = RETENTION_LIMITS[kind];
  if (days >= least && days <= most) return;
  const fault =
    days < least
      ? { pointer: '/days', code: 'too-small-number', params: { limit: least } }
      : { pointer: '/days', code: 'too-big-number', params: { limit: most } };
  throw new AppError('invalid', 'input-invalid', { faults: [fault] });
}

const DAY_MS = 86_400_000;

/** What is older than this has been kept for long enough. */
export const endOfTime = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);
