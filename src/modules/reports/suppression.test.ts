import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Family, hideAmong, hideInTree } from './suppression.ts';

const cells = (...sizes: number[]) => sizes.map((n, index) => ({ id: `c${index}`, sizes: [n] }));

describe('among siblings', () => {
  test('nobody is hidden when all are enough', () => {
    expect(hideAmong(cells(5, 9, 40), 5, 'shown')).toEqual(new Set());
  });
  test('a single small one takes the next smallest along', () => {
    expect(hideAmong(cells(3, 9, 40), 5, 'shown')).toEqual(new Set(['c0', 'c1']));
  });
  test('small ones that are too few together take another one along', () => {
    expect(hideAmong(cells(1, 2, 9, 40), 5, 'shown')).toEqual(new Set(['c0', 'c1', 'c2']));
  });
  test('small ones that are enough together hide one another', () => {
    expect(hideAmong(cells(4, 3, 9, 40), 5, 'shown')).toEqual(new Set(['c0', 'c1']));
  });
  test('one of nobody is said to be hidden and needs no cover', () => {
    expect(hideAmong(cells(0, 9, 40), 5, 'shown')).toEqual(new Set(['c0']));
  });
  test('of a hidden total so many are hidden that the rest does not make it up', () => {
    expect(hideAmong(cells(8, 9, 40), 5, 'hidden')).toEqual(new Set(['c0']));
  });
  test('parts are shown together or not at all', () => {
    const split = [
      { id: 'a', sizes: [60, 3] },
      { id: 'b', sizes: [30, 20] },
      { id: 'c', sizes: [90, 90] },
    ];
    expect(hideAmong(split, 5, 'shown')).toEqual(new Set(['a', 'b']));
  });
});

interface Tree {
  readonly families: Family[];
  readonly n: Map<string, number>;
}

/** A county of domains of units, with the sizes that small places have. */
const tree: fc.Arbitrary<Tree> = fc
  .array(
    fc.array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 40 })), { minLength: 1, maxLength: 6 }),
    { minLength: 1, maxLength: 5 },
  )
  .map((domains) => {
    const n = new Map<string, number>();
    const families: Family[] = [{ parent: 'root', children: domains.map((_, d) => `d${d}`) }];
    for (const [d, units] of domains.entries()) {
      families.push({ parent: `d${d}`, children: units.map((_, u) => `d${d}u${u}`) });
      for (const [u, size] of units.entries()) n.set(`d${d}u${u}`, size);
      n.set(
        `d${d}`,
        units.reduce((a, b) => a + b, 0),
      );
    }
    n.set(
      'root',
      domains.flat().reduce((a, b) => a + b, 0),
    );
    return { families, n };
  });

/** What a reader can work out of the shown numbers: the least and the most that each hidden one can be. */
function attack({ families, n }: Tree, hidden: ReadonlySet<string>): Map<string, [number, number]> {
  const known = new Map(
    [...n].map(([id, size]): [string, [number, number]] => [
      id,
      hidden.has(id) ? [0, Number.POSITIVE_INFINITY] : [size, size],
    ]),
  );
  const bounds = (id: string): [number, number] => known.get(id)!;
  // The sums form a tree, so narrowing each by the others until nothing changes finds the exact bounds.
  for (let changed = true; changed;) {
    changed = false;
    for (const { parent, children } of families) {
      const low = children.reduce((total, id) => total + bounds(id)[0], 0);
      const high = children.reduce((total, id) => total + bounds(id)[1], 0);
      changed = narrow(bounds(parent), low, high) || changed;
      for (const id of children) {
        const others = children.filter((other) => other !== id);
        const least =
          bounds(parent)[0] - others.reduce((total, other) => total + bounds(other)[1], 0);
        const most =
          bounds(parent)[1] - others.reduce((total, other) => total + bounds(other)[0], 0);
        changed = narrow(bounds(id), Number.isNaN(least) ? 0 : least, most) || changed;
      }
    }
  }
  return known;
}

function narrow(interval: [number, number], low: number, high: number): boolean {
  const before = [...interval];
  interval[0] = Math.max(interval[0], low);
  interval[1] = Math.min(interval[1], Number.isNaN(high) ? interval[1] : high);
  return interval[0] !== before[0] || interval[1] !== before[1];
}

describe.each([
  ['staff', 5],
  ['public', 10],
] as const)('F1: for %s', (_, limit) => {
  test('no hidden group can be worked out of what is shown to an interval narrower than 5', () => {
    fc.assert(
      fc.property(tree, (given) => {
        const hidden = hideInTree(given.families, (node) => [given.n.get(node)!], limit);
        const known = attack(given, hidden);
        for (const id of hidden) {
          const [low, high] = known.get(id)!;
          if (given.n.get(id)! > 0)
            expect(
              high - low,
              `${id} is ${given.n.get(id)}, known as ${low}–${high}`,
            ).toBeGreaterThanOrEqual(5);
        }
        for (const [id, n] of given.n) if (n > 0 && n < limit) expect(hidden.has(id)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
  test('with some hidden for another reason it holds, too', () => {
    fc.assert(
      fc.property(tree, fc.array(fc.nat({ max: 40 }), { maxLength: 3 }), (given, which) => {
        const ids = [...given.n.keys()].filter((id) => id !== 'root');
        const seeds = new Set(which.map((index) => ids[index % ids.length]!));
        const hidden = hideInTree(given.families, (node) => [given.n.get(node)!], limit, seeds);
        const known = attack(given, hidden);
        for (const id of hidden) {
          const [low, high] = known.get(id)!;
          if (given.n.get(id)! > 0)
            expect(
              high - low,
              `${id} is ${given.n.get(id)}, known as ${low}–${high}`,
            ).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
