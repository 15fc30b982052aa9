import type { Entry, EntryKind, Handbook } from '#contract/handbook';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';
import { AddEntry } from './add-entry.tsx';
import { entriesOf, nameOf, toDo } from './handbook-view.ts';
import style from './handbook.module.css';

/** Where the editor of an entry stands. */
export const entryHref = (id: string): string => `/staff/handbook/entries/${id}`;

/** The entries of one kind in their order, with what is to be done of each, and a way to add one. */
export function EntryList({
  handbook,
  kind,
  parent,
}: {
  handbook: Handbook;
  kind: EntryKind;
  parent?: string;
}) {
  const t = useWords();
  const entries = entriesOf(handbook, kind, parent);
  return (
    <div className={style.kind}>
      {entries.length === 0 ? (
        <p className={style.soft}>{t('handbook:none')}</p>
      ) : (
        <ol className={style.entries}>
          {entries.map((entry) => (
            <EntryItem key={entry.id} entry={entry} languages={handbook.languages} />
          ))}
        </ol>
      )}
      {handbook.may.edit && <AddEntry kind={kind} {...(parent && { parent })} />}
    </div>
  );
}

/** An entry by its name, which leads to its editor. */
export function EntryItem({
  entry,
  languages,
}: {
  entry: Entry;
  languages: Handbook['languages'];
}) {
  const language = useLanguage();
  return (
    <li className={style.entry}>
      <Link href={entryHref(entry.id)}>{nameOf(entry, language)}</Link>
      <EntryTags entry={entry} languages={languages} />
    </li>
  );
}

/** What is to be done of an entry, and how it stands. */
export function EntryTags({
  entry,
  languages,
}: {
  entry: Entry;
  languages: Handbook['languages'];
}) {
  const t = useWords();
  const { missing, stale } = toDo(entry, languages);
  const { properties, retired } = entry;
  if (retired) return <Tag>{t('handbook:retired')}</Tag>;
  return (
    <>
      {properties.kind === 'promise' && properties.public && (
        <Tag tone="good">{t('handbook:public')}</Tag>
      )}
      {missing > 0 && <Tag tone="warning">{t('handbook:missing', { count: missing })}</Tag>}
      {stale > 0 && <Tag tone="warning">{t('handbook:stale', { count: stale })}</Tag>}
    </>
  );
}
