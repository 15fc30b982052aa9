import { useState } from 'react';
import type { Entry, Handbook } from '#contract/handbook';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { AddEntry } from './add-entry.tsx';
import { EntryTags, entryHref } from './entry-list.tsx';
import { entriesOf, nameOf, saidOf } from './handbook-view.ts';
import style from './handbook.module.css';

/** The explained words by the alphabet, found by their names, forms and explanations. */
export function WordList({ handbook }: { handbook: Handbook }) {
  const t = useWords();
  const language = useLanguage();
  const [wanted, setWanted] = useState('');
  const words = entriesOf(handbook, 'term')
    .filter((entry) => holds(entry, wanted))
    .toSorted((a, b) => nameOf(a, language).localeCompare(nameOf(b, language), language));
  const columns: readonly Column<Entry>[] = [
    {
      key: 'word',
      head: t('handbook:naming.term'),
      rowHead: true,
      cell: (entry) => <Link href={entryHref(entry.id)}>{nameOf(entry, language)}</Link>,
    },
    {
      key: 'definition',
      head: t('handbook:field.definition'),
      cell: (entry) => saidOf(entry, 'definition', language),
    },
    {
      key: 'state',
      head: t('handbook:words.state'),
      cell: (entry) => <EntryTags entry={entry} languages={handbook.languages} />,
    },
  ];
  return (
    <Card title={t('handbook:kinds.term')} aside={handbook.may.edit && <AddEntry kind="term" />}>
      <div className={style.search}>
        <SearchField label={t('handbook:words.search')} value={wanted} onChange={setWanted} />
        <output className={style.soft}>{t('handbook:words.count', { count: words.length })}</output>
      </div>
      {words.length === 0 ? (
        <p className={style.soft}>
          {t(wanted === '' ? 'handbook:none' : 'handbook:words.nothing')}
        </p>
      ) : (
        <Table
          caption={t('handbook:kinds.term')}
          captionHidden
          columns={columns}
          rows={words}
          keyOf={({ id }) => id}
          stacks
        />
      )}
    </Card>
  );
}

const holds = ({ texts }: Entry, wanted: string): boolean =>
  Object.values(texts).some((said) =>
    Object.values(said).some(({ text }) =>
      text.toLowerCase().includes(wanted.trim().toLowerCase()),
    ),
  );
