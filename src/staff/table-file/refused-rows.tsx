import { useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { classNames } from '#ui/class-names.ts';
import type { Column } from '#ui/table.tsx';
import { PagedTable } from './paged-table.tsx';
import { groupRefused, rangesOf, type RefusedGroup } from './refused-groups.ts';
import type { TableFileLine } from './table-outcome.tsx';
import style from './table-outcome.module.css';

interface RefusedRowsProps<Line extends TableFileLine> {
  lines: readonly Line[];
  /** What stands in a row, so that it is found in the file. */
  nameOf: (line: Line) => string;
}

// Of more rows than these the numbers alone are told.
const MOST_NAMED = 3;

/** The rows that are refused: what to do is said once for all rows that lack the same, and each is told by its number. */
export function RefusedRows<Line extends TableFileLine>({ lines, nameOf }: RefusedRowsProps<Line>) {
  const t = useWords();
  const columns: readonly Column<RefusedGroup<Line>>[] = [
    {
      key: 'lines',
      head: t('common:file.refusedRows'),
      cell: (group) => <Lines lines={group.lines} nameOf={nameOf} />,
      rowHead: true,
    },
    {
      key: 'why',
      head: t('common:file.why'),
      cell: ({ column, detail }) => (
        <div className={style.said}>
          <p>
            {column && <strong>{t('common:file.inColumn', { column })} </strong>}
            {detail}
          </p>
        </div>
      ),
    },
  ];
  return (
    <Card title={t('common:file.refusedRows')}>
      <p>{t('common:file.refusedLead')}</p>
      <PagedTable
        caption={t('common:file.refusedRows')}
        columns={columns}
        rows={groupRefused(lines)}
        keyOf={({ column, detail }) => `${column} ${detail}`}
      />
    </Card>
  );
}

function Lines<Line extends TableFileLine>({ lines, nameOf }: RefusedRowsProps<Line>) {
  const t = useWords();
  const count = lines.length;
  const names = [...new Set(lines.map(nameOf))].filter((name) => name !== '');
  return (
    <div className={classNames(style.said, style.lines)}>
      {t('common:file.lines', { count, lines: rangesOf(lines.map(({ line }) => line)) })}
      <span className={style.names}>
        {count > MOST_NAMED ? t('common:file.inAll', { count }) : names.join(', ')}
      </span>
    </div>
  );
}
