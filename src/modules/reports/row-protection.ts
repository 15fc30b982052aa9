import type { AnyContext as Ctx } from '#platform/context.ts';
import { type CellRow, sumMonthSizes, sumSizes, sumSizesApart } from './cell-store.ts';
import { addCounts, type Counts } from './counts.ts';
import { LIMITS } from './figure.ts';
import type { InstrumentSet } from './instrument.ts';
import { hideMoved, movedIn } from './moved.ts';
import type { Period } from './period.ts';
import { type Measure, protect, type Protection } from './protection.ts';
import { sumAround } from './read-sheet.ts';
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

/** The only column of what is read of one month. */
export const MONTH = 0;

/**
 * A row tells all that one person answered, so a node may be named only when every figure of it is shown: what any
 * report hides of the month is hidden, and covered over all figures together.
 */
export async function readHiding(ctx: Ctx, given: Given): Promise<Hiding> {
  const { families, period, version } = given;
  const { protection, parts, sizes } = await readMonth(ctx, given, 'apart');
  const sizesOf = sizesBy(sizes);
  const measures = measuresOf(version, sizesOf(families[0]?.parent ?? ''));
  const limit = LIMITS.staff;
  const shut = (how: 'together' | 'apart'): Set<string> =>
    new Set(measures.flatMap((measure) => [...protection[how](MONTH, measure)]));
  const seeds = shut('together');
  const hidden = hideMoved(families, movedIn(period, parts), { sizesOf, limit, seeds });
  const apart = shut('apart');
  return { hidden, parts, sizesOf, channelsApart: (node) => !apart.has(node) };
}

/** Which nodes of the whole tree the staff's reports hide of a month, by what is measured. */
export async function readStaffHiding(
  ctx: Ctx,
  given: Given,
): Promise<(measure: Measure) => ReadonlySet<string>> {
  const { protection } = await readMonth(ctx, given, 'together');
  return (measure) => protection.together(MONTH, measure);
}

/** What is hidden of a month over the whole tree, and what that rests on. */
export async function readMonth(
  ctx: Ctx,
  { families, stays, period, version }: Given,
  channels: 'together' | 'apart',
): Promise<{
  protection: Protection;
  parts: readonly Part[];
  sizes: CellRow[];
  sizesApart: CellRow[];
}> {
  const statements = version.statements.length;
  const columns = [period];
  const parts = partsOf(stays, columns);
  const familiesIn = () => families;
  const read = async (how: typeof channels): Promise<CellRow[]> => {
    const month = { month: period.from, set: version.id, statements };
    if (parts.length === 0) return sumMonthSizes(ctx, month, how);
    const sum = how === 'together' ? sumSizes : sumSizesApart;
    const rows = await sumAround({ familiesIn, parts }, columns, (cells, all) =>
      sum(ctx, cells, all, statements),
    );
    return rows.filter(({ set }) => set === version.id);
  };
  const sizes = await read('together');
  const sizesApart = channels === 'apart' ? await read('apart') : [];
  const limit = LIMITS.staff;
  const protection = protect({ sizes, sizesApart, columns, familiesIn, parts, limit });
  return { protection, parts, sizes, sizesApart };
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
