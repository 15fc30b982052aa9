import type { AnyContext as Ctx } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import { type CellRow, sumMonthSizes, sumSizes, sumSizesApart } from './cell-store.ts';
import { addCounts, type Counts } from './counts.ts';
import { LIMITS } from './figure.ts';
import type { InstrumentSet } from './instrument.ts';
import { hideMoved, movedIn } from './moved.ts';
import { isWithin, type Period } from './period.ts';
import { type Column, type Measure, protect } from './protection.ts';
import { sumAround, windowColumns } from './read-sheet.ts';
import { type Part, partsOf, type Stay } from './stays.ts';
import type { Family } from './suppression.ts';

/** What must not be told of whom when the answers of a month are told one by one. */
export interface Hiding {
  readonly hidden: ReadonlySet<string>;
  readonly parts: readonly Part[];
  sizesOf(node: string): readonly number[];
  /** Whether the reports tell the channels of all its figures apart. */
  channelsApart(node: string): boolean;
}

interface Given {
  /** The whole tree from the top down. */
  readonly families: readonly Family[];
  readonly stays: readonly Stay[];
  readonly period: Period;
  readonly version: InstrumentSet;
}

const MONTH = 0;

/**
 * A row tells all that one person answered, so a node may be named only when every figure of it is shown: what any
 * report hides of the month is hidden, and covered over all figures together.
 */
export async function readHiding(ctx: Ctx, given: Given): Promise<Hiding> {
  const { families, period, version } = given;
  const columns = columnsOf(ctx, period);
  const parts = partsOf(given.stays, columns);
  const { sizes, sizesApart } = await readSizes(ctx, given, columns, parts);
  const sizesOf = sizesBy(sizes.filter((row) => row.period === MONTH));
  const measures = measuresOf(version, sizesOf(families[0]?.parent ?? ''));
  const limit = LIMITS.staff;
  const protection = protect({ sizes, sizesApart, columns, families, parts, limit });
  const shut = (how: 'together' | 'apart'): Set<string> =>
    new Set(measures.flatMap((measure) => [...protection[how](MONTH, measure)]));
  const seeds = shut('together');
  const hidden = hideMoved(families, movedIn(period, parts), { sizesOf, limit, seeds }).ids;
  const apart = shut('apart');
  return { hidden, parts, sizesOf, channelsApart: (node) => !apart.has(node) };
}

async function readSizes(
  ctx: Ctx,
  { families, period, version }: Given,
  columns: readonly Column[],
  parts: readonly Part[],
): Promise<{ sizes: CellRow[]; sizesApart: CellRow[] }> {
  const statements = version.statements.length;
  if (columns.length === 1 && parts.length === 0) {
    const month = { month: period.from, set: version.id, statements };
    return {
      sizes: await sumMonthSizes(ctx, month, 'together'),
      sizesApart: await sumMonthSizes(ctx, month, 'apart'),
    };
  }
  const read = async (sum: typeof sumSizes): Promise<CellRow[]> => {
    const rows = await sumAround({ families, parts }, columns, [...columns.keys()], (cells, all) =>
      sum(ctx, cells, all, statements),
    );
    return rows.filter(({ set }) => set === version.id);
  };
  return { sizes: await read(sumSizes), sizesApart: await read(sumSizesApart) };
}

/** The month, and the windows of today's reports that lie within it, beside which it must be safe to tell. */
function columnsOf(ctx: Ctx, period: Period): Column[] {
  const windows = windowColumns(dayOf(ctx.now()), 30).filter((window) => isWithin(window, period));
  return [{ kind: 'month', ...period }, ...windows];
}

/** The sizes of a node: its answers, the recommendation, each statement. */
function sizesBy(rows: readonly CellRow[]): (node: string) => readonly number[] {
  const byNode = new Map<string, Counts>();
  for (const { node, numbers } of rows)
    byNode.set(node, addCounts(byNode.get(node) ?? [], numbers));
  const nobody = (rows[0]?.numbers ?? [0]).map(() => 0);
  return (node) => byNode.get(node) ?? nobody;
}

/** What of a set anybody in the county answered that month. What nobody did needs no cover: its column is empty. */
function measuresOf(version: InstrumentSet, [, recommended, ...scored]: readonly number[]) {
  const set = version.id;
  const measures: Measure[] = [
    { kind: 'answers', set },
    ...(recommended ? [{ kind: 'recommendation', set } as const] : []),
    ...version.statements.flatMap((_, place) =>
      scored[place] ? [{ kind: 'statement', set, place } as const] : [],
    ),
  ];
  return measures;
}
