import type { Period } from './period.ts';
import { hasMoved, type Part, reachesInto } from './stays.ts';
import { type Family, hideInTree } from './suppression.ts';

type SizesOf = (id: string) => readonly number[];

/** Of the nodes that came to their place after a period began: the parts in which their people count in it. */
export function movedIn(
  period: Period,
  parts: readonly Part[],
): ReadonlyMap<string, readonly Part[]> {
  const own = Map.groupBy(parts, ({ node }) => node);
  const moved = [...own].filter(([, of]) =>
    hasMoved(
      of.flatMap(({ stays }) => stays),
      period,
    ),
  );
  return new Map(moved.map(([node, of]) => [node, of.filter((part) => reachesInto(part, period))]));
}

/**
 * Hides in a tree out of which, and into which, nodes have moved in the period. A moved node is shown when nobody or
 * enough people answered at each of its places: then its parts may as well be known, and everybody else must be safe
 * from a reader who takes them out of every sum. Else it is hidden, and each part is a hidden child of its place.
 */
export function hideMoved(
  families: readonly Family[],
  moved: ReadonlyMap<string, readonly Part[]>,
  { sizesOf, limit, seeds }: { sizesOf: SizesOf; limit: number; seeds: ReadonlySet<string> },
): ReadonlySet<string> {
  if (moved.size === 0) return hideInTree(families, sizesOf, limit, seeds);
  const isSmall = (id: string): boolean =>
    seeds.has(id) || sizesOf(id).some((n) => n > 0 && n < limit);
  const isHidden = ([node, parts]: readonly [string, readonly Part[]]): boolean =>
    isSmall(node) || parts.some(({ id }) => isSmall(id));
  const [shut, open] = [
    [...moved].filter(isHidden),
    [...moved].filter((each) => !isHidden(each)).flatMap(([, parts]) => parts),
  ];
  const apart = shut.flatMap(([node, parts]) => [node, ...parts.map(({ id }) => id)]);
  const tree = families.map(({ parent, children }) => ({
    parent,
    children: [
      ...children.filter((child) => !moved.has(child)),
      ...shut.flatMap(([, parts]) => parts.filter((part) => part.parent === parent).map(idOf)),
    ],
  }));
  const taken = takenIn(tree, open, sizesOf);
  const rest: SizesOf = (node) => {
    const gone = taken.get(node);
    const sizes = sizesOf(node);
    return gone ? sizes.map((n, part) => Math.max(0, n - (gone[part] ?? 0))) : sizes;
  };
  const known = new Set(
    taken.keys().filter((id) => sizesOf(id).some((n) => n > 0) && rest(id).every((n) => n === 0)),
  );
  const unsafe = new Set([...seeds, ...apart]);
  for (const { parent, children } of tree) {
    if (isSmall(parent)) unsafe.add(parent);
    for (const child of children) if (isSmall(child)) unsafe.add(child);
  }
  return new Set([...hideInTree(tree, rest, limit, unsafe, known), ...apart]);
}

const idOf = ({ id }: Part): string => id;

/** The sizes of the parts within each of the nodes that have any, right below them or deeper. */
function takenIn(
  tree: readonly Family[],
  open: readonly Part[],
  sizesOf: SizesOf,
): ReadonlyMap<string, readonly number[]> {
  const taken = new Map<string, readonly number[]>();
  if (open.length === 0) return taken;
  const parents = new Map(
    tree.flatMap(({ parent, children }) => children.map((child) => [child, parent] as const)),
  );
  for (const { id, parent } of open) {
    for (let node: string | undefined = parent; node !== undefined; node = parents.get(node))
      taken.set(node, add([taken.get(node) ?? [], sizesOf(id)]));
  }
  return taken;
}

const add = (all: readonly (readonly number[])[]): number[] =>
  all.reduce<number[]>(
    (total, sizes) =>
      sizes.map((n, part) => n + (total[part] ?? 0)).concat(total.slice(sizes.length)),
    [],
  );
