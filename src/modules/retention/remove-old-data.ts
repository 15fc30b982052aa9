import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { defineJob } from '#platform/jobs.ts';
import type { OldData } from '#platform/retention.ts';
import type { RetentionKind } from './contract.ts';
import { endOfTime, readSettings } from './settings.ts';
import type { RetentionTables } from './tables.ts';

/** Removes what has been kept for long enough, of every kind. */
export const removeOldData = defineJob<Record<string, never>>('removeOldData');

/** What of each kind can be old: given by the composition, as each module knows its own. */
export type OldDataOf = Readonly<Record<RetentionKind, OldData>>;

const PORTION = 5_000;

/**
 * The job. It takes a portion of each kind in a transaction of its own and plans itself again while there is more, so
 * that nobody waits for it. Doing it twice, or in two processes, removes nothing more.
 */
export const removeOld =
  (dataOf: OldDataOf, portion = PORTION) =>
  async (ctx: Context<RetentionTables>): Promise<void> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`retention ${ctx.county}`}, 0))`.execute(
      ctx.db,
    );
    await sql`select set_config('statement_timeout', '0', true)`.execute(ctx.db);
    const removed: Record<string, number> = {};
    for (const { kind, days } of await readSettings(ctx)) {
      const count = await dataOf[kind].remove(ctx, endOfTime(ctx.now(), days), portion);
      if (count > 0) removed[kind] = count;
    }
    await ctx.audit({ action: 'retention.removeOld', detail: removed });
    if (Object.values(removed).includes(portion)) await ctx.plan(removeOldData({}));
  };
