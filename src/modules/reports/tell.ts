import type { Period } from './period.ts';

/** Some of a report's months, by their places among its columns. */
export type Span = readonly number[];

/** How many people a cell of one month rests on, and whether the month by itself hides it. */
export interface MonthCell {
  readonly column: number;
  readonly size: number;
  readonly hidden: boolean;
}

/** What is told of several months together: which of them are in it, and on how many people it is said to rest. */
export interface Told {
  readonly columns: Span;
  readonly n: number;
  /** Said of `n`: hidden months are in it too, and how many people they hold is not told. */
  readonly atLeast: boolean;
}

/**
 * What may be told of several months together. Exact numbers are those of single months and their sums, so that no two
 * of them leave a part of a month. Hidden months come in only together, and only when `limit` people would be left
 * whichever of them were empty. "At least" goes by those who would be left: it holds whatever anybody thinks of one
 * month, and so tells nothing of it. Undefined where nothing may be told.
 */
export function tellTogether(cells: readonly MonthCell[], limit: number): Told | undefined {
  const shown = cells.filter(({ hidden }) => !hidden);
  const unseen = cells.filter(({ hidden, size }) => hidden && size > 0);
  const n = sum(shown);
  const left = sum(unseen) - Math.max(0, ...unseen.map(({ size }) => size));
  if (left >= limit)
    return { columns: columnsOf([...shown, ...unseen]), n: n + roundDown(left), atLeast: true };
  return n >= limit ? { columns: columnsOf(shown), n, atLeast: false } : undefined;
}

/** The next of 1, 2, 5, 10, 20, 50 … below or equal. */
function roundDown(n: number): number {
  const ten = 10 ** Math.floor(Math.log10(n));
  return [5, 2, 1].map((step) => step * ten).find((step) => step <= n)!;
}

const sum = (cells: readonly MonthCell[]): number =>
  cells.reduce((total, { size }) => total + size, 0);

const columnsOf = (cells: readonly MonthCell[]): Span => cells.map(({ column }) => column);

/** From the first day of the earliest month of a span to the last of the latest; months stand newest first. */
export const periodOf = (columns: readonly Period[], span: Span): Period => ({
  from: columns[span.at(-1)!]!.from,
  to: columns[span[0]!]!.to,
});

/** So many columns from one on. */
export const spanOf = (first: number, count: number): Span =>
  Array.from({ length: count }, (_, index) => first + index);
