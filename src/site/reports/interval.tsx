import type { ShownFigure } from '#contract/reports';
import style from './interval.module.css';

const WIDTH = 200;
const HEIGHT = 20;

/** Where a figure most likely lies, as a thick bar on a thin scale. The words beside it say the same, so it is only seen. */
export function Interval({
  figure,
  scale: [from, to],
}: {
  figure: ShownFigure;
  scale: readonly [number, number];
}) {
  const place = (value: number): number =>
    7 + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * (WIDTH - 14);
  const middle = HEIGHT / 2;
  return (
    <svg
      className={style.interval}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <line className={style.scale} x1={2} x2={WIDTH - 2} y1={middle} y2={middle} />
      <line
        className={style.bar}
        x1={place(figure.low)}
        x2={place(figure.high)}
        y1={middle}
        y2={middle}
      />
      <circle className={style.value} cx={place(figure.value)} cy={middle} r={4} />
    </svg>
  );
}
