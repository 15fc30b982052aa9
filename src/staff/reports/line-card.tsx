import type { Dashboard } from '#contract/reports';
import { inLanguage } from '#platform/language.ts';
import { Card } from '#ui/card.tsx';
import { ChartFrame } from '#ui/chart-frame.tsx';
import { LineChart } from '#ui/chart-line.tsx';
import { formatDay, formatMonth, formatNumber } from '#ui/format.ts';
import { Table } from '#ui/table.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { chartOf } from './line-data.ts';
import { intervalWords } from './report-words.tsx';

const HEIGHTS = [-100, -50, 0, 50, 100];

/** The recommendation index over the closed months, and the same as a table. */
export function LineCard({ report: { line, path } }: { report: Dashboard }) {
  const t = useWords();
  const language = useLanguage();
  const above = path.at(-1);
  const name = above && inLanguage(above.name, language);
  const [first, last] = [line.months[0], line.months.at(-1)];
  if (line.segments.length === 0 || !first || !last) return null;
  return (
    <Card title={t('reports:line')}>
      <ChartFrame
        caption={[
          name ? t('reports:lineNote', { name }) : t('reports:lineNoteAlone'),
          ...line.segments
            .slice(1)
            .map(({ set }) => t('reports:lineBreakNote', { day: formatDay(set.from, language) })),
        ].join(' ')}
        tableLabel={t('reports:asTable')}
        chart={
          <LineChart
            keys={line.months}
            segments={chartOf(line)}
            scale={[-100, 100]}
            label={t('reports:lineLabel', {
              from: formatMonth(first, language),
              to: formatMonth(last, language),
            })}
            axes={{
              heights: HEIGHTS,
              heightLabel: (height) => formatNumber(height, language),
              keyLabel: (month) => `${Number(month.slice(5, 7))}`,
              breakLabel: t('reports:lineBreak'),
            }}
          />
        }
        table={<LineTable line={line} name={name} />}
      />
    </Card>
  );
}

function LineTable({ line, name }: { line: Dashboard['line']; name: string | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const rows = line.segments
    .flatMap(({ set, points }) => points.map((point) => ({ ...point, set })))
    .toReversed();
  return (
    <Table
      dense
      caption={t('reports:line')}
      captionHidden
      rows={rows}
      keyOf={({ month, set }) => `${month} ${set.id}`}
      columns={[
        {
          key: 'month',
          head: t('reports:month'),
          rowHead: true,
          cell: ({ month }) => formatMonth(month, language),
        },
        {
          key: 'value',
          head: t('reports:value'),
          numeric: true,
          cell: ({ figure }) =>
            figure.state === 'few' ? t('reports:state.few') : formatNumber(figure.value, language),
        },
        {
          key: 'interval',
          head: t('reports:interval'),
          numeric: true,
          cell: ({ figure }) =>
            figure.state === 'few' ? '–' : intervalWords(figure.low, figure.high, language, 0),
        },
        {
          key: 'n',
          head: t('reports:count'),
          numeric: true,
          cell: ({ figure }) =>
            figure.state === 'few' ? t('reports:hiddenCount') : formatNumber(figure.n, language),
        },
        ...(name
          ? [
              {
                key: 'parent',
                head: name,
                numeric: true,
                cell: ({ parent }: (typeof rows)[number]) =>
                  !parent || parent.state === 'few' ? '–' : formatNumber(parent.value, language),
              },
            ]
          : []),
        ...(line.segments.length > 1
          ? [
              {
                key: 'set',
                head: t('reports:version'),
                numeric: true,
                cell: ({ set }: (typeof rows)[number]) => `${set.version}`,
              },
            ]
          : []),
      ]}
    />
  );
}
