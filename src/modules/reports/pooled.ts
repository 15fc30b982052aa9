import { meanVariance } from './difference.ts';
import { roundTo, type Sample, type Scale } from './figure.ts';

/**
 * The best guess of a node's true figure: its own one drawn towards the parent's, the more the less it rests on.
 * How much siblings truly differ is estimated from all of them (DerSimonian and Laird's moments). Undefined without
 * siblings to learn from.
 */
export function pooledOf(
  own: Sample,
  parent: Sample,
  siblings: readonly Sample[],
  scale: Scale,
): number | undefined {
  const known = siblings.filter(({ n }) => n >= 2);
  if (own.n < 2 || known.length < 2) return undefined;
  const between = varianceBetween(known, scale);
  const weight = between / (between + meanVariance(own, scale));
  return roundTo(parent.mean + weight * (own.mean - parent.mean), scale.decimals);
}

function varianceBetween(samples: readonly Sample[], scale: Scale): number {
  const weighted = samples.map((sample) => ({
    mean: sample.mean,
    weight: 1 / meanVariance(sample, scale),
  }));
  const total = sum(weighted.map(({ weight }) => weight));
  const centre = sum(weighted.map(({ mean, weight }) => mean * weight)) / total;
  const spread = sum(weighted.map(({ mean, weight }) => weight * (mean - centre) ** 2));
  const scaling = total - sum(weighted.map(({ weight }) => weight * weight)) / total;
  return Math.max(0, (spread - (samples.length - 1)) / scaling);
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
