import { type RawBuilder, sql } from 'kysely';
import type { OldData } from './retention.ts';

/** Jobs that have been done or given up. They belong to the queue and to no county. */
export const finishedJobs: OldData = {
  async count(ctx, before) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pgboss.job where ${areFinished(before)}`.execute(ctx.db);
    return rows[0]!.n;
  },
  async remove(ctx, before, limit) {
    const { numAffectedRows } = await sql`
      delete from pgboss.job where (name, id) in (select name, id from pgboss.job where ${areFinished(before)} limit ${limit})`.execute(
      ctx.db,
    );
    return Number(numAffectedRows ?? 0);
  },
};

const areFinished = (before: Date): RawBuilder<unknown> =>
  sql`state in ('completed', 'cancelled', 'failed') and completed_on < ${before}`;
