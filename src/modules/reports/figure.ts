import type { Figure } from './contract.ts';
import type { Counts } from './counts.ts';
import { lowestShare } from './share.ts';
import { t95 } from './student.ts';

/**
 * What a figure is measured on: its ends, when its interval is wide, to how many decimals all of it is rounded, and how
 * much coarser the figures of few answers are (see `tellable`).
 */
export interface Scale {
  /** What each count stands for; null is left out (cannot say). */
  readonly values: readonly (number | null)[];
  readonly least: number;
  readonly most: number;
  readonly widest: number;
  readonly decimals: number;
  /** From how many answers on a mean is rounded to which step, the most first; the last is for all that are fewer. */
  readonly steps: readonly (readonly [from: number, step: number])[];
  /** With fewer answers, the interval is worked out from the rounded mean alone. */
  readonly spreadFrom: number;
}

/** A statement: 0 = cannot say, which never counts, then 1–5. */
export const STATEMENT: Scale = {
  values: [null, 1, 2, 3, 4, 5],
  least: 1,
  most: 5,
  widest: 0.3,
  decimals: 1,
  steps: [
    [15, 0.1],
    [7, 0.2],
    [0, 0.5],
  ],
  spreadFrom: 40,
};

/** The recommendation index: % of 9–10 minus % of 0–6 is the mean of −100, 0 and +100. */
export const RECOMMENDATION: Scale = {
  values: [-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100],
  least: -100,
  most: 100,
  widest: 10,
  decimals: 0,
  steps: [
    [200, 1],
    [29, 5],
    [14, 10],
    [7, 20],
    [0, 50],
  ],
  spreadFrom: 300,
};

/** Fewer answers than this are never shown: to staff, and to everybody. */
export const LIMITS = { staff: 5, public: 10 } as const;

/** What the statistics need of some counts: no more than may be told of them, as every number that is shown comes from it. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  /** Of the answers, with n − 1. */
  readonly variance: number;
}

/** Summarises counts on a scale. Where fewer people are told than there are, everything is worked out as if from so many. */
export function sampleOf(counts: Counts, scale: Scale, told?: number): Sample {
  const sample = summarise(counts, scale);
  return tellable(told === undefined ? sample : { ...sample, n: told }, scale);
}

/**
 * What may be told of a sample. From n, mean and interval of few answers one can work out what each of them was: 4.8
 * of five is four fives and a four. So the mean of few is rounded, and their interval is that of the answers that lie
 * farthest apart for such a mean (Bhatia and Davis): never too narrow, and it says nothing more of them. The steps are
 * the finest that leave no count of one to four people certain; `worked-back.test.ts` tries them all.
 */
function tellable(sample: Sample, scale: Scale): Sample {
  const { n } = sample;
  if (n < 2) return sample;
  if (n >= scale.spreadFrom) {
    const greatest = greatestVariance(sample, scale);
    return sample.variance > NEARLY * greatest ? { ...sample, variance: greatest } : sample;
  }
  const [, step] = scale.steps.find(([from]) => n >= from)!;
  const mean = Math.min(scale.most, Math.max(scale.least, roundTo(sample.mean / step, 0) * step));
  return { n, mean, variance: greatestVariance({ n, mean }, scale) };
}

const NEARLY = 0.75;

const greatestVariance = ({ n, mean }: Pick<Sample, 'n' | 'mean'>, scale: Scale): number =>
  ((scale.most - mean) * (mean - scale.least) * n) / (n - 1);

function summarise(counts: Counts, scale: Scale): Sample {
  let n = 0;
  let sum = 0;
  scale.values.forEach((value, index) => {
    if (value === null) return;
    n += counts[index] ?? 0;
    sum += value * (counts[index] ?? 0);
  });
  if (n === 0) return { n, mean: Number.NaN, variance: Number.NaN };
  const mean = sum / n;
  let squares = 0;
  scale.values.forEach((value, index) => {
    if (value !== null) squares += (counts[index] ?? 0) * (value - mean) ** 2;
  });
  return { n, mean, variance: n > 1 ? squares / (n - 1) : Number.NaN };
}

/** How far the interval reaches from the mean, before it is cut at the ends of the scale. */
export function reachOf(sample: Sample, scale: Scale): { down: number; up: number } {
  const half = sample.variance > 0 ? t95(sample.n - 1) * Math.sqrt(sample.variance / sample.n) : 0;
  // Where nearly all answered alike, their own variance says too little: a share of others may still be unseen.
  const unseen = 1 - lowestShare(sample.n, sample.n);
  return {
    down: Math.max(half, unseen * (sample.mean - scale.least)),
    up: Math.max(half, unseen * (scale.most - sample.mean)),
  };
}

// Ends of so many times the answers from which the interval is their own are rounded each by itself.
const ENDS_APART = 10;

/**
 * The figure of a sample: value and interval rounded together, or hidden when there are fewer than `limit`. Unless there
 * are very many answers, the interval reaches a round number from the rounded value: ends that were rounded by
 * themselves would tell the mean more precisely than its value does.
 */
export function figureOf(sample: Sample, scale: Scale, limit: number): Figure {
  if (sample.n < limit) return { state: 'few' };
  const { down, up } = reachOf(sample, scale);
  const value = roundTo(sample.mean, scale.decimals);
  const apart = sample.n >= ENDS_APART * scale.spreadFrom;
  const low = apart ? sample.mean - down : value - roundUp(down, scale.decimals);
  const high = apart ? sample.mean + up : value + roundUp(up, scale.decimals);
  return {
    state: Math.max(down, up) > scale.widest ? 'wide' : 'enough',
    n: sample.n,
    value,
    low: roundTo(Math.max(scale.least, low), scale.decimals),
    high: roundTo(Math.min(scale.most, high), scale.decimals),
  };
}

/** Rounds half up, and never to a negative zero. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor + 0;
}

const roundUp = (value: number, decimals: number): number =>
  Math.ceil(value * 10 ** decimals - 1e-9) / 10 ** decimals;
