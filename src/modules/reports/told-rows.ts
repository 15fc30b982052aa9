import type { Part } from './stays.ts';
import { type Family } from './suppression.ts';

/** What decides under which node's name the answers of each node are told. All of it is of one month and one version of a set. */
export interface ToldParts {
  /** The whole tree from the top down. */
  readonly families: readonly Family[];
  /** How many people each measure of a node rests on, the answers first; of those above, the sums of the month. */
  sizesOf(node: string): readonly number[];
  /** How many answers there are to be told, of the nodes that have any. */
  readonly counted: ReadonlyMap<string, number>;
  /** The nodes some of whose figures are hidden, with what covers them. */
  readonly hidden: ReadonlySet<string>;
  /** The parts of all nodes that have moved since the month began. */
  readonly parts: readonly Part[];
  readonly limit: number;
}

/**
 * Under which node each node's answers are told: its own name where no figure of it is hidden, else the nearest one
 * above that is shown. Nodes that are not named are left out: where nothing above is shown, and where what would stand
 * under a name is not just what its figures leave after those that are told below it.
 */
export function nameRows(given: ToldParts): Map<string, string> {
  const { families, sizesOf, counted, limit } = given;
  const parents = new Map(
    families.flatMap(({ parent, children }) => children.map((child) => [child, parent] as const)),
  );
  const moved = new Set(given.parts.map(({ node }) => node));
  const names = new Map(
    [...counted].flatMap(([node, count]) => {
      const name =
        count === sizesOf(node)[0] ? nameOf(node, parents, moved, given.hidden) : undefined;
      return name === undefined ? [] : [[node, name] as const];
    }),
  );
  const unsound = new Set(given.parts.flatMap(({ parent }) => lineOf(parent, parents)));
  const told = new Map<string, readonly number[]>();
  const groups = Map.groupBy(names, ([, name]) => name);
  // From the bottom up: what is told below a node must be known before what is told under its own name.
  for (const node of nodesUpwards(families)) {
    const own = groups.get(node) ?? [];
    const isOwn = own.length === 1 && own[0]![0] === node;
    const below = told.get(node) ?? [];
    const group = sum(own.map(([each]) => sizesOf(each)));
    const isSound =
      group.every((n) => n === 0 || n >= limit) &&
      (isOwn || (!unsound.has(node) && isSame(sum([below, group]), sizesOf(node))));
    if (!isSound) for (const [each] of own) names.delete(each);
    const all = isSound ? sum([below, group]) : below;
    const parent = parents.get(node);
    if (parent !== undefined) told.set(parent, sum([told.get(parent) ?? [], all]));
  }
  return names;
}

/** The node itself or the nearest one above that is not hidden; nothing beyond a place that it did not have all the time. */
function nameOf(
  node: string,
  parents: ReadonlyMap<string, string>,
  moved: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
): string | undefined {
  let name: string | undefined = node;
  while (name !== undefined && hidden.has(name))
    name = moved.has(name) ? undefined : parents.get(name);
  return name;
}

function lineOf(node: string, parents: ReadonlyMap<string, string>): string[] {
  const parent = parents.get(node);
  return parent === undefined ? [node] : [node, ...lineOf(parent, parents)];
}

/** Every node after all that are below it. */
function nodesUpwards(families: readonly Family[]): string[] {
  const down = families.flatMap(({ parent, children }) => [parent, ...children]);
  // A node stands among the children of its parent first, and later as a parent: its first place is above all below it.
  return [...new Set(down)].toReversed();
}

const sum = (all: readonly (readonly number[])[]): number[] =>
  all.reduce<number[]>(
    (total, sizes) =>
      Array.from(
        { length: Math.max(total.length, sizes.length) },
        (_, part) => (total[part] ?? 0) + (sizes[part] ?? 0),
      ),
    [],
  );

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((n, part) => n === other[part]);

/** What is said of an answer beside its place and what was answered. */
export const ATTRIBUTES = ['channel', 'respondent', 'language'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** So many answers with the same attributes. */
export type Alike = Readonly<Record<Attribute, string>> & { readonly count: number };

/**
 * Which attributes of answers under one name are told: one after another, as long as at least `limit` of them share
 * all that is told. The channel is told only where the figures tell it apart, too.
 */
export function tellAttributes(
  answers: readonly Alike[],
  { channelsApart, limit }: { channelsApart: boolean; limit: number },
): ReadonlySet<Attribute> {
  const told: Attribute[] = [];
  for (const attribute of ATTRIBUTES) {
    if (attribute === 'channel' && !channelsApart) continue;
    const wanted = [...told, attribute];
    const groups = Map.groupBy(answers, (each) => wanted.map((name) => each[name]).join(' '));
    const sizes = Array.from(groups.values(), (alike) =>
      alike.reduce((total, { count }) => total + count, 0),
    );
    if (sizes.every((size) => size >= limit)) told.push(attribute);
  }
  return new Set(told);
}
