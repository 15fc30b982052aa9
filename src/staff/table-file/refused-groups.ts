import type { TableFileLine } from './table-outcome.tsx';

/** Rows that are refused for one and the same reason. */
export interface RefusedGroup<Line extends TableFileLine> {
  readonly lines: readonly Line[];
  /** In which column it is put right; null when in none. */
  readonly column: string | null;
  readonly detail: string;
}

/** Puts together what is refused in the same column with the same words; a row with two faults is in two groups. */
export function groupRefused<Line extends TableFileLine>(
  lines: readonly Line[],
): RefusedGroup<Line>[] {
  const all = lines.flatMap((line) =>
    line.refusals.map(({ column, detail }) => ({ line, column: column ?? null, detail })),
  );
  const groups = Map.groupBy(all, ({ column, detail }) => JSON.stringify([column, detail]));
  return Array.from(groups.values(), (group) => ({
    lines: [...new Set(group.map(({ line }) => line))],
    column: group[0]!.column,
    detail: group[0]!.detail,
  }));
}

/** Numbers of rows, those that follow one another as a range: `4–17, 20`. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}
