import type { Figure } from './contract.ts';
import {
  addCounts,
  answersIn,
  type Counts,
  recommendationIn,
  statementIn,
  textsIn,
} from './counts.ts';
import {
  figureOf,
  RECOMMENDATION,
  type Sample,
  sampleOf,
  type Scale,
  STATEMENT,
} from './figure.ts';
import type { Period } from './period.ts';
import { type Measure, protect, type ProtectionParts } from './protection.ts';
import type { CellRow } from './cell-store.ts';

/** The counts of a node, of those above it and of all their children over some periods; hides what must be hidden. */
export interface Sheet {
  /** A figure, hidden when it must be. */
  figure(node: string, column: number, measure: Measure): Figure;
  /** What the statistics need; not protected, so it must not leave as it is. */
  sample(node: string, column: number, measure: Measure): Sample;
  /** How many answers, or how many with a text; null = hidden. */
  count(node: string, column: number, set: string, what?: 'answers' | 'texts'): number | null;
  /** The days of a column. */
  period(column: number): Period;
  /** Whether a node was measured with a version of a statement set. */
  isUsed(node: string, column: number, set: string): boolean;
}

/** Makes a sheet of what was read; `counts` are of the chosen channel, or 'all'. */
export function makeSheet(
  parts: ProtectionParts & { readonly counts: readonly CellRow[]; readonly channel: string },
): Sheet {
  const { limit, channel } = parts;
  const countsIn = Map.groupBy(parts.counts, ({ node, period }) => `${node} ${period}`);
  const protection = protect(parts);
  const isHidden = (node: string, column: number, measure: Measure): boolean =>
    protection[channel === 'all' ? 'together' : 'apart'](column, measure).has(node);
  const sample = (node: string, column: number, measure: Measure): Sample =>
    sampleOf(countsOf(countsIn.get(`${node} ${column}`) ?? [], measure), scaleOf(measure));
  return {
    sample,
    period: (column) => parts.columns[column]!,
    figure: (node, column, measure) =>
      isHidden(node, column, measure)
        ? { state: 'few' }
        : figureOf(sample(node, column, measure), scaleOf(measure), limit),
    count(node, column, set, what = 'answers') {
      const rows = (countsIn.get(`${node} ${column}`) ?? []).filter((row) => row.set === set);
      const isFew = sum(rows, answersIn) < limit;
      if (isFew || isHidden(node, column, { kind: 'answers', set })) return null;
      return sum(rows, what === 'texts' ? textsIn : answersIn);
    },
    isUsed: (node, column, set) =>
      parts.sizes.some(
        (row) =>
          row.node === node &&
          row.period === column &&
          row.set === set &&
          (row.numbers[0] ?? 0) > 0,
      ),
  };
}

/** The scale of a measure. */
export const scaleOf = (measure: Measure): Scale =>
  measure.kind === 'statement' ? STATEMENT : RECOMMENDATION;

const sum = (rows: readonly CellRow[], part: (counts: Counts) => number): number =>
  rows.reduce((total, { numbers }) => total + part(numbers), 0);

function countsOf(rows: readonly CellRow[], measure: Measure): Counts {
  const total = rows
    .filter(({ set }) => set === measure.set)
    .reduce<Counts>((counts, row) => addCounts(counts, row.numbers), []);
  return countsOfMeasure(total, measure);
}

/** The counts of one question among all of a set. */
export function countsOfMeasure(counts: Counts, measure: Measure): Counts {
  if (measure.kind === 'answers') return [];
  return measure.kind === 'recommendation'
    ? recommendationIn(counts)
    : statementIn(counts, measure.place);
}

/** How many people a measure rests on. */
export const sizeOf = (counts: Counts, measure: Measure): number =>
  measure.kind === 'answers'
    ? answersIn(counts)
    : sampleOf(countsOfMeasure(counts, measure), scaleOf(measure)).n;
