import type { Dashboard, Figure } from '#contract/reports';
import type { ChartSegment } from '#ui/chart-line.tsx';

/** The line as the chart draws it: what is hidden is a gap. */
export function chartOf({ segments }: Dashboard['line']): ChartSegment[] {
  return segments.map(({ set, points }) => ({
    key: set.id,
    points: points.map(({ month, figure, parent }) => ({
      key: month,
      figure: figure.state === 'few' ? null : figure,
      comparison: parent ? valueOf(parent) : null,
    })),
  }));
}

const valueOf = (figure: Figure): number | null => (figure.state === 'few' ? null : figure.value);

// A range of fewer points would show chance as mountains.
const NARROWEST = 60;

/** The part of the scale that a small chart shows: all that is drawn, and never a narrow part. */
export function rangeOf(segments: readonly ChartSegment[]): [number, number] {
  const drawn = segments.flatMap(({ points }) =>
    points.flatMap(({ figure, comparison }) => [
      ...(figure ? [figure.low, figure.high] : []),
      ...(comparison === null ? [] : [comparison]),
    ]),
  );
  const [least, most] = drawn.length > 0 ? [Math.min(...drawn), Math.max(...drawn)] : [-100, 100];
  const missing = Math.max(0, NARROWEST - (most - least)) / 2;
  return [Math.max(-100, least - missing), Math.min(100, most + missing)];
}
