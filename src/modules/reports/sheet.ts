import type { Count, Figure } from './contract.ts';
import {
  addCounts,
  answersIn,
  type Counts,
  recommendationIn,
  recommendedIn,
  scoredIn,
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
import { type Measure, protect, type ProtectionParts } from './protection.ts';
import { type CellRow, indexCells } from './cell-store.ts';
import { type Span, type Told, tellTogether } from './tell.ts';

/** The counts of a node, of those above it and of all their children over some months; hides what must be hidden. */
export interface Sheet {
  /** A figure, hidden when it must be. */
  figure(node: string, span: Span, measure: Measure): Figure;
  /** What the statistics need; of what is hidden, too, so it must not leave as it is. */
  sample(node: string, span: Span, measure: Measure): Sample;
  /** The months that a figure rests on; none where it is hidden. */
  months(node: string, span: Span, measure: Measure): Span;
  /** How many answers, or how many with a text; null = hidden. */
  count(node: string, span: Span, set: string, what?: 'answers' | 'texts'): Count;
  /** Whether a node was measured with a version of a statement set. */
  isUsed(node: string, column: number, set: string): boolean;
}

/** Makes a sheet of what was read; `counts` are of the chosen channel, or 'all'. */
export function makeSheet(
  parts: ProtectionParts & { readonly counts: readonly CellRow[]; readonly channel: string },
): Sheet {
  const { limit, channel } = parts;
  const counted = countsByCell(parts.counts);
  const hidden = protect(parts)[channel === 'all' ? 'together' : 'apart'];
  const isHidden = (node: string, column: number, measure: Measure): boolean =>
    hidden(column, measure).has(node);
  const tell = (node: string, span: Span, measure: Measure): Told | undefined =>
    tellTogether(
      span.map((column) => ({
        column,
        size: counted.size(node, column, measure),
        hidden: isHidden(node, column, measure),
      })),
      limit,
    );
  const sampleIn = (node: string, span: Span, measure: Measure, n?: number): Sample =>
    sampleOf(counted.counts(node, span, measure), scaleOf(measure), n);
  const usedIn = new Set(
    parts.sizes.flatMap(({ node, period, set, numbers: [n] }) =>
      n ? [`${node} ${period} ${set}`] : [],
    ),
  );
  return {
    sample(node, span, measure) {
      const told = tell(node, span, measure);
      return sampleIn(node, told?.columns ?? span, measure, told?.n);
    },
    months: (node, span, measure) => tell(node, span, measure)?.columns ?? [],
    figure(node, span, measure) {
      const told = tell(node, span, measure);
      if (!told) return { state: 'few' };
      const sample = sampleIn(node, told.columns, measure, told.n);
      const figure = figureOf(sample, scaleOf(measure), limit);
      return told.atLeast && figure.state !== 'few' ? { ...figure, atLeast: true } : figure;
    },
    count(node, span, set, what = 'answers') {
      const measure = { kind: 'answers', set } as const;
      const told = tell(node, span, measure);
      if (!told) return null;
      const shown = told.columns.filter((column) => !isHidden(node, column, measure));
      const n = what === 'answers' ? told.n : counted.texts(node, shown, set);
      return told.atLeast ? { n, atLeast: true } : { n };
    },
    isUsed: (node, column, set) => usedIn.has(`${node} ${column} ${set}`),
  };
}

const NOTHING: Counts = [];

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** What was counted of nodes in columns. */
function countsByCell(rows: readonly CellRow[]) {
  const rowsIn = indexCells(rows);
  const countsIn = (node: string, column: number, set: string): Counts[] =>
    rowsIn(node, column)
      .filter((row) => row.set === set)
      .map(({ numbers }) => numbers);
  return {
    size: (node: string, column: number, measure: Measure): number =>
      sum(countsIn(node, column, measure.set).map((counts) => sizeOf(counts, measure))),
    counts: (node: string, span: Span, measure: Measure): Counts =>
      span
        .flatMap((column) => countsIn(node, column, measure.set))
        .map((counts) => countsOfMeasure(counts, measure))
        .reduce(addCounts, NOTHING),
    texts: (node: string, span: Span, set: string): number =>
      sum(span.flatMap((column) => countsIn(node, column, set)).map(textsIn)),
  };
}

/** The scale of a measure. */
export const scaleOf = (measure: Measure): Scale =>
  measure.kind === 'statement' ? STATEMENT : RECOMMENDATION;

/** The counts of one question among all of a set. */
export function countsOfMeasure(counts: Counts, measure: Measure): Counts {
  if (measure.kind === 'answers') return [];
  return measure.kind === 'recommendation'
    ? recommendationIn(counts)
    : statementIn(counts, measure.place);
}

/** How many people a measure rests on. */
export function sizeOf(counts: Counts, measure: Measure): number {
  if (measure.kind === 'answers') return answersIn(counts);
  return measure.kind === 'recommendation'
    ? recommendedIn(counts)
    : scoredIn(counts, measure.place);
}
