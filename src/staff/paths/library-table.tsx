import { useState } from 'react';
import { inLanguage } from '#platform/language.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { formatDay } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { ChangedChannelsTag } from './changed-channels.tsx';
import { GAPS, type LibraryPath } from './library-view.ts';
import style from './library.module.css';
import { PathState } from './path-state.tsx';

/** So many rows at first: a browser draws them at once, and nobody reads more. */
const ROWS = 100;

/** The chosen paths, a row each; on a phone a card each. */
export function LibraryTable({ paths, today }: { paths: readonly LibraryPath[]; today: string }) {
  const t = useWords();
  const [shown, setShown] = useState(ROWS);
  const columns = useColumns(today);
  return (
    <>
      <Table
        caption={t('paths:title')}
        captionHidden
        columns={columns}
        rows={paths.slice(0, shown)}
        keyOf={({ id }) => id}
        stacks
      />
      {paths.length > shown && (
        <p className={style.more}>
          <Button onPress={() => setShown(shown + ROWS)}>{t('paths:library.more')}</Button>
        </p>
      )}
    </>
  );
}

function useColumns(today: string): readonly Column<LibraryPath>[] {
  const t = useWords();
  const language = useLanguage();
  return [
    {
      key: 'path',
      head: t('paths:library.column.path'),
      rowHead: true,
      cell: (path) => <Name path={path} />,
    },
    {
      key: 'owner',
      head: t('paths:library.column.owner'),
      cell: ({ owner }) => owner?.name,
    },
    {
      key: 'state',
      head: t('paths:library.column.state'),
      cell: ({ status }) => <PathState status={status} />,
    },
    {
      key: 'gaps',
      head: t('paths:library.column.gaps'),
      cell: (path) => (
        <>
          <Gaps path={path} /> <ChangedChannelsTag path={path.id} />
        </>
      ),
    },
    {
      key: 'review',
      head: t('paths:library.column.review'),
      cell: ({ reviewDue }) =>
        reviewDue && (
          <span className={reviewDue < today ? style.late : style.day}>
            {formatDay(reviewDue, language)}
          </span>
        ),
    },
    {
      key: 'changed',
      head: t('paths:library.column.changed'),
      cell: ({ changedAt }) => <span className={style.day}>{formatDay(changedAt, language)}</span>,
    },
  ];
}

function Name({ path: { id, title, node, level } }: { path: LibraryPath }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      <Link href={`/staff/paths/${id}`}>
        {inLanguage(title, language) || t('paths:list.unnamed')}
      </Link>
      <small className={style.soft}>
        {t(`paths:settingOption.level.${level}`)} · {inLanguage(node.name, language)}
      </small>
    </>
  );
}

function Gaps({ path: { gaps } }: { path: LibraryPath }) {
  const t = useWords();
  const lacking = GAPS.filter((gap) => gaps[gap] > 0);
  if (lacking.length === 0) return t('paths:library.whole');
  return (
    <ul className={style.gaps}>
      {lacking.map((gap) => (
        <li key={gap}>
          <Tag tone="warning">{t(`paths:library.gapCount.${gap}`, { count: gaps[gap] })}</Tag>
        </li>
      ))}
    </ul>
  );
}
