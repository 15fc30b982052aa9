import { accountOf, type Context } from '#platform/context.ts';
import { AppError, found } from '#platform/errors.ts';
import type { FeedbackTables } from './tables.ts';

type Ctx = Context<FeedbackTables>;

/** The node of a concern: whose permission is asked. @throws AppError `not-found`. */
export async function getNodeOfConcern(ctx: Ctx, concern: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('concern')
    .select('node_id')
    .where('county_id', '=', ctx.county)
    .where('id', '=', concern)
    .executeTakeFirst();
  return found(row, 'concern-not-found').node_id;
}

/** Marks a concern handled, with what was done. @throws AppError `conflict` when somebody has handled it already. */
export async function handleConcern(ctx: Ctx, concern: string, note: string): Promise<void> {
  await getNodeOfConcern(ctx, concern);
  const { numUpdatedRows } = await ctx.db
    .updateTable('concern')
    .set({ status: 'handled', handled_at: ctx.now(), handled_by: accountOf(ctx), note })
    .where('county_id', '=', ctx.county)
    .where('id', '=', concern)
    .where('status', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('conflict', 'concern-handled');
}
