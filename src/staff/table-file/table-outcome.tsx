import type { ReactNode } from 'react';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FormActions } from '#ui/form.tsx';
import { formatNumber } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import type { Column } from '#ui/table.tsx';
import { PagedTable } from './paged-table.tsx';
import { RefusedRows } from './refused-rows.tsx';
import style from './table-outcome.module.css';

/** One row of a table: what it changes, or why it is refused. */
export interface TableFileLine {
  readonly line: number;
  readonly changes: readonly unknown[];
  readonly refusals: readonly {
    readonly code: string;
    /** The column in which it is put right. */
    readonly column?: string | null;
    readonly detail: string;
  }[];
}

/** What a table changes or has changed, in numbers. */
export interface TableOutcomeFacts {
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unchanged: number;
  readonly ignored: readonly string[];
  readonly encoding: string;
}

interface TableOutcomeProps<Line extends TableFileLine> {
  outcome: TableOutcomeFacts & { readonly lines: readonly Line[] };
  title: string;
  /** How many changes there are of each kind. */
  counts: readonly (readonly [label: string, number: number])[];
  /** What the reader should know beside what every table is told. */
  remarks: readonly (string | false)[];
  /** What tells the rows apart, the number of the row among it. */
  columns: readonly Column<Line>[];
  /** What stands in a row, so that it is found in the file. */
  nameOf: (line: Line) => string;
  /** What a row changes. */
  say: (line: Line) => ReactNode;
  /** What can be done now. */
  children?: ReactNode;
}

/** What a table changes or has changed: in numbers, in what is noteworthy, and row by row. */
export function TableOutcome<Line extends TableFileLine>(props: TableOutcomeProps<Line>) {
  const { outcome, title, counts, remarks, columns, nameOf, say, children } = props;
  const t = useWords();
  const refused = outcome.lines.filter(({ refusals }) => refusals.length > 0);
  const changed = outcome.lines.filter(({ changes }) => changes.length > 0);
  const said: Column<Line> = {
    key: 'said',
    head: t('common:file.what'),
    cell: (line) => <div className={style.said}>{say(line)}</div>,
  };
  return (
    <>
      <Card title={title}>
        <Numbers outcome={outcome} counts={counts} />
        <Remarks outcome={outcome} others={remarks} />
        {children}
      </Card>
      {refused.length > 0 && <RefusedRows lines={refused} nameOf={nameOf} />}
      {changed.length > 0 && (
        <Card title={t('common:file.changedRows')}>
          <PagedTable
            caption={t('common:file.changedRows')}
            columns={[...columns, said]}
            rows={changed}
            keyOf={({ line }) => line}
          />
        </Card>
      )}
    </>
  );
}

/** How many rows, and of each kind of change how many. */
function Numbers({
  outcome: { rows, unchanged, refused },
  counts,
}: {
  outcome: TableOutcomeFacts;
  counts: TableOutcomeProps<TableFileLine>['counts'];
}) {
  const t = useWords();
  const language = useLanguage();
  const numbers = [
    [t('common:file.rows'), rows] as const,
    ...counts,
    [t('common:file.unchanged'), unchanged] as const,
    [t('common:file.refused'), refused] as const,
  ];
  return (
    <dl className={style.numbers}>
      {numbers.map(([label, number]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatNumber(number, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Remarks({
  outcome: { ignored, encoding },
  others,
}: {
  outcome: TableOutcomeFacts;
  others: TableOutcomeProps<TableFileLine>['remarks'];
}) {
  const t = useWords();
  const remarks = [
    ...others,
    ignored.length > 0 && t('common:file.ignored', { columns: ignored.join(', ') }),
    encoding === 'windows-1252' && t('common:file.encoding'),
  ].filter((remark) => remark !== false);
  if (remarks.length === 0) return null;
  return (
    <Notice>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  );
}

interface WriteTableProps {
  /** How many rows would change something, and how many are refused. */
  count: number;
  refused: number;
  label: string;
  writing: boolean;
  onWrite: () => void;
}

/** Writes what was checked, or says that there is nothing to write. */
export function WriteTable({ count, refused, label, writing, onWrite }: WriteTableProps) {
  const t = useWords();
  if (count === 0) {
    const fits = refused === 0;
    return (
      <Notice
        kind={fits ? 'info' : 'warning'}
        title={t(fits ? 'common:file.nothing' : 'common:file.nothingFits')}
      />
    );
  }
  return (
    <FormActions>
      <Button kind="primary" onPress={onWrite} pending={writing}>
        {label}
      </Button>
    </FormActions>
  );
}
