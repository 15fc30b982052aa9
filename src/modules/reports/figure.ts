import type { Figure } from './contract.ts';
import type { Counts } from './counts.ts';
import { lowestShare } from './share.ts';
import { t95 } from './student.ts';

/** What a figure is measured on: its ends, when its interval is wide, and to how many decimals all of it is rounded. */
export interface Scale {
  /** What each count stands for; null is left out (cannot say). */
  readonly values: readonly (number | null)[];
  readonly least: number;
  readonly most: number;
  readonly widest: number;
  readonly decimals: number;
}

/** A statement: 0 = cannot say, which never counts, then 1–5. */
export const STATEMENT: Scale = {
  values: [null, 1, 2, 3, 4, 5],
  least: 1,
  most: 5,
  widest: 0.3,
  decimals: 1,
};

/** The recommendation index: % of 9–10 minus % of 0–6 is the mean of −100, 0 and +100. */
export const RECOMMENDATION: Scale = {
  values: [-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100],
  least: -100,
  most: 100,
  widest: 10,
  decimals: 0,
};

/** Fewer answers than this are never shown: to staff, and to everybody. */
export const LIMITS = { staff: 5, public: 10 } as const;

/** What the statistics need of some counts. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  /** Of the answers, with n − 1. */
  readonly variance: number;
}

/** Summarises counts on a scale. */
export function sampleOf(counts: Counts, scale: Scale): Sample {
  let n = 0;
  let sum = 0;
  for (const [index, value] of scale.values.entries()) {
    if (value === null) continue;
    n += counts[index] ?? 0;
    sum += value * (counts[index] ?? 0);
  }
  if (n === 0) return { n, mean: Number.NaN, variance: Number.NaN };
  const mean = sum / n;
  let squares = 0;
  for (const [index, value] of scale.values.entries()) {
    if (value !== null) squares += (counts[index] ?? 0) * (value - mean) ** 2;
  }
  return { n, mean, variance: n > 1 ? squares / (n - 1) : Number.NaN };
}

/** How far the interval reaches from the mean, before it is cut at the ends of the scale. */
export function reachOf(sample: Sample, scale: Scale): { down: number; up: number } {
  if (sample.variance > 0) {
    const half = t95(sample.n - 1) * Math.sqrt(sample.variance / sample.n);
    return { down: half, up: half };
  }
  // All answered alike, so the answers' own variance says nothing. What may still be unseen is a share of others.
  const unseen = 1 - lowestShare(sample.n, sample.n);
  return { down: unseen * (sample.mean - scale.least), up: unseen * (scale.most - sample.mean) };
}

/** The figure of a sample: value and interval rounded together, or hidden when there are fewer than `limit`. */
export function figureOf(sample: Sample, scale: Scale, limit: number): Figure {
  if (sample.n < limit) return { state: 'few' };
  const { down, up } = reachOf(sample, scale);
  return {
    state: Math.max(down, up) > scale.widest ? 'wide' : 'enough',
    n: sample.n,
    value: roundTo(sample.mean, scale.decimals),
    low: roundTo(Math.max(scale.least, sample.mean - down), scale.decimals),
    high: roundTo(Math.min(scale.most, sample.mean + up), scale.decimals),
  };
}

/** Rounds half up, and never to a negative zero. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor + 0;
}
