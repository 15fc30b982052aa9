import type { Line } from './contract.ts';
import { type InstrumentSet, versionOf } from './instrument.ts';
import type { Sheet } from './sheet.ts';

/**
 * The recommendation index of a node over months, beside its parent's. Every version of the instrument has a segment
 * of its own, from its first month with answers to its last; the first and the last segment reach to the ends.
 */
export function lineOf(
  sheet: Pick<Sheet, 'figure' | 'isUsed'>,
  node: string,
  parent: string | undefined,
  given: {
    sets: readonly InstrumentSet[];
    months: readonly string[];
    /** The column of a month by its place among the months. */
    columnOf(month: number): number;
  },
): Line {
  const { months, columnOf } = given;
  const inUse = given.sets
    .filter(({ asksRecommendation }) => asksRecommendation)
    .map((set) => ({
      set,
      used: months
        .keys()
        .filter((index) => sheet.isUsed(node, columnOf(index), set.id))
        .toArray(),
    }))
    .filter(({ used }) => used.length > 0);
  const segments = inUse.map(({ set, used }, place) => {
    const from = place === 0 ? 0 : used[0]!;
    const to = place === inUse.length - 1 ? months.length - 1 : used.at(-1)!;
    const measure = { kind: 'recommendation', set: set.id } as const;
    const points = months.slice(from, to + 1).map((month, index) => ({
      month,
      figure: sheet.figure(node, [columnOf(from + index)], measure),
      parent: parent === undefined ? null : sheet.figure(parent, [columnOf(from + index)], measure),
    }));
    return { set: versionOf(set), points };
  });
  return { months: [...months], segments };
}
