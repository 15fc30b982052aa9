import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceFromWhole, differenceOf } from './difference.ts';
import { figureOf, LIMITS, RECOMMENDATION, type Sample, sampleOf, STATEMENT } from './figure.ts';
import { pooledOf } from './pooled.ts';
import { shareInterval } from './share.ts';
import { t95 } from './student.ts';

test.each([
  [1, 12.7062],
  [2, 4.3027],
  [3, 3.1824],
  [4, 2.7764],
  [5, 2.5706],
  [6, 2.4469],
  [7, 2.3646],
  [8, 2.306],
  [9, 2.2622],
  [10, 2.2281],
  [12, 2.1788],
  [15, 2.1314],
  [20, 2.086],
  [25, 2.0595],
  [30, 2.0423],
  [40, 2.0211],
  [60, 2.0003],
  [120, 1.9799],
  [1_000_000, 1.96],
])('t with %d degrees of freedom is %d', (freedom, expected) => {
  expect(t95(freedom)).toBeCloseTo(expected, 4);
});

describe('a statement', () => {
  test('is the mean of 1–5 with an interval by Student’s t', () => {
    // Mean 4.333, s = 0.752, t(59) = 2.001: 0.194 up; 0.201 down, as far as a share of unheard ones. Both are rounded up.
    expect(figureOf(sampleOf([0, 0, 0, 10, 20, 30], STATEMENT), STATEMENT, 5)).toEqual({
      state: 'enough',
      n: 60,
      value: 4.3,
      low: 4,
      high: 4.5,
    });
    const many = [0, 0, 0, 1_000, 2_000, 3_000];
    expect(figureOf(sampleOf(many, STATEMENT), STATEMENT, 5)).toMatchObject({
      value: 4.3,
      low: 4.3,
      high: 4.4,
    });
  });
  test('of few is rounded more, and its interval is as wide as such a mean allows', () => {
    // 4, 4, 5, 5, 5, 3: mean 4.333 → 4.5; s² = 0.5 · 3.5 · 6 / 5, t(5) = 2.5706: 1.52.
    expect(figureOf(sampleOf([0, 0, 0, 1, 2, 3], STATEMENT), STATEMENT, 5)).toEqual({
      state: 'wide',
      n: 6,
      value: 4.5,
      low: 2.9,
      high: 5,
    });
  });
  test('does not count those who cannot say', () => {
    expect(sampleOf([100, 0, 0, 1, 2, 3], STATEMENT)).toEqual(
      sampleOf([0, 0, 0, 1, 2, 3], STATEMENT),
    );
  });
  test('is enough when the interval reaches at most 0.3 from it', () => {
    expect(figureOf(sampleOf([0, 2, 2, 6, 30, 60], STATEMENT), STATEMENT, 5)).toMatchObject({
      state: 'enough',
      n: 100,
    });
  });
  test('on which all agree still has an interval, because others may be unheard', () => {
    expect(figureOf(sampleOf([0, 0, 0, 0, 0, 5], STATEMENT), STATEMENT, 5)).toEqual({
      state: 'wide',
      n: 5,
      value: 5,
      low: 3.2,
      high: 5,
    });
  });
});

describe('the recommendation index', () => {
  test('is the share of 9–10 minus the share of 0–6', () => {
    const sample = sampleOf([0, 0, 0, 0, 0, 5, 5, 10, 10, 40, 30], RECOMMENDATION);
    expect(figureOf(sample, RECOMMENDATION, 5)).toEqual({
      state: 'wide',
      n: 100,
      value: 60,
      low: 44,
      high: 76,
    });
  });
  test('is enough from some three hundred answers on', () => {
    expect(
      figureOf(
        sampleOf([0, 0, 0, 0, 0, 20, 20, 40, 40, 160, 120], RECOMMENDATION),
        RECOMMENDATION,
        5,
      ),
    ).toMatchObject({ state: 'enough' });
  });
});

test.each([
  ['staff', 4],
  ['public', 9],
] as const)('for %s %d answers are too few, and nothing else is said', (who, n) => {
  expect(figureOf(sampleOf([0, 0, 0, 0, 0, n], STATEMENT), STATEMENT, LIMITS[who])).toEqual({
    state: 'few',
  });
  expect(
    figureOf(sampleOf([0, 0, 0, 0, 0, n + 1], STATEMENT), STATEMENT, LIMITS[who]),
  ).toMatchObject({ n: n + 1 });
});

test('a share has Wilson’s interval', () => {
  const { low, high } = shareInterval(8, 10);
  expect(low).toBeCloseTo(0.4902, 3);
  expect(high).toBeCloseTo(0.9433, 3);
  expect(shareInterval(0, 10)).toMatchObject({ share: 0, low: 0 });
});

describe('a difference', () => {
  const better = sampleOf([0, 0, 0, 2, 8, 40], STATEMENT);
  const worse = sampleOf([0, 5, 10, 20, 10, 5], STATEMENT);
  test('is told only when its interval excludes 0', () => {
    expect(differenceOf(better, worse, STATEMENT)).toMatchObject({ verdict: 'higher' });
    expect(differenceOf(worse, better, STATEMENT)).toMatchObject({ verdict: 'lower' });
    expect(differenceOf(worse, worse, STATEMENT)).toMatchObject({
      value: 0,
      verdict: 'cannot-tell',
    });
  });
  test('is that of the figures as they are shown', () => {
    const shown = [better, worse].map((sample) => figureOf(sample, STATEMENT, 5)) as {
      value: number;
    }[];
    expect(differenceOf(better, worse, STATEMENT)!.value).toBeCloseTo(
      shown[0]!.value - shown[1]!.value,
      9,
    );
  });
  test('from the whole that holds it is worked out from the rest of the whole', () => {
    const whole = sampleOf([0, 5, 10, 22, 18, 45], STATEMENT);
    const own = differenceFromWhole(better, whole, STATEMENT)!;
    const fromRest = differenceOf(better, worse, STATEMENT)!;
    expect(own.verdict).toBe('higher');
    expect(own.value).toBeCloseTo(fromRest.value / 2, 1);
    expect(differenceFromWhole(better, better, STATEMENT)).toBeUndefined();
  });
});

describe('the pooled estimate', () => {
  const parent = sampleOf([0, 10, 20, 60, 200, 310], STATEMENT);
  const siblings = [
    sampleOf([0, 5, 10, 30, 60, 45], STATEMENT),
    sampleOf([0, 1, 2, 10, 60, 127], STATEMENT),
    sampleOf([0, 4, 8, 20, 80, 138], STATEMENT),
  ];
  test('draws a small unit much nearer to its parent than a big one', () => {
    const small = sampleOf([0, 2, 1, 1, 1, 0], STATEMENT);
    const big = sampleOf([0, 80, 40, 40, 40, 0], STATEMENT);
    const toParent = (sample: Sample) =>
      Math.abs(pooledOf(sample, parent, [...siblings, sample], STATEMENT)! - parent.mean) /
      Math.abs(sample.mean - parent.mean);
    expect(toParent(small)).toBeLessThan(toParent(big));
    expect(toParent(big)).toBeGreaterThan(0.9);
  });
  test('is the parent’s figure when siblings differ no more than by chance', () => {
    const alike = sampleOf([0, 1, 2, 6, 20, 31], STATEMENT);
    expect(pooledOf(alike, parent, [alike, alike, alike], STATEMENT)).toBe(4.3);
  });
});

test('whatever the counts, value and interval are rounded alike and the value lies within', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 11, maxLength: 11 }), (counts) => {
      for (const scale of [STATEMENT, RECOMMENDATION]) {
        const figure = figureOf(sampleOf(counts.slice(0, scale.values.length), scale), scale, 5);
        if (figure.state === 'few') continue;
        expect(figure.low).toBeLessThanOrEqual(figure.value);
        expect(figure.high).toBeGreaterThanOrEqual(figure.value);
        for (const number of [figure.value, figure.low, figure.high]) {
          expect(number * 10 ** scale.decimals).toBeCloseTo(
            Math.round(number * 10 ** scale.decimals),
            9,
          );
        }
      }
    }),
  );
});
