import { Card, CardGrid } from '#ui/card.tsx';
import {
  formatDay,
  formatDays,
  formatDifference,
  formatInterval,
  formatMoment,
  formatNumber,
  formatPercent,
} from '#ui/format.ts';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLanguage } from '#ui/words.tsx';
import style from './frame-samples.module.css';

interface Row {
  readonly statement: string;
  readonly mean: number | null;
  readonly n: number;
}

const ROWS: readonly Row[] = [
  { statement: 'I got help when I needed it', mean: 4.56, n: 62 },
  { statement: 'I know how my care goes on', mean: 3.91, n: 1061 },
  { statement: 'I found the care useful', mean: null, n: 4 },
];

/** Cards, tables and figures as they are written. */
export function FrameSamples() {
  const language = useLanguage();
  const columns: Column<Row>[] = [
    { key: 'statement', head: 'Statement', rowHead: true, cell: ({ statement }) => statement },
    {
      key: 'mean',
      head: 'Mean',
      numeric: true,
      cell: ({ mean }) => (mean === null ? 'hidden' : formatNumber(mean, language, 1)),
    },
    {
      key: 'interval',
      head: 'Likely between',
      numeric: true,
      cell: ({ mean }) =>
        mean === null ? '' : formatInterval(mean - 0.3, mean + 0.3, language, 1),
    },
    {
      key: 'n',
      head: 'n',
      numeric: true,
      cell: ({ n }) => (n < 5 ? '< 5' : formatNumber(n, language)),
    },
    {
      key: 'state',
      head: 'State',
      cell: ({ mean }) => (mean === null ? <Tag>too few</Tag> : <Tag tone="good">enough</Tag>),
    },
  ];
  return (
    <>
      <CardGrid>
        <Card
          figure
          title="Net promoter score"
          aside={<Tag tone="warning">imprecise</Tag>}
          footer="Former period 66"
        >
          <p className={style.figure}>71</p>
          <p>64 answers · likely {formatInterval(58, 84, language)}</p>
        </Card>
        <Card figure title="Answers" aside={<Tag tone="good">on target</Tag>}>
          <p className={style.figure}>{formatNumber(30_412, language)}</p>
          <p>{formatPercent(0.27, language)} of those asked</p>
        </Card>
        <Card figure title="Dates and differences">
          <p>{formatDay('2026-11-03', language)}</p>
          <p>{formatDays('2026-10-05', '2026-11-03', language)}</p>
          <p>{formatMoment('2026-11-03T07:12:00Z', language)}</p>
          <p>
            {formatDifference(0.3, language, 1)} and {formatDifference(-12, language)}
          </p>
        </Card>
      </CardGrid>
      <Card title="Table">
        <Table
          caption="Statements"
          captionHidden
          columns={columns}
          rows={ROWS}
          keyOf={({ statement }) => statement}
          note="Dashed line: the parent."
        />
      </Card>
    </>
  );
}
