import type { Context } from '#platform/context.ts';
import { defineJob } from '#platform/jobs.ts';
import { tell } from '#platform/news.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { selectStays } from './answer-rows-store.ts';
import { answersIn, type Counts } from './counts.ts';
import { figureOf, LIMITS, sampleOf } from './figure.ts';
import { closedMonths, daysOfMonth } from './period.ts';
import type { Measure } from './protection.ts';
import {
  insertPublished,
  lockPublication,
  type Published,
  selectFamilies,
  selectMonth,
  selectNow,
  selectUnpublished,
} from './published-store.ts';
import { type InstrumentSet } from './instrument.ts';
import { selectSets } from './report-store.ts';
import { readStaffHiding } from './row-protection.ts';
import { countsOfMeasure, scaleOf, sizeOf } from './sheet.ts';
import { type Family, hideInTree } from './suppression.ts';
import type { ReportTables } from './tables.ts';

type Ctx = Context<ReportTables>;

/** For so many days after its end a month waits for late answers. */
export const DAYS_OF_GRACE = 7;

const MOST_MONTHS = 24;

/** Publishes the months that are due. Repeating it changes nothing. */
export const publishDueMonths = defineJob<Record<string, never>>('publishDueMonths');

/** Publishes every month that ended a week ago or earlier and has not been published: once, and for good. */
export async function publishMonths(ctx: Ctx): Promise<void> {
  await lockPublication(ctx);
  // What is published stays, so a clock that is ahead publishes nothing: the database must have come as far.
  const now = new Date(Math.min(ctx.now().getTime(), (await selectNow(ctx)).getTime()));
  const closed = addDays(dayOf(now), -1 - DAYS_OF_GRACE);
  const months = await selectUnpublished(ctx, closedMonths(closed, MOST_MONTHS));
  if (months.length === 0) return;
  const families = await selectFamilies(ctx);
  const stays = await selectStays(ctx);
  const sets = await selectSets(ctx);
  for (const month of months) {
    const period = daysOfMonth(month);
    const rows = [];
    for (const [id, counted] of Map.groupBy(await selectMonth(ctx, month), ({ set }) => set)) {
      const version = sets.find((set) => set.id === id);
      if (!version) continue;
      const hidden = await readStaffHiding(ctx, { families, stays, period, version });
      const counts = new Map(counted.map((row) => [row.node, row.counts]));
      rows.push(...publishSet(version, families, counts, hidden));
    }
    await insertPublished(ctx, month, rows);
  }
  await tell(ctx, 'public', []);
}

/**
 * What everybody may know of one version of a set in one month, over the whole tree at once. What the staff's reports hide
 * is hidden here too, so that neither tells anything that the other one keeps back.
 */
export function publishSet(
  set: InstrumentSet,
  families: readonly Family[],
  counts: ReadonlyMap<string, Counts>,
  hiddenFromStaff: (measure: Measure) => ReadonlySet<string>,
): { node: string; set: string; figures: Published }[] {
  const protect = (measure: Measure, before?: ReadonlySet<string>): ReadonlySet<string> => {
    const size = (node: string): number => sizeOf(counts.get(node) ?? [], measure);
    return hideInTree(
      families,
      (node) => [size(node)],
      LIMITS.public,
      new Set([...(before ?? []), ...hiddenFromStaff(measure), ...unsound(families, size)]),
    );
  };
  const few = protect({ kind: 'answers', set: set.id });
  const measures: Measure[] = [
    ...(set.asksRecommendation ? [{ kind: 'recommendation', set: set.id } as const] : []),
    ...set.statements.map((_, place) => ({ kind: 'statement', set: set.id, place }) as const),
  ];
  const hidden = new Map(measures.map((measure) => [measure, protect(measure, few)]));
  const nodes = new Set(families.flatMap(({ parent, children }) => [parent, ...children]));
  return [...nodes]
    .filter((node) => !few.has(node) && answersIn(counts.get(node) ?? []) >= LIMITS.public)
    .map((node) => {
      const figure = (measure: Measure) =>
        hidden.get(measure)!.has(node)
          ? ({ state: 'few' } as const)
          : figureOf(
              sampleOf(countsOfMeasure(counts.get(node) ?? [], measure), scaleOf(measure)),
              scaleOf(measure),
              LIMITS.public,
            );
      const shown = measures.map((measure) => [measure, figure(measure)] as const);
      const recommendation = shown.find(([{ kind }]) => kind === 'recommendation');
      const statements = shown.flatMap(([measure, each]) =>
        measure.kind === 'statement' ? [[set.statements[measure.place]!.code, each] as const] : [],
      );
      const figures = {
        answers: answersIn(counts.get(node) ?? []),
        ...(recommendation && { recommendation: recommendation[1] }),
        statements: Object.fromEntries(statements),
      };
      return { node, set: set.id, figures };
    });
}

/**
 * Children whose people are not just those of the node above, because one of them was moved in the middle of the month:
 * what cannot be protected is not shown.
 */
function unsound(families: readonly Family[], size: (node: string) => number): string[] {
  return families.flatMap(({ parent, children }) =>
    children.reduce((sum, child) => sum + size(child), 0) === size(parent) ? [] : children,
  );
}
