import { describe, expect, test } from 'vitest';
import { figureOf, LIMITS, RECOMMENDATION, sampleOf, type Scale, STATEMENT } from './figure.ts';

const TABLES = 5_000;

const upTo = (most: number): number[] =>
  Array.from({ length: most - LIMITS.staff + 1 }, (_, index) => LIMITS.staff + index);

/** The answers that a figure tells apart: each statement's score, and of the recommendation for, between and against. */
const KINDS = [
  {
    name: 'statements',
    scale: STATEMENT,
    places: [1, 2, 3, 4, 5],
    width: 6,
    sizes: [...upTo(20), 25, 30, 33, 39, 40, 44],
  },
  {
    name: 'recommendation',
    scale: RECOMMENDATION,
    places: [0, 8, 10],
    width: 11,
    sizes: [...upTo(32), 50, 99, 100, 199, 200, 299, 300, 340, 500],
  },
] as const;

/** Whatever shows one figure: how few and how many may have given each answer. */
interface Known {
  readonly least: number[];
  readonly most: number[];
}

describe.each(KINDS)('F4: of $name', ({ scale, places, width, sizes }) => {
  const solved = new Map(sizes.map((n) => [n, solve(scale, places, width, n)]));

  test('whoever tries all counts that give a figure is sure of no one to four people', () => {
    const certain = sizes.flatMap((n) =>
      [...solved.get(n)!]
        .filter(([, known]) => isolates(known, n))
        .map(([figure, { least }]) => `${figure}: ${least.join(' ')}`),
    );
    expect(certain).toEqual([]);
  });

  test(`${TABLES} tables as they come are all among those`, () => {
    const random = generator(20_261_122);
    const found: string[] = [];
    for (let table = 0; table < TABLES; table += 1) {
      const n = sizes[table % sizes.length]!;
      const counts = draw(random, n, places.length);
      const figure = figureFrom(scale, places, width, counts);
      const known = solved.get(n)!.get(figure);
      if (!known || isolates(known, n)) found.push(`${figure}: ${counts.join(' ')}`);
    }
    expect(found).toEqual([]);
  });
});

const isolates = ({ least, most }: Known, n: number): boolean =>
  least.some((count, place) => {
    const few = Math.min(count, n - count);
    return count === most[place] && few > 0 && few < LIMITS.staff;
  });

/** All counts of n answers, by the figure that they give. */
function solve(
  scale: Scale,
  places: readonly number[],
  width: number,
  n: number,
): Map<string, Known> {
  const solutions = new Map<string, Known>();
  for (const counts of allCounts(n, places.length)) {
    const known = solutions.getOrInsertComputed(figureFrom(scale, places, width, counts), () => ({
      least: [...counts],
      most: [...counts],
    }));
    for (const [place, count] of counts.entries()) {
      known.least[place] = Math.min(known.least[place]!, count);
      known.most[place] = Math.max(known.most[place]!, count);
    }
  }
  return solutions;
}

function figureFrom(
  scale: Scale,
  places: readonly number[],
  width: number,
  counts: readonly number[],
): string {
  const all = Array.from({ length: width }, () => 0);
  for (const [index, place] of places.entries()) all[place] = counts[index]!;
  return JSON.stringify(figureOf(sampleOf(all, scale), scale, LIMITS.staff));
}

function* allCounts(n: number, places: number): Generator<number[]> {
  if (places === 1) {
    yield [n];
    return;
  }
  for (let first = 0; first <= n; first += 1)
    for (const rest of allCounts(n - first, places - 1)) yield [first, ...rest];
}

/** Answers as they come: from an even spread to nearly all alike. */
function draw(random: () => number, n: number, places: number): number[] {
  const sharpness = 1 + 6 * random();
  const weights = Array.from({ length: places }, () => random() ** sharpness);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map(() => 0);
  for (let person = 0; person < n; person += 1) {
    let left = random() * total;
    const place = weights.findIndex((weight) => (left -= weight) < 0);
    counts[Math.max(0, place)]! += 1;
  }
  return counts;
}

/** The same numbers in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d_2b_79_f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
