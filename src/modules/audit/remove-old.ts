import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { OldData } from '#platform/retention.ts';
import { writeLink } from './chain.ts';
import { holdChain, removeUpTo, selectChain, selectLastBefore } from './chain-store.ts';
import type { AuditTables } from './tables.ts';

/**
 * Removes the oldest entries, at most `limit`, and tells how many. The chain then begins at the last one that was
 * removed: its number and hash stay, and an entry that is chained itself says so. What has no number yet stays.
 */
export async function removeOldEntries(
  ctx: Context<AuditTables>,
  before: Date,
  limit: number,
): Promise<number> {
  if (!(await holdChain(ctx))) return 0;
  const chain = await selectChain(ctx);
  const last = chain && (await selectLastBefore(ctx, chain.start.number, before, limit));
  if (!last) return 0;
  const removed = await removeUpTo(ctx, last);
  await ctx.audit({ action: 'audit.removeOld', detail: { removed, upTo: writeLink(last) } });
  return removed;
}

/** The entries of the log that are older than their time. */
export const oldEntries: OldData = {
  async count(ctx, before) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from audit_entry where county_id = ${ctx.county} and at < ${before} and number is not null`.execute(
      ctx.db,
    );
    return rows[0]!.n;
  },
  remove: removeOldEntries,
};
