import type { AnyContext as Ctx } from '#platform/context.ts';
import {
  type Cell,
  type CellRow,
  findFew,
  sumCounts,
  sumSizes,
  sumSizesApart,
} from './cell-store.ts';
import type { Period } from './period.ts';
import type { InstrumentSet } from './instrument.ts';
import type { Place } from './report-store.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import type { Span } from './tell.ts';
import { type Part, partsOf, readParts } from './stays.ts';
import type { Family } from './suppression.ts';

interface Given {
  readonly sets: readonly InstrumentSet[];
  /** Calendar months, the newest first. */
  readonly columns: readonly Period[];
  /** Those that the report is of; the others are for comparison. */
  readonly now: Span;
  readonly limit: number;
  readonly channel: string;
}

/** Reads what the figures of a place and their protection need. */
export async function readSheet(ctx: Ctx, place: Place, given: Given): Promise<Sheet> {
  const { columns, channel } = given;
  const statements = Math.max(0, ...given.sets.map((set) => set.statements.length));
  const parts = partsOf(place.stays, columns);
  const familiesIn = await familiesThatCount(ctx, place, parts, given);
  const read = (sum: typeof sumSizes): Promise<CellRow[]> =>
    sumAround({ familiesIn, parts }, columns, (cells, periods) =>
      sum(ctx, cells, periods, statements),
    );
  const [counts, sizes, sizesApart] = await Promise.all([
    sumCounts(ctx, cellsSeen(place, given), columns, { statements, channel }),
    read(sumSizes),
    channel === 'all' ? [] : read(sumSizesApart),
  ]);
  return makeSheet({ ...given, familiesIn, parts, counts, sizes, sizesApart });
}

/** What is looked at around a place: its families, in each column those that decide it, and the parts of the moved. */
interface Around {
  familiesIn(column: number): readonly Family[];
  readonly parts: readonly Part[];
}

/** Sums the nodes of families, those that have moved out of them, and the parts of the moved, over all columns. */
export async function sumAround(
  { familiesIn, parts }: Around,
  columns: readonly Period[],
  sum: (cells: readonly Cell[], periods: readonly Period[]) => Promise<CellRow[]>,
): Promise<CellRow[]> {
  const cells = columns.flatMap((_, period) => {
    const nodes = new Set([
      ...familiesIn(period).flatMap(({ parent, children }) => [parent, ...children]),
      ...parts.map(({ node }) => node),
    ]);
    return Array.from(nodes, (node) => ({ node, period }));
  });
  const wanted = columns.map((period, column) => ({ column, period }));
  return [...(await sum(cells, columns)), ...(await readParts(parts, wanted, sum))];
}

/** Of which nodes and columns anybody sees a figure: all of the node and of its parent, and now of the others around it. */
function cellsSeen(place: Place, { columns, now }: Given): Cell[] {
  const [node, parent] = [place.path.at(-1)!, place.path.at(-2)];
  const around = place.families.slice(-2).flatMap(({ children }) => children);
  return [
    ...[node, ...(parent === undefined ? [] : [parent])].flatMap((id) =>
      columns.map((_, period) => ({ node: id, period })),
    ),
    ...around
      .filter((id) => id !== node)
      .flatMap((id) => now.map((period) => ({ node: id, period }))),
  ];
}

/**
 * The families that decide what is hidden in each column: the node's own and its children, and of those higher up only
 * where somebody may be few. Where nobody is, nobody needs cover, and only the way down to the node is looked at.
 */
async function familiesThatCount(
  ctx: Ctx,
  { path, families }: Place,
  parts: readonly Part[],
  { columns, sets, limit, channel }: Given,
): Promise<Around['familiesIn']> {
  const higher = families.slice(0, -2);
  // What has moved, or a single channel, may be few where the whole is not.
  if (higher.length === 0 || parts.length > 0 || channel !== 'all') return () => families;
  const few = await findFewUnlessKnown(
    ctx,
    higher.flatMap(({ children }) => children),
    { months: { from: columns.at(-1)!.from, to: columns[0]!.from }, sets, limit },
  );
  // Cover goes down: below a family with somebody few, who is hidden depends on everybody.
  const way = higher.map(({ parent, children }) => ({
    parent,
    children: children.filter((child) => path.includes(child)),
  }));
  const withCalm = families
    .slice(1)
    .map((_, calm) => [...way.slice(0, calm), ...families.slice(calm)]);
  return (column) => {
    const { from } = columns[column]!;
    const first = higher.findIndex(({ children }) => children.some((id) => few.get(id)!.has(from)));
    return withCalm[first === -1 ? higher.length : first]!;
  };
}

const MOST_QUESTIONS = 50;
const answered = new Map<string, Map<string, ReadonlySet<string>>>();

/**
 * The same as `findFew`, by node, which is asked only of nodes of which it is not known yet: dashboards of many units ask
 * the same of the same nodes above them. It is known for as long as nothing has been counted in the whole county since.
 */
async function findFewUnlessKnown(
  ctx: Ctx,
  nodes: readonly string[],
  given: Pick<Given, 'sets' | 'limit'> & { months: Period },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { months, sets, limit } = given;
  const editions = sets.map(({ id, edition }) => `${id} ${edition}`);
  const question = [ctx.county, limit, months.from, months.to, ...editions].join(' ');
  if (!answered.has(question) && answered.size >= MOST_QUESTIONS) answered.clear();
  const known = answered.getOrInsertComputed(question, () => new Map());
  const unknown = nodes.filter((node) => !known.has(node));
  if (unknown.length === 0) return known;
  const few = Map.groupBy(await findFew(ctx, unknown, given), ({ node }) => node);
  for (const node of unknown) known.set(node, new Set(few.get(node)?.map(({ month }) => month)));
  return known;
}
