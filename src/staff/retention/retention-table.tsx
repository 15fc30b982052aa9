import type { RetentionRow } from '#contract/retention';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { formatDay, formatNumber } from '#ui/format.ts';
import { type Column, Table } from '#ui/table.tsx';
import style from './retention.module.css';

interface RetentionTableProps {
  rows: readonly RetentionRow[];
  onChange: (kind: string) => void;
}

/** The kinds of data: from when and for how long each is kept, and what goes next. */
export function RetentionTable({ rows, onChange }: RetentionTableProps) {
  const t = useWords();
  const columns: Column<RetentionRow>[] = [
    {
      key: 'kind',
      head: t('retention:head.kind'),
      rowHead: true,
      cell: ({ kind }) => (
        <>
          {t(`retention:kind.${kind}`)}
          <span className={style.soft}>{t(`retention:from.${kind}`)}</span>
        </>
      ),
    },
    { key: 'days', head: t('retention:head.days'), cell: (row) => <Days row={row} /> },
    { key: 'rows', head: t('retention:head.rows'), cell: (row) => <Next row={row} /> },
    {
      key: 'actions',
      head: t('retention:head.actions'),
      headHidden: true,
      cell: ({ kind }) => (
        <Button
          small
          onPress={() => onChange(kind)}
          label={t('retention:changeOf', { kind: t(`retention:kind.${kind}`) })}
        >
          {t('retention:change')}
        </Button>
      ),
    },
  ];
  return (
    <Table
      caption={t('retention:caption')}
      captionHidden
      stacks
      columns={columns}
      rows={rows}
      keyOf={({ kind }) => kind}
      note={t('retention:decides')}
    />
  );
}

function Days({ row: { days, changedOn } }: { row: RetentionRow }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      <span className={style.days}>{t('retention:days', { count: days })}</span>
      <span className={style.soft}>
        {changedOn
          ? t('retention:own', { day: formatDay(changedOn, language) })
          : t('retention:standard')}
      </span>
    </>
  );
}

function Next({ row: { rows, before } }: { row: RetentionRow }) {
  const t = useWords();
  const language = useLanguage();
  if (rows === 0) return t('retention:none');
  return t('retention:rows', {
    rows: formatNumber(rows, language),
    day: formatDay(new Date(before), language),
  });
}
