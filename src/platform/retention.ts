import { sql } from 'kysely';
import type { AnyContext } from './context.ts';

/** Data of one kind that grows old: how much of it is older than a time, and its removal. */
export interface OldData {
  count(ctx: AnyContext, before: Date): Promise<number>;
  /** Removes at most `limit` and tells how many it were. */
  remove(ctx: AnyContext, before: Date, limit: number): Promise<number>;
}

/** The rows of a table whose `time` has passed: nothing else follows from their removal. */
export function oldRows(table: string, time: string): OldData {
  const [rows, at] = [sql.table(table), sql.ref(time)];
  return {
    async count(ctx, before) {
      const { rows: found } = await sql<{ n: number }>`
        select count(*) as n from ${rows} where county_id = ${ctx.county} and ${at} < ${before}`.execute(
        ctx.db,
      );
      return found[0]!.n;
    },
    async remove(ctx, before, limit) {
      const { numAffectedRows } = await sql`
        delete from ${rows} where county_id = ${ctx.county} and ctid in (
          select ctid from ${rows} where county_id = ${ctx.county} and ${at} < ${before} limit ${limit})`.execute(
        ctx.db,
      );
      return Number(numAffectedRows ?? 0);
    },
  };
}
