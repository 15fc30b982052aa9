import { isWithin, type Period } from './period.ts';
import type { CellRow } from './cell-store.ts';
import { type Hidden, hideMoved, movedIn } from './moved.ts';
import type { Part } from './stays.ts';
import { type Family, leavesEnough } from './suppression.ts';

/** What is measured: the answers to one version of a statement set, or one of its questions. Sets are never added up. */
export type Measure =
  | { readonly kind: 'answers'; readonly set: string }
  | { readonly kind: 'recommendation'; readonly set: string }
  | { readonly kind: 'statement'; readonly set: string; readonly place: number };

/** A period of a report. Windows are the fixed looks back; months are the points of the line. */
export interface Column extends Period {
  readonly kind: 'window' | 'month';
}

/** Which nodes are hidden in a column: with all channels together, and with the channels told apart. */
export interface Protection {
  together(column: number, measure: Measure): ReadonlySet<string>;
  apart(column: number, measure: Measure): ReadonlySet<string>;
}

/** What the decision rests on. */
export interface ProtectionParts {
  /** Of all nodes of the families in all columns. */
  readonly sizes: readonly CellRow[];
  /** The same with the channels apart, of those columns where they are shown apart and of all that lie within them. */
  readonly sizesApart: readonly CellRow[];
  readonly columns: readonly Column[];
  /** The families of a node and of all above it, from the root down. */
  readonly families: readonly Family[];
  /** The parts of nodes around that have moved; their sizes stand among the others, under their ids. */
  readonly parts: readonly Part[];
  readonly limit: number;
}

type Hiding = (column: number, measure: Measure) => ReadonlySet<string>;
type Sizes = (node: string, column: number, measure: Measure) => readonly number[];

/**
 * Decides what must stay hidden over units, periods and channels at once. A node's channels are shown all or none,
 * and no figure is shown whose answers are not, so that the rules hold one dimension at a time.
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
  { columns, families, parts, limit }: ProtectionParts,
  sizes: Sizes,
  before: Hiding,
): Hiding {
  const nodes = new Set([
    ...families.flatMap(({ parent, children }) => [parent, ...children]),
    ...parts.flatMap(({ id, node }) => [id, node]),
  ]);
  const within = columns.map((_, column) => columnsWithin(columns, column));
  const moved = columns.map((period) => movedIn(period, parts));
  const hide = memo((column, measure) => {
    const seeds = new Set(before(column, measure));
    const sizesOf: SizesOf = (node, at = column) => sizes(node, at, measure);
    if (within[column]!.length > 0) {
      for (const node of nodes) if (!standsBeside(node, column, measure, sizesOf)) seeds.add(node);
    }
    const hidden = hideMoved(families, moved[column]!, { sizesOf, limit, seeds });
    if (hidden.rest === sizesOf || within[column]!.length === 0) return hidden;
    // What is left of two periods when the moved are taken out of both must stand beside each other, too.
    const restOf: SizesOf = (node, at = column) =>
      at === column ? hidden.rest(node) : hide(at, measure).rest(node);
    for (const { parent, children } of families) {
      for (const node of [parent, ...children])
        if (!standsBeside(node, column, measure, restOf)) seeds.add(node);
    }
    return hideMoved(families, moved[column]!, { sizesOf, limit, seeds });
  });
  const standsBeside = (
    node: string,
    column: number,
    measure: Measure,
    sizesOf: SizesOf,
  ): boolean =>
    (['window', 'month'] as const).every((kind) => {
      const shown = within[column]!.filter(
        (other) => columns[other]!.kind === kind && !hide(other, measure).ids.has(node),
      );
      const longest = shown.filter((one) => !shown.some((other) => within[other]!.includes(one)));
      const shorter = longest.map((other) => sizesOf(node, other));
      return sizesOf(node).every((size, part) =>
        leavesEnough(
          size,
          shorter.map((cell) => cell[part]!),
          limit,
        ),
      );
    });
  return (column, measure) => hide(column, measure).ids;
}

type SizesOf = (node: string, column?: number) => readonly number[];

/** The columns that lie within another one and are shorter. */
export const columnsWithin = (columns: readonly Column[], outer: number): number[] =>
  [...columns.keys()].filter(
    (inner) =>
      isWithin(columns[inner]!, columns[outer]!) && !isWithin(columns[outer]!, columns[inner]!),
  );

/** How many people a measure rests on, per channel, the channels always in the same order. */
function sizesByChannel(rows: readonly CellRow[]): Sizes {
  const channels = [...new Set(rows.map(({ channel }) => channel))];
  const cells = new Map<string, Map<number, CellRow[]>>();
  for (const row of rows) {
    const columns = cells.getOrInsertComputed(row.node, () => new Map<number, CellRow[]>());
    columns.getOrInsertComputed(row.period, () => []).push(row);
  }
  return (node, column, measure) => {
    const sizes = channels.map(() => 0);
    const index =
      measure.kind === 'answers' ? 0 : measure.kind === 'recommendation' ? 1 : 2 + measure.place;
    for (const row of cells.get(node)?.get(column) ?? []) {
      if (row.set === measure.set) sizes[channels.indexOf(row.channel)]! += row.numbers[index] ?? 0;
    }
    return sizes;
  };
}

function memo(
  make: (column: number, measure: Measure) => Hidden,
): (column: number, measure: Measure) => Hidden {
  const made = new Map<string, Hidden>();
  return (column, measure) =>
    made.getOrInsertComputed(`${column} ${Object.values(measure).join(' ')}`, () =>
      make(column, measure),
    );
}
