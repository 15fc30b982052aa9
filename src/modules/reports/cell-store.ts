import { type RawBuilder, sql } from 'kysely';
import type { AnyContext as Ctx } from '#platform/context.ts';
import {
  type Counts,
  hasFew,
  parseCounts,
  sizesOfCounts,
  type SizesOf,
  sumOfCounts,
  sumOfSizes,
  widthFor,
} from './counts.ts';
import { coverOf, type Period } from './period.ts';

/** A node in one of the periods that are asked for. */
export interface Cell {
  readonly node: string;
  /** The place of the period in the list. */
  readonly period: number;
}

/** What was read of a cell with one instrument. A cell may have several rows, to be added up. */
export interface CellRow extends Cell {
  readonly set: string;
  /** Of which channel; 'all' = all together. */
  readonly channel: string;
  /** Either all counts or only the sizes: how many people each figure rests on (see `counts.ts`). */
  readonly numbers: Counts;
}

/** Finds the rows of a cell. They are looked for so often that no key is made of node and period together. */
export function indexCells(
  rows: readonly CellRow[],
): (node: string, period: number) => readonly CellRow[] {
  const cells = new Map<string, Map<number, CellRow[]>>();
  for (const row of rows) {
    const periods = cells.getOrInsertComputed(row.node, () => new Map<number, CellRow[]>());
    periods.getOrInsertComputed(row.period, () => []).push(row);
  }
  return (node, period) => cells.get(node)?.get(period) ?? [];
}

// As a constant it leads to the index of these rows alone.
const TOGETHER = sql`t.channel = 'all'`;

/** Sums what was counted through a channel (or 'all'). */
export function sumCounts(
  ctx: Ctx,
  cells: readonly Cell[],
  periods: readonly Period[],
  given: { statements: number; channel: string },
): Promise<CellRow[]> {
  return readCells(ctx, cells, periods, {
    days: sql`t.set_id as "set", t.channel, ${sumOfCounts(widthFor(given.statements))}::text as numbers`,
    by: sql`t.set_id, t.channel`,
    months: sql`t.set_id as "set", t.channel, t.counts::text as numbers`,
    only: given.channel === 'all' ? TOGETHER : sql`t.channel = ${given.channel}`,
  });
}

/** Sums how many people figures rest on, all channels together. */
export function sumSizes(
  ctx: Ctx,
  cells: readonly Cell[],
  periods: readonly Period[],
  which: SizesOf,
): Promise<CellRow[]> {
  return readCells(ctx, cells, periods, {
    days: sql`t.set_id as "set", 'all' as channel, ${sumOfSizes(which)}::text as numbers`,
    by: sql`t.set_id`,
    months: sql`t.set_id as "set", 'all' as channel, ${sizesOfCounts(which)}::text as numbers`,
    only: TOGETHER,
  });
}

/** The same with the channels apart. */
export function sumSizesApart(
  ctx: Ctx,
  cells: readonly Cell[],
  periods: readonly Period[],
  which: SizesOf,
): Promise<CellRow[]> {
  return readCells(ctx, cells, periods, {
    // The order of bytes is enough for grouping, and cheaper than that of a language.
    days: sql`t.set_id as "set", t.channel collate "C" as channel, ${sumOfSizes(which)}::text as numbers`,
    by: sql`t.set_id, t.channel collate "C"`,
    months: sql`t.set_id as "set", t.channel, ${sizesOfCounts(which)}::text as numbers`,
    only: sql`t.channel <> 'all'`,
  });
}

/**
 * Sums how many people the figures of every node rest on in a whole month with one version of a set: all channels
 * together, or apart. For whoever looks at the whole tree: naming thousands of nodes would cost more than reading them.
 */
export async function sumMonthSizes(
  ctx: Ctx,
  { month, set, statements }: { month: string; set: string; statements: number },
  channels: 'together' | 'apart',
): Promise<CellRow[]> {
  const { rows } = await sql<{ node: string; channel: string; numbers: string }>`
    select t.node_id as node, t.channel, ${sumOfSizes(statements)}::text as numbers from node_month t
    where t.county_id = ${ctx.county} and t.month = ${month} and t.set_id = ${set}
      and ${channels === 'together' ? TOGETHER : sql`t.channel <> 'all'`}
    group by t.node_id, t.channel`.execute(ctx.db);
  return rows.map(({ node, channel, numbers }) => ({
    node,
    channel,
    set,
    period: 0,
    numbers: parseCounts(numbers),
  }));
}

interface Reading {
  /** What is summed of days, and by what. */
  readonly days: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
  /** The same of a month; its few rows are not worth summing in SQL. */
  readonly months: RawBuilder<unknown>;
  readonly only: RawBuilder<unknown>;
}

type Range = Cell & Period;

/** Whole months are read from the monthly rows, the days at a period's ends from the daily ones. */
async function readCells(
  ctx: Ctx,
  cells: readonly Cell[],
  periods: readonly Period[],
  { days, by, months, only }: Reading,
): Promise<CellRow[]> {
  const covers = periods.map(coverOf);
  const dayRanges = cells.flatMap((cell) =>
    covers[cell.period]!.days.map((range): Range => ({ ...cell, ...range })),
  );
  const isMonth = covers.map(
    ({ days, months: [first] }) => days.length === 0 && first?.from === first?.to,
  );
  const monthRanges = cells.flatMap((cell) =>
    isMonth[cell.period]
      ? []
      : covers[cell.period]!.months.map((range): Range => ({ ...cell, ...range })),
  );
  const joined = joinMonths(
    cells.filter(({ period }) => isMonth[period]),
    periods,
  );
  // Lateral joins: each range is one short run of the primary key, whatever the planner thinks of the rest.
  const { rows } = await sql<Omit<CellRow, 'numbers'> & { numbers: string; month: string | null }>`
    select r.node, r.period, null as month, d.* from ${listed(dayRanges)}
    cross join lateral (
      select ${days} from node_day t
      where t.county_id = ${ctx.county} and t.node_id = r.node and t.day between r."from" and r."to" and ${only} group by ${by}) d
    union all
    select r.node, r.period, m.* from ${listed([...monthRanges, ...joined])}
    cross join lateral (
      select t.month::text, ${months} from node_month t
      where t.county_id = ${ctx.county} and t.node_id = r.node and t.month between r."from" and r."to" and ${only} offset 0) m`.execute(
    ctx.db,
  );
  const asked = new Map<string, Map<string | null, number>>();
  for (const { node, period } of cells) {
    if (isMonth[period])
      asked.getOrInsertComputed(node, () => new Map()).set(periods[period]!.from, period);
  }
  const read: CellRow[] = [];
  for (const { node, period: of, set, channel, month, numbers } of rows) {
    // A run may hold months between that nobody asked for: the one in which a node moved is asked for by its days.
    const period = of === JOINED ? asked.get(node)?.get(month) : of;
    if (period !== undefined)
      read.push({ node, period, set, channel, numbers: parseCounts(numbers) });
  }
  return read;
}

const JOINED = -1;

/** Periods that are one month each are read in one run per node; a row's month then says which of them it is. */
function joinMonths(cells: readonly Cell[], periods: readonly Period[]): Range[] {
  const byNode = Map.groupBy(cells, ({ node }) => node);
  return Array.from(byNode, ([node, own]) => {
    const months = own.map(({ period }) => periods[period]!.from).toSorted();
    return { node, period: JOINED, from: months[0]!, to: months.at(-1)! };
  });
}

const listed = (ranges: readonly Range[]): RawBuilder<unknown> => sql`
  unnest(${ranges.map(({ node }) => node)}::uuid[], ${ranges.map(({ period }) => period)}::integer[],
    ${ranges.map(({ from }) => from)}::date[], ${ranges.map(({ to }) => to)}::date[]) as r (node, period, "from", "to")`;

/** In which of these months which of these nodes has somebody, yet too few, by the month's first day. */
export async function findFew(
  ctx: Ctx,
  nodes: readonly string[],
  given: {
    months: Period;
    sets: readonly { id: string; statements: readonly unknown[] }[];
    limit: number;
  },
): Promise<{ node: string; month: string }[]> {
  const { months, sets, limit } = given;
  const statements = Math.max(0, ...sets.map((set) => set.statements.length));
  const { rows } = await sql<{ node: string; month: string }>`
    select r.node, d.month from unnest(${nodes}::uuid[]) as r (node)
    cross join lateral (
      select t.month::text from node_month t
      where t.county_id = ${ctx.county} and t.node_id = r.node and t.month between ${months.from} and ${months.to}
        and ${TOGETHER} and t.set_id = any(${sets.map(({ id }) => id)}::uuid[]) and (${hasFew(statements, limit)}) offset 0) d`.execute(
    ctx.db,
  );
  return rows;
}
