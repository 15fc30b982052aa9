import type { Part } from './path-board.ts';

/** The children of a part in their order, and those that stand elsewhere among them than before. */
export interface Ordered {
  readonly children: readonly Part[];
  readonly moved: readonly (readonly [Part, { from: number; to: number }])[];
}

/** The order of the children of every parent that gets new ones or in which the file moves some. */
export function orderSiblings(
  parts: readonly Part[],
  used: ReadonlySet<Part>,
  before: ReadonlyMap<Part, Pick<Part, 'parent'>>,
): Ordered[] {
  const kept = parts.filter((part) => part.existing || used.has(part));
  const former = Map.groupBy(
    kept.filter(({ existing }) => existing),
    (part) => before.get(part)!.parent,
  );
  const places = new Map(
    [...former.values()].flatMap((children) =>
      children.map((part, index) => [part, index + 1] as const),
    ),
  );
  return [...Map.groupBy(kept, ({ parent }) => parent)].flatMap(([parent, children]) => {
    const stood = former.get(parent) ?? [];
    const isMember = new Set(stood);
    const place = (part: Part): number =>
      (isMember.has(part) ? places.get(part) : undefined) ?? Number.MAX_SAFE_INTEGER;
    const wanted = (part: Part): number => part.order ?? place(part);
    // Who asks for the place of another stands before it when coming up, and behind it when going down.
    const pull = (part: Part): number => Math.sign(wanted(part) - place(part));
    const ordered = children.toSorted(
      (a, b) => wanted(a) - wanted(b) || pull(a) - pull(b) || place(a) - place(b),
    );
    const isSame =
      ordered.length === stood.length && ordered.every((part, at) => part === stood[at]);
    if (isSame) return [];
    const moved = ordered.flatMap((part, at) =>
      isMember.has(part) && part.order !== null && part.order !== places.get(part)
        ? [[part, { from: places.get(part)!, to: at + 1 }] as const]
        : [],
    );
    return [{ children: ordered, moved }];
  });
}
