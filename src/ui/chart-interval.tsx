/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an SVG in the page is an image, too, and an <img> could not take its colours */
import { scaleLinear } from '@visx/scale';
import { classNames } from './class-names.ts';
import style from './chart-interval.module.css';

interface IntervalBarProps {
  value: number;
  low: number;
  high: number;
  /** What it is compared with: a dashed line across. */
  comparison?: number | null;
  /** The ends of the scale. */
  scale: readonly [least: number, most: number];
  /** It is worse than the comparison beyond chance; words beside it must say so, too. */
  below?: boolean;
  /** Says the same in words. */
  label: string;
}

const WIDTH = 200;
const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;
// Room for the dot at the ends.
const EDGE = 8;

/** Where a figure probably lies: a thick bar on a thin scale, a dot on the figure itself. */
export function IntervalBar({
  value,
  low,
  high,
  comparison,
  scale,
  below,
  label,
}: IntervalBarProps) {
  const place = scaleLinear<number>({ domain: [...scale], range: [EDGE, WIDTH - EDGE] });
  return (
    <svg
      className={classNames(style.chart, below && style.below)}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <line className={style.scale} x1={1} x2={WIDTH - 1} y1={MIDDLE} y2={MIDDLE} />
      <line className={style.bar} x1={place(low)} x2={place(high)} y1={MIDDLE} y2={MIDDLE} />
      {typeof comparison === 'number' && (
        <line
          className={style.comparison}
          x1={place(comparison)}
          x2={place(comparison)}
          y1={1}
          y2={HEIGHT - 1}
        />
      )}
      <circle className={style.dot} cx={place(value)} cy={MIDDLE} r={4.5} />
    </svg>
  );
}
