import type { AuditEntry } from '#contract/audit';
import { inLanguage } from '#platform/language.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { formatDay, formatTime } from '#ui/format.ts';
import { type Column, Table } from '#ui/table.tsx';
import style from './audit.module.css';
import { actionWords, detailLines, thingParts } from './event-words.ts';

/** Events, the newest first: when, who, what, to which thing, in which unit. */
export function EventTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useWords();
  const language = useLanguage();
  const columns: Column<AuditEntry>[] = [
    { key: 'at', head: t('audit:head.at'), rowHead: true, cell: (entry) => <When entry={entry} /> },
    {
      key: 'who',
      head: t('audit:head.who'),
      cell: ({ who }) => ('name' in who ? who.name : t(`audit:who.${who.kind}`)),
    },
    { key: 'action', head: t('audit:head.action'), cell: (entry) => <What entry={entry} /> },
    {
      key: 'thing',
      head: t('audit:head.thing'),
      cell: (entry) => <Thing entry={entry} />,
    },
    {
      key: 'node',
      head: t('audit:head.node'),
      cell: ({ node }) => node && inLanguage(node.name, language),
    },
  ];
  return (
    <Table
      caption={t('audit:results')}
      captionHidden
      stacks
      columns={columns}
      rows={entries}
      keyOf={({ id }) => id}
    />
  );
}

function When({ entry: { at, number } }: { entry: AuditEntry }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      <span className={style.when}>
        {formatDay(new Date(at), language)} {formatTime(at, language)}
      </span>
      <span className={style.soft}>
        {number === null ? t('audit:waiting') : t('audit:number', { number })}
      </span>
    </>
  );
}

function What({ entry: { action, detail } }: { entry: AuditEntry }) {
  const t = useWords();
  return (
    <>
      {actionWords(t, action)}
      {detailLines(t, detail).map((line) => (
        <span key={line} className={style.soft}>
          {line}
        </span>
      ))}
    </>
  );
}

function Thing({ entry }: { entry: AuditEntry }) {
  const t = useWords();
  return thingParts(t, entry).map(({ kind, id }) => (
    <span key={`${kind} ${id}`} className={style.thing}>
      {kind} <code className={style.id}>{id}</code>
    </span>
  ));
}
