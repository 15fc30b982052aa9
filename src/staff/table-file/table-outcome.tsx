import { type ReactNode, useState } from 'react';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FormActions } from '#ui/form.tsx';
import { formatNumber } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { type Column, Table } from '#ui/table.tsx';
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
  /** What a row changes. */
  say: (line: Line) => ReactNode;
  /** What can be done now. */
  children?: ReactNode;
}

/** What a table changes or has changed: in numbers, in what is noteworthy, and row by row. */
export function TableOutcome<Line extends TableFileLine>(props: TableOutcomeProps<Line>) {
  const { outcome, title, counts, remarks, columns, say, children } = props;
  const t = useWords();
  const refused = outcome.lines.filter(({ refusals }) => refusals.length > 0);
  const changed = outcome.lines.filter(({ changes }) => changes.length > 0);
  return (
    <>
      <Card title={title}>
        <Numbers outcome={outcome} counts={counts} />
        <Remarks outcome={outcome} others={remarks} />
        {children}
      </Card>
      {refused.length > 0 && (
        <Card title={t('common:file.refusedRows')}>
          <p>{t('common:file.refusedLead')}</p>
          <Rows
            caption={t('common:file.refusedRows')}
            lines={refused}
            columns={columns}
            head={t('common:file.why')}
            say={sayRefusals}
          />
        </Card>
      )}
      {changed.length > 0 && (
        <Card title={t('common:file.changedRows')}>
          <Rows
            caption={t('common:file.changedRows')}
            lines={changed}
            columns={columns}
            head={t('common:file.what')}
            say={say}
          />
        </Card>
      )}
    </>
  );
}

const sayRefusals = ({ refusals }: TableFileLine): ReactNode =>
  refusals.map((refusal) => <Refusal key={`${refusal.code} ${refusal.column}`} {...refusal} />);

function Refusal({ column, detail }: TableFileLine['refusals'][number]) {
  const t = useWords();
  return (
    <p>
      {column && <strong>{t('common:file.inColumn', { column })} </strong>}
      {detail}
    </p>
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

const AT_ONCE = 100;

/** Rows of the file, a hundred at a time. */
function Rows<Line extends TableFileLine>({
  caption,
  lines,
  columns,
  head,
  say,
}: {
  caption: string;
  lines: readonly Line[];
  columns: readonly Column<Line>[];
  head: string;
  say: (line: Line) => ReactNode;
}) {
  const t = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  const said: Column<Line> = {
    key: 'said',
    head,
    cell: (line) => <div className={style.said}>{say(line)}</div>,
  };
  const left = Math.min(AT_ONCE, lines.length - shown);
  return (
    <>
      <Table
        stacks
        dense
        caption={caption}
        captionHidden
        columns={[...columns, said]}
        rows={lines.slice(0, shown)}
        keyOf={({ line }) => line}
      />
      {left > 0 && (
        <Button onPress={() => setShown(shown + AT_ONCE)}>
          {t('common:file.more', { count: left })}
        </Button>
      )}
    </>
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
