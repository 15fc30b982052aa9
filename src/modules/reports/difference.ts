import type { Difference } from './contract.ts';
import { reachOf, roundTo, type Sample, type Scale } from './figure.ts';
import { t95 } from './student.ts';

/**
 * The difference `one − other` of two separate samples with its 95 % interval (Welch). Undefined when either has
 * fewer than two answers. `part` scales it down: see `differenceFromWhole`.
 */
export function differenceOf(
  one: Sample,
  other: Sample,
  scale: Scale,
  part = 1,
): Difference | undefined {
  if (one.n < 2 || other.n < 2) return undefined;
  const a = meanVariance(one, scale);
  const b = meanVariance(other, scale);
  const freedom = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1));
  const half = t95(freedom) * Math.sqrt(a + b) * part;
  const exact = (one.mean - other.mean) * part;
  // Of the figures as they are shown, so that a reader who subtracts gets the same.
  const whole = other.mean + (one.mean - other.mean) * (1 - part);
  const value = roundTo(
    roundTo(one.mean, scale.decimals) - roundTo(whole, scale.decimals),
    scale.decimals,
  );
  const low = Math.min(value, roundTo(exact - half, scale.decimals));
  const high = Math.max(value, roundTo(exact + half, scale.decimals));
  return { value, low, high, verdict: low > 0 ? 'higher' : high < 0 ? 'lower' : 'cannot-tell' };
}

/**
 * The difference of a part from the whole that holds it: the whole's answers are partly its own, so what is compared
 * is the rest of the whole.
 */
export function differenceFromWhole(
  part: Sample,
  whole: Sample,
  scale: Scale,
): Difference | undefined {
  const rest = withoutPart(whole, part);
  return rest && differenceOf(part, rest, scale, rest.n / whole.n);
}

function withoutPart(whole: Sample, part: Sample): Sample | undefined {
  const n = whole.n - part.n;
  if (part.n < 2 || n < 2) return undefined;
  const mean = (whole.n * whole.mean - part.n * part.mean) / n;
  const squares =
    squaresOf(whole) - squaresOf(part) - (part.n * n * (part.mean - mean) ** 2) / whole.n;
  return { n, mean, variance: Math.max(0, squares) / (n - 1) };
}

const squaresOf = (sample: Sample): number => (sample.n > 1 ? sample.variance * (sample.n - 1) : 0);

/** The variance of a sample's mean; where all answered alike, what its interval allows for. */
export function meanVariance(sample: Sample, scale: Scale): number {
  if (sample.variance > 0) return sample.variance / sample.n;
  const { down, up } = reachOf(sample, scale);
  return (Math.max(down, up) / t95(sample.n - 1)) ** 2;
}
