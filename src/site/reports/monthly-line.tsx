import type { Figure, PublicFigures, ShownFigure } from '#contract/reports';
import { type Language, words } from '#platform/i18n.ts';
import { formatDay, formatInterval, formatMonth, formatNumber } from '#ui/format.ts';
import style from './monthly-line.module.css';

const WIDTH = 480;
const HEIGHT = 250;
const LEFT = 46;
const TOP = 12;
const BOTTOM = 36;
const STEPS = [-100, -50, 0, 50, 100];

interface Point {
  readonly x: number;
  readonly figure: ShownFigure;
}

/** The recommendation index month by month with its intervals, and the same as a table. A new version of the instrument begins a new line. */
export function MonthlyLine({
  line,
  language,
}: {
  line: PublicFigures['line'];
  language: Language;
}) {
  const t = words(language);
  return (
    <figure>
      <svg
        className={style.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden="true"
        focusable="false"
      >
        {STEPS.map((step) => (
          <g key={step}>
            <line
              className={step === 0 ? style.zero : style.grid}
              x1={LEFT}
              x2={WIDTH}
              y1={heightOf(step)}
              y2={heightOf(step)}
            />
            <text className={style.label} x={LEFT - 8} y={heightOf(step) + 4} textAnchor="end">
              {formatNumber(step, language)}
            </text>
          </g>
        ))}
        {line.months.map((month, index) => (
          <text
            key={month}
            className={style.label}
            x={placeOf(index, line.months.length)}
            y={HEIGHT - 8}
            textAnchor="middle"
          >
            {monthLabel(month)}
          </text>
        ))}
        <Breaks line={line} label={t('site:figures.lineBreak')} />
        {line.segments.map(({ set, points }) => (
          <Segment key={set.id} stretches={stretchesOf(points, line.months)} />
        ))}
      </svg>
      {line.segments.slice(1).map(({ set }) => (
        <figcaption key={set.id} className={style.caption}>
          {t('site:figures.lineBreakText', { day: formatDay(set.from, language) })}
        </figcaption>
      ))}
      <details className={style.table}>
        <summary>{t('site:figures.asTable')}</summary>
        <MonthTable line={line} language={language} />
      </details>
    </figure>
  );
}

/** Where a version of the survey gave way to the next: a line across, and its word. */
function Breaks({ line, label }: { line: PublicFigures['line']; label: string }) {
  const place = (month: string | undefined): number =>
    placeOf(line.months.indexOf(month ?? ''), line.months.length);
  return line.segments.slice(1).map(({ set, points }, index) => {
    const x = (place(line.segments[index]?.points.at(-1)?.month) + place(points[0]?.month)) / 2;
    return (
      <g key={set.id}>
        <line className={style.break} x1={x} x2={x} y1={TOP} y2={HEIGHT - BOTTOM} />
        <text className={style.label} x={x + 6} y={HEIGHT - BOTTOM - 8}>
          {label}
        </text>
      </g>
    );
  });
}

function Segment({ stretches }: { stretches: Point[][] }) {
  return stretches.map((points) => (
    <g key={points[0]?.x}>
      <path
        className={style.band}
        d={`${lineOf(points, 'high')} L${lineOf(points.toReversed(), 'low').slice(1)} Z`}
      />
      <path className={style.line} d={lineOf(points, 'value')} />
      {points.map(({ x, figure }) => (
        <circle key={x} className={style.point} cx={x} cy={heightOf(figure.value)} r={4} />
      ))}
    </g>
  ));
}

function MonthTable({ line, language }: { line: PublicFigures['line']; language: Language }) {
  const t = words(language);
  const newestFirst = line.segments.toReversed();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('site:figures.month')}</th>
          <th scope="col">{t('site:figures.index')}</th>
          <th scope="col">{t('site:figures.interval')}</th>
          <th scope="col">{t('site:figures.count')}</th>
        </tr>
      </thead>
      {newestFirst.map(({ set, points }, index) => (
        <tbody key={set.id}>
          {points.toReversed().map((point) => (
            <MonthRow key={point.month} {...point} language={language} />
          ))}
          {index < newestFirst.length - 1 && (
            <tr>
              <td colSpan={4}>
                {t('site:figures.changed', { day: formatDay(set.from, language) })}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

function MonthRow({
  month,
  figure,
  language,
}: {
  month: string;
  figure: Figure;
  language: Language;
}) {
  return (
    <tr>
      <th scope="row">{formatMonth(dayIn(month), language)}</th>
      {figure.state === 'few' ? (
        <td colSpan={3}>{words(language)('site:figures.fewShort')}</td>
      ) : (
        <>
          <td>{formatNumber(figure.value, language)}</td>
          <td>{formatInterval(figure.low, figure.high, language)}</td>
          <td>{formatNumber(figure.n, language)}</td>
        </>
      )}
    </tr>
  );
}

/** Months in a row that have a figure; where one is hidden, the line breaks. */
function stretchesOf(
  points: PublicFigures['line']['segments'][number]['points'],
  months: readonly string[],
): Point[][] {
  const stretches: Point[][] = [[]];
  for (const { month, figure } of points) {
    if (figure.state === 'few') stretches.push([]);
    else stretches.at(-1)?.push({ x: placeOf(months.indexOf(month), months.length), figure });
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

const dayIn = (month: string): string => (month.length === 7 ? `${month}-01` : month);
const monthLabel = (month: string): string => `${Number(month.slice(5, 7))}/${month.slice(2, 4)}`;
const placeOf = (index: number, count: number): number =>
  Math.round(LEFT + ((index + 0.5) / count) * (WIDTH - LEFT));
const heightOf = (value: number): number =>
  Math.round(TOP + ((100 - value) / 200) * (HEIGHT - TOP - BOTTOM));
const lineOf = (points: readonly Point[], end: 'low' | 'high' | 'value'): string =>
  `M${points.map(({ x, figure }) => `${x} ${heightOf(figure[end])}`).join(' L')}`;
