import { expect, test } from 'vitest';
import { type Counts } from './counts.ts';
import { figureOf, LIMITS, RECOMMENDATION, sampleOf, type Scale, STATEMENT } from './figure.ts';

/** With fewer than 40 answers a figure follows from their number and sum alone, so any counts with that sum will do. */
const alikeStatement = (n: number, sum: number): Counts => {
  const low = Math.floor(sum / n);
  const higher = sum - low * n;
  return [0, 1, 2, 3, 4, 5].map((score) =>
    score === low ? n - higher : score === low + 1 ? higher : 0,
  );
};
const alikeRecommendation = (n: number, sum: number): Counts =>
  Array.from({ length: 11 }, (_, score) =>
    score === 8 ? n - Math.abs(sum) : score === (sum < 0 ? 0 : 10) ? Math.abs(sum) : 0,
  );

/** Of all cases at `n` answers, in how many one look before and one after the next answer leaves only one thing that it can have been. */
function certain(
  scale: Scale,
  counts: (n: number, sum: number) => Counts,
  answers: readonly number[],
  n: number,
): number {
  const shown = (size: number, sum: number): string =>
    JSON.stringify(figureOf(sampleOf(counts(size, sum), scale), scale, LIMITS.staff));
  const [least, most] = [answers[0]! * n, answers.at(-1)! * n];
  const cases = Array.from({ length: most - least + 1 }, (_, more) => least + more).flatMap((sum) =>
    answers.map((answer) => ({ answer, seen: shown(n, sum) + shown(n + 1, sum + answer) })),
  );
  const alike = [...Map.groupBy(cases, ({ seen }) => seen).values()];
  const sure = alike.filter((group) => new Set(group.map(({ answer }) => answer)).size === 1);
  return sure.flat().length / cases.length;
}

const sizes = Array.from({ length: 34 }, (_, more) => 5 + more);

// What privacy.md says of somebody who looks just before and just after an answer. It cannot be nothing while figures are live.
test.each([
  ['a statement', STATEMENT, alikeStatement, [1, 2, 3, 4, 5], 24],
  ['the recommendation', RECOMMENDATION, alikeRecommendation, [-1, 0, 1], 36],
] as const)(
  'F2: who watches one answer to %s come is rarely certain of it',
  (_, scale, counts, answers, percent) => {
    const shares = sizes.map((n) => Math.round(100 * certain(scale, counts, answers, n)));
    expect(Math.max(...shares)).toBe(percent);
  },
);
