import type { AnyContext as Ctx } from '#platform/context.ts';
import {
  type Cell,
  type CellRow,
  findFew,
  sumCounts,
  sumSizes,
  sumSizesApart,
} from './cell-store.ts';
import { formerOf, lastDays, type Period } from './period.ts';
import { type Column, columnsWithin } from './protection.ts';
import type { InstrumentSet } from './instrument.ts';
import type { Place } from './report-store.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import { type Part, partsOf, readParts } from './stays.ts';
import type { Family } from './suppression.ts';

/** The columns of a sheet with which every report begins. */
export const NOW = 0;
export const FORMER = 1;

const WINDOWS = [30, 90, 365] as const;

/** The chosen window and the one before it, then the shorter ones, beside which they must be safe to show. */
export function windowColumns(today: string, days: number): Column[] {
  return WINDOWS.filter((other) => other <= days)
    .toReversed()
    .flatMap((other) => [lastDays(today, other), formerOf(lastDays(today, other))])
    .map((period) => ({ kind: 'window', ...period }));
}

interface Given {
  readonly sets: readonly InstrumentSet[];
  readonly columns: readonly Column[];
  readonly limit: number;
  readonly channel: string;
}

/** Reads what the figures of a place and their protection need. */
export async function readSheet(ctx: Ctx, place: Place, given: Given): Promise<Sheet> {
  const { columns, channel } = given;
  const statements = Math.max(0, ...given.sets.map((set) => set.statements.length));
  const parts = partsOf(place.stays, columns);
  const families = parts.length > 0 ? place.families : await familiesThatCount(ctx, place, given);
  const read = (sum: typeof sumSizes): Promise<CellRow[]> =>
    sumAround({ families, parts }, columns, [...columns.keys()], (cells, periods) =>
      sum(ctx, cells, periods, statements),
    );
  const [counts, sizes, sizesApart] = await Promise.all([
    sumCounts(ctx, cellsSeen(place, columns), columns, { statements, channel }),
    read(sumSizes),
    channel === 'all' ? [] : read(sumSizesApart),
  ]);
  return makeSheet({ ...given, families, parts, counts, sizes, sizesApart });
}

/** Sums the nodes of families, those that have moved out of them, and the parts of the moved, in some of the columns. */
export async function sumAround(
  { families, parts }: { families: readonly Family[]; parts: readonly Part[] },
  columns: readonly Column[],
  which: readonly number[],
  sum: (cells: readonly Cell[], periods: readonly Period[]) => Promise<CellRow[]>,
): Promise<CellRow[]> {
  const nodes = new Set([
    ...families.flatMap(({ parent, children }) => [parent, ...children]),
    ...parts.map(({ node }) => node),
  ]);
  const cells = which.flatMap((period) => [...nodes].map((node) => ({ node, period })));
  const wanted = which.map((column) => ({ column, period: columns[column]! }));
  return [...(await sum(cells, columns)), ...(await readParts(parts, wanted, sum))];
}

/** Of which nodes and columns anybody sees a figure: all of the node, the parent beside it, and the others around it now. */
function cellsSeen(place: Place, columns: readonly Column[]): { node: string; period: number }[] {
  const [node, parent] = [place.path.at(-1)!, place.path.at(-2)];
  const around = place.families.slice(-2).flatMap(({ children }) => children);
  return [
    ...columns.keys().map((period) => ({ node, period })),
    ...(parent === undefined
      ? []
      : columns
          .keys()
          .filter((period) => period !== FORMER)
          .map((period) => ({ node: parent, period }))),
    ...around.filter((id) => id !== node).map((id) => ({ node: id, period: NOW })),
  ];
}

/**
 * The families that decide what is hidden: the node's own and its children, and of those higher up only where
 * somebody may be few. Where nobody is, nobody needs cover, and only the way down to the node is looked at.
 */
async function familiesThatCount(
  ctx: Ctx,
  { path, families }: Place,
  { columns, sets, limit, channel }: Given,
): Promise<Family[]> {
  const higher = families.slice(0, -2);
  // Where periods lie within one another even nodes with enough may have to be hidden, so all must be looked at.
  const isPlain =
    channel === 'all' && columns.every((_, column) => columnsWithin(columns, column).length === 0);
  const months = columns.filter(({ kind }) => kind === 'month');
  if (higher.length === 0 || !isPlain || months.length === 0) return [...families];
  const few = await findFewUnlessKnown(
    ctx,
    higher.flatMap(({ children }) => children),
    {
      windows: columns.filter(({ kind }) => kind === 'window'),
      months: { from: months[0]!.from, to: months.at(-1)!.from },
      sets,
      limit,
    },
  );
  // Cover goes down: below a family with somebody few, who is hidden depends on everybody.
  const first = higher.findIndex(({ children }) => children.some((child) => few.has(child)));
  const calm = first === -1 ? higher.length : first;
  const reduced = families.slice(0, calm).map(({ parent, children }) => ({
    parent,
    children: children.filter((child) => path.includes(child)),
  }));
  return [...reduced, ...families.slice(calm)];
}

const MOST_QUESTIONS = 50;
const calm = new Map<string, Set<string>>();

/**
 * The same as `findFew`, which is asked only of nodes of which it is not known yet: dashboards of many units ask the same
 * of the same nodes above them. It is known for as long as nothing has been counted in the whole county since.
 */
async function findFewUnlessKnown(
  ctx: Ctx,
  nodes: readonly string[],
  given: Pick<Given, 'sets' | 'limit'> & { windows: readonly Period[]; months: Period },
): Promise<Set<string>> {
  const { windows, months, sets, limit } = given;
  const periods = [...windows, months].map(({ from, to }) => `${from} ${to}`);
  const question = [
    ctx.county,
    limit,
    ...periods,
    ...sets.map(({ id, edition }) => `${id} ${edition}`),
  ].join(' ');
  if (!calm.has(question) && calm.size >= MOST_QUESTIONS) calm.clear();
  const known = calm.getOrInsertComputed(question, () => new Set());
  const unknown = nodes.filter((node) => !known.has(node));
  if (unknown.length === 0) return new Set();
  const few = await findFew(ctx, unknown, given);
  for (const node of unknown) if (!few.has(node)) known.add(node);
  return few;
}
