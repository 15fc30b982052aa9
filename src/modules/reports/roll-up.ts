import type { Context } from '#platform/context.ts';
import { defineJob } from '#platform/jobs.ts';
import { tell } from '#platform/news.ts';
import { addDays } from '#platform/time.ts';
import {
  addDeltas,
  addUncounted,
  allowLongStatements,
  deleteEmpty,
  type Deviation,
  hasDaysAfter,
  insertUncounted,
  lockRollUp,
  replaceAll,
  selectAncestors,
  selectDeviations,
  selectMostStatements,
  type UnitDay,
} from './roll-up-store.ts';
import type { ReportTables } from './tables.ts';

type Ctx = Context<ReportTables>;

/** Counts the answers that have come in since the last time. */
export const rollUpNewAnswers = defineJob<object>('rollUpNewAnswers');

/** A reaction to new answers: they are counted soon after the commit. */
export async function noteNewAnswers(ctx: Ctx, answers: readonly string[]): Promise<void> {
  await insertUncounted(ctx, answers);
  await ctx.plan(rollUpNewAnswers({}));
}

// So many are counted in some tenths of a second.
const MOST_AT_ONCE = 20_000;

/** Adds the new answers to what has been counted, and tells of the nodes whose figures changed. */
export async function rollUpNew(ctx: Ctx): Promise<void> {
  await lockRollUp(ctx);
  const { taken, nodes } = await addUncounted(ctx, await selectMostStatements(ctx), MOST_AT_ONCE);
  if (taken === MOST_AT_ONCE) await ctx.plan(rollUpNewAnswers({}));
  if (nodes.length > 0) await tell(ctx, 'figures', nodes);
}

/** Recounts these units' days (`[node, YYYY-MM-DD]`). Repeating it changes nothing. */
export const rollUpUnitDays = defineJob<{ unitDays: readonly UnitDay[] }>('rollUpUnitDays');

/**
 * Recounts the unit-days of all the waiting jobs at once and tells of the nodes whose figures changed. The number of
 * statements is the same however many unit-days there are.
 */
export async function rollUp(
  ctx: Ctx,
  batch: readonly { unitDays: readonly UnitDay[] }[],
): Promise<void> {
  const unitDays = batch.flatMap((job) => job.unitDays);
  if (unitDays.length === 0) return;
  await lockRollUp(ctx);
  const { changed, shrunk } = await addDeltas(ctx, unitDays, await selectMostStatements(ctx));
  if (shrunk) await deleteEmpty(ctx, unitDays);
  if (changed) await tell(ctx, 'figures', await selectAncestors(ctx, unitDays));
}

/**
 * A reaction to a move. What has been rolled up stays, as the days until `lastDay` still count to the old place; only
 * what came in around midnight, on a day that belongs to the new one already, is counted anew. From here until the
 * move's commit nothing is rolled up, so nothing is added to the wrong place.
 */
export async function rollUpMoved(
  ctx: Ctx,
  { nodes, lastDay }: { nodes: readonly string[]; lastDay: string },
): Promise<void> {
  await lockRollUp(ctx);
  if (!(await hasDaysAfter(ctx, nodes, lastDay))) return;
  await allowLongStatements(ctx);
  await replaceAll(ctx, await selectMostStatements(ctx), addDays(lastDay, 1));
}

/** Where the roll-up differs from the answers; nothing = it is equal, as it always must be. */
export async function recount(ctx: Ctx): Promise<Deviation[]> {
  await allowLongStatements(ctx);
  return selectDeviations(ctx, await selectMostStatements(ctx));
}

/** Makes the whole roll-up anew from the answers. */
export async function rebuild(ctx: Ctx): Promise<void> {
  await lockRollUp(ctx);
  await allowLongStatements(ctx);
  await replaceAll(ctx, await selectMostStatements(ctx));
}
