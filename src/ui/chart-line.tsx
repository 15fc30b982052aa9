/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an SVG in the page is an image, too, and an <img> could not take its colours */
import { scaleLinear, scalePoint } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { classNames } from './class-names.ts';
import style from './chart-line.module.css';

/** A point in time; null where the figure is hidden or there is none. */
export interface ChartPoint {
  readonly key: string;
  readonly figure: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly comparison: number | null;
}

/** Points that may be joined. Between two segments the line breaks, because they were measured differently. */
export interface ChartSegment {
  readonly key: string;
  readonly points: readonly ChartPoint[];
}

interface LineChartProps {
  /** All points in time, oldest first. */
  keys: readonly string[];
  segments: readonly ChartSegment[];
  scale: readonly [least: number, most: number];
  /** Says what it shows; the figures themselves stand in a table beside it. */
  label: string;
  /** Axes: heights to mark with their words, and what stands under a point in time. Without them it is a sparkline. */
  axes?: {
    readonly heights: readonly number[];
    readonly heightLabel: (height: number) => string;
    readonly keyLabel: (key: string) => string;
    /** What stands at a break. */
    readonly breakLabel: string;
  };
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
}

const FULL: Frame = { width: 640, height: 260, left: 44, bottom: 28 };
const SPARK: Frame = { width: 300, height: 64, left: 6, bottom: 6 };
const EDGE = 10;

/** A figure over time with the range in which it probably lies; gaps where it is hidden, breaks where it was measured differently. */
export function LineChart({ keys, segments, scale, label, axes }: LineChartProps) {
  const { width, height, left, bottom } = axes ? FULL : SPARK;
  const places = scalePoint({ domain: [...keys], range: [left + EDGE, width - EDGE] });
  const heights = scaleLinear<number>({ domain: [...scale], range: [height - bottom, EDGE] });
  const x = (point: ChartPoint): number => places(point.key) ?? 0;
  const y = (value: number): number => heights(value);
  return (
    <svg
      className={classNames(style.chart, !axes && style.spark)}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {axes?.heights.map((mark) => (
        <g key={mark}>
          <line
            className={mark === 0 ? style.zero : style.grid}
            x1={left}
            x2={width}
            y1={y(mark)}
            y2={y(mark)}
          />
          <text className={style.label} x={left - 8} y={y(mark) + 4} textAnchor="end">
            {axes.heightLabel(mark)}
          </text>
        </g>
      ))}
      {axes &&
        keys.map((key) => (
          <text
            key={key}
            className={style.label}
            x={places(key)}
            y={height - 8}
            textAnchor="middle"
          >
            {axes.keyLabel(key)}
          </text>
        ))}
      {segments.slice(1).map(({ key, points }, index) => {
        const last = segments[index]?.points.at(-1);
        const at = ((last ? x(last) : 0) + (points[0] ? x(points[0]) : 0)) / 2;
        return (
          <g key={key}>
            <line className={style.break} x1={at} x2={at} y1={EDGE} y2={height - bottom} />
            {axes && (
              <text className={style.label} x={at + 5} y={EDGE + 10}>
                {axes.breakLabel}
              </text>
            )}
          </g>
        );
      })}
      {segments.map((segment) => (
        <Segment key={segment.key} points={segment.points} x={x} y={y} dots={Boolean(axes)} />
      ))}
    </svg>
  );
}

function Segment({
  points,
  x,
  y,
  dots,
}: {
  points: readonly ChartPoint[];
  x: (point: ChartPoint) => number;
  y: (value: number) => number;
  dots: boolean;
}) {
  const data = [...points];
  // A point between two gaps has no line to be seen by.
  const isAlone = (index: number): boolean => !data[index - 1]?.figure && !data[index + 1]?.figure;
  return (
    <g>
      <Area
        className={style.band ?? ''}
        data={data}
        defined={({ figure }) => figure !== null}
        x={x}
        y0={({ figure }) => y(figure?.low ?? 0)}
        y1={({ figure }) => y(figure?.high ?? 0)}
      />
      <LinePath
        className={style.comparison ?? ''}
        data={data}
        defined={({ comparison }) => comparison !== null}
        x={x}
        y={({ comparison }) => y(comparison ?? 0)}
      />
      <LinePath
        className={style.line ?? ''}
        data={data}
        defined={({ figure }) => figure !== null}
        x={x}
        y={({ figure }) => y(figure?.value ?? 0)}
      />
      {data.map(({ key, figure }, index) =>
        figure && (dots || isAlone(index)) ? (
          <circle
            key={key}
            className={style.dot}
            cx={x(data[index]!)}
            cy={y(figure.value)}
            r={dots ? 4 : 3}
          />
        ) : null,
      )}
    </g>
  );
}
