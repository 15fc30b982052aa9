import type { Period } from './period.ts';
import { type CellRow, indexCells } from './cell-store.ts';
import { hideMoved, movedIn } from './moved.ts';
import type { Part } from './stays.ts';
import type { Family } from './suppression.ts';

/** What is measured: the answers to one version of a statement set, or one of its questions. Sets are never added up. */
export type Measure =
  | { readonly kind: 'answers'; readonly set: string }
  | { readonly kind: 'recommendation'; readonly set: string }
  | { readonly kind: 'statement'; readonly set: string; readonly place: number };

/** Which nodes are hidden in a month, by its place among the columns: with all channels together, and with the channels told apart. */
export interface Protection {
  together(column: number, measure: Measure): ReadonlySet<string>;
  apart(column: number, measure: Measure): ReadonlySet<string>;
}

/** What the decision rests on. */
export interface ProtectionParts {
  /** Of all nodes of the families in all columns. */
  readonly sizes: readonly CellRow[];
  /** The same with the channels apart, where they are shown apart. */
  readonly sizesApart: readonly CellRow[];
  /** Calendar months: none overlaps another, so that each is decided by itself. */
  readonly columns: readonly Period[];
  /** The families that decide a column, from the top down: those of a node and of all above it, or of the whole tree. */
  familiesIn(column: number): readonly Family[];
  /** The parts of nodes around that have moved; their sizes stand among the others, under their ids. */
  readonly parts: readonly Part[];
  readonly limit: number;
}

type Hiding = (column: number, measure: Measure) => ReadonlySet<string>;
type Sizes = (node: string, column: number, measure: Measure) => readonly number[];

/**
 * Decides what must stay hidden over units and channels at once. A node's channels are shown all or none, and no figure
 * is shown whose answers are not, so that the rules hold one dimension at a time.
 */
export function protect(parts: ProtectionParts): Protection {
  const whole = sizesByChannel(parts.sizes);
  const answers = hiding(parts, whole, () => NOBODY);
  const together = hiding(parts, whole, (column, measure) =>
    measure.kind === 'answers' ? NOBODY : answers(column, { kind: 'answers', set: measure.set }),
  );
  return { together, apart: hiding(parts, sizesByChannel(parts.sizesApart), together) };
}

const NOBODY: ReadonlySet<string> = new Set();

/** Hides cells of one kind, on top of those that `before` hides. */
function hiding(
  { columns, familiesIn, parts, limit }: ProtectionParts,
  sizes: Sizes,
  before: Hiding,
): Hiding {
  const moved = columns.map((period) => movedIn(period, parts));
  return memo((column, measure) => {
    // A node's sizes are looked at many times on the way; a county has thousands of nodes.
    const known = new Map<string, readonly number[]>();
    return hideMoved(familiesIn(column), moved[column]!, {
      sizesOf: (node) => known.getOrInsertComputed(node, () => sizes(node, column, measure)),
      limit,
      seeds: before(column, measure),
    });
  });
}

/** How many people a measure rests on, per channel, the channels always in the same order. */
function sizesByChannel(rows: readonly CellRow[]): Sizes {
  const channels = [...new Set(rows.map(({ channel }) => channel))];
  const rowsIn = indexCells(rows);
  return (node, column, measure) => {
    const sizes = channels.map(() => 0);
    const index = placeOf(measure);
    for (const row of rowsIn(node, column)) {
      if (row.set === measure.set) sizes[channels.indexOf(row.channel)]! += row.numbers[index] ?? 0;
    }
    return sizes;
  };
}

function memo(make: Hiding): Hiding {
  const made = new Map<string, Map<number, Map<number, ReadonlySet<string>>>>();
  return (column, measure) =>
    made
      .getOrInsertComputed(measure.set, () => new Map<number, Map<number, ReadonlySet<string>>>())
      .getOrInsertComputed(column, () => new Map<number, ReadonlySet<string>>())
      .getOrInsertComputed(placeOf(measure), () => make(column, measure));
}

/** Where its size stands among those of its set. */
const placeOf = (measure: Measure): number =>
  measure.kind === 'answers' ? 0 : measure.kind === 'recommendation' ? 1 : 2 + measure.place;
