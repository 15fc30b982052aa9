/** One cell of a sum. `sizes` are its numbers of people, one per part that must stay hidden or shown together. */
export interface Cell {
  readonly id: string;
  readonly sizes: readonly number[];
  /** Hidden for another reason already. */
  readonly hidden?: boolean;
}

/**
 * Which cells of one sum are hidden: those with fewer people than the limit, and so many more, the smallest first,
 * that what is hidden cannot be worked out from the total and the cells that are shown.
 *
 * From the total a reader learns the sum S of the hidden cells, so each of them may be anything from 0 to S: that is
 * wide enough when there are at least two of them and S ≥ limit. When the total itself is hidden, the shown cells
 * must not make it up: then S ≥ limit is enough. A cell of nobody needs no cover, because nobody is in it.
 */
export function hideAmong(
  cells: readonly Cell[],
  limit: number,
  total: 'shown' | 'hidden',
): Set<string> {
  const hidden = new Set(
    cells.filter((cell) => cell.hidden || isFew(cell.sizes, limit)).map(({ id }) => id),
  );
  if (isCovered(cells, hidden, limit, total)) return hidden;
  const rest = cells
    .filter(({ id }) => !hidden.has(id))
    .map(({ id, sizes }) => ({ id, people: sum(sizes) }))
    .toSorted((a, b) => a.people - b.people || (a.id < b.id ? -1 : 1));
  for (const { id } of rest) {
    hidden.add(id);
    if (isCovered(cells, hidden, limit, total)) break;
  }
  return hidden;
}

/** Whether some part is of too few people, or all of it of nobody. */
const isFew = (sizes: readonly number[], limit: number): boolean =>
  sizes.some((n) => n > 0 && n < limit) || sizes.every((n) => n === 0);

function isCovered(
  cells: readonly Cell[],
  hidden: ReadonlySet<string>,
  limit: number,
  total: 'shown' | 'hidden',
): boolean {
  if (hidden.size === 0 && total === 'shown') return true;
  const parts = Math.max(0, ...cells.map(({ sizes }) => sizes.length));
  const inside = cells.filter(({ id }) => hidden.has(id));
  for (let part = 0; part < parts; part += 1) {
    const unseen = sum(inside.map(({ sizes }) => sizes[part] ?? 0));
    if (total === 'hidden') {
      if (unseen < limit && sum(cells.map(({ sizes }) => sizes[part] ?? 0)) > unseen) return false;
    } else if (unseen > 0 && (unseen < limit || inside.length < 2)) {
      return false;
    }
  }
  return true;
}

const NOBODY: ReadonlySet<string> = new Set();

/** A node and the nodes right below it, whose people are its people. */
export interface Family {
  readonly parent: string;
  readonly children: readonly string[];
}

/**
 * The same over a part of the tree: `families` from the top down; whoever is nobody's child, as the first one's
 * parent, has none above it that is looked at. A node hidden for its siblings' sake hides enough of its own children,
 * too. Of `known` nodes the reader knows the number anyway: they need no cover and give none.
 */
export function hideInTree(
  families: readonly Family[],
  sizesOf: (node: string) => readonly number[],
  limit: number,
  seeds: ReadonlySet<string> = NOBODY,
  known: ReadonlySet<string> = NOBODY,
): Set<string> {
  const unsafe = new Set(seeds);
  const cellsOf = (children: readonly string[]): Cell[] =>
    children
      .filter((id) => !known.has(id))
      .map((id) => ({ id, sizes: sizesOf(id), hidden: unsafe.has(id) }));
  // Of most families nobody is hidden, and most counties have thousands: those are passed over at once.
  const isCalm = (children: readonly string[]): boolean =>
    children.every((id) => known.has(id) || !(unsafe.has(id) || isFew(sizesOf(id), limit)));
  // A total whose cells cannot be covered, such as that of an only child, must go, too.
  for (const { parent, children } of seeds.size > 0 ? families.toReversed() : []) {
    if (isCalm(children)) continue;
    const cells = cellsOf(children);
    if (!isCovered(cells, hideAmong(cells, limit, 'shown'), limit, 'shown')) unsafe.add(parent);
  }
  const below = new Set(families.flatMap(({ children }) => children));
  const tops = families.map(({ parent }) => parent).filter((id) => !below.has(id));
  const hidden = new Set(
    tops.filter((id) => unsafe.has(id) || (!known.has(id) && isFew(sizesOf(id), limit))),
  );
  for (const { parent, children } of families) {
    if (!hidden.has(parent) && isCalm(children)) continue;
    for (const id of hideAmong(cellsOf(children), limit, hidden.has(parent) ? 'hidden' : 'shown'))
      hidden.add(id);
  }
  return hidden;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
