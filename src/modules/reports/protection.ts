import { isWithin, type Period } from './period.ts';
import type { CellRow } from './cell-store.ts';
import { type Family, hideInTree, leavesEnough } from './suppression.ts';

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
  { columns, families, limit }: ProtectionParts,
  sizes: Sizes,
  before: Hiding,
): Hiding {
  const nodes = new Set(families.flatMap(({ parent, children }) => [parent, ...children]));
  const within = columns.map((_, column) => columnsWithin(columns, column));
  const hide: Hiding = memo((column, measure) => {
    const seeds = new Set(before(column, measure));
    if (within[column]!.length > 0) {
      for (const node of nodes) if (!standsBeside(node, column, measure)) seeds.add(node);
    }
    return hideInTree(families, (node) => sizes(node, column, measure), limit, seeds);
  });
  const standsBeside = (node: string, column: number, measure: Measure): boolean =>
    (['window', 'month'] as const).every((kind) => {
      const shown = within[column]!.filter(
        (other) => columns[other]!.kind === kind && !hide(other, measure).has(node),
      );
      const longest = shown.filter((one) => !shown.some((other) => within[other]!.includes(one)));
      const shorter = longest.map((other) => sizes(node, other, measure));
      return sizes(node, column, measure).every((size, part) =>
        leavesEnough(
          size,
          shorter.map((cell) => cell[part]!),
          limit,
        ),
      );
    });
  return hide;
}

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

function memo(make: Hiding): Hiding {
  const made = new Map<string, ReadonlySet<string>>();
  return (column, measure) =>
    made.getOrInsertComputed(`${column} ${Object.values(measure).join(' ')}`, () =>
      make(column, measure),
    );
}
