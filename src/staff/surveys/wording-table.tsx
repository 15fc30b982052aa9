import { LANGUAGES, type Language } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.tsx';
import { CorrectWording } from './correct-wording.tsx';
import style from './surveys.module.css';

/** One thing that is said in several languages. */
export interface WordingRow {
  readonly key: string;
  readonly name: string;
  /** A quieter line under the name. */
  readonly detail: string | null;
  readonly text: Readonly<Partial<Record<Language, string>>>;
  /** Which wordings are official; null where there is no such thing. */
  readonly official: Readonly<Partial<Record<Language, boolean>>> | null;
  readonly path: string;
}

/** Wordings side by side in every language, each of which can be corrected by those who may. */
export function WordingTable({
  caption,
  head,
  action,
  rows,
}: {
  caption: string;
  head: string;
  action: string;
  rows: readonly WordingRow[];
}) {
  const t = useWords();
  const columns: Column<WordingRow>[] = [
    { key: 'name', head, rowHead: true, cell: (row) => <RowName row={row} /> },
    ...LANGUAGES.map((language) => ({
      key: language,
      head: t(`surveys:language.${language}`),
      cell: (row: WordingRow) => <OneWording row={row} language={language} action={action} />,
    })),
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      stacks
      columns={columns}
      rows={rows}
      keyOf={({ key }) => key}
    />
  );
}

function RowName({ row }: { row: WordingRow }) {
  return (
    <>
      {row.name}
      {row.detail && <span className={style.theme}>{row.detail}</span>}
    </>
  );
}

function OneWording({
  row,
  language,
  action,
}: {
  row: WordingRow;
  language: Language;
  action: string;
}) {
  const t = useWords();
  const { may, tree } = useSession();
  const text = row.text[language];
  const official = row.official && (row.official[language] ?? false);
  return (
    <div className={style.wording}>
      {text === undefined ? (
        <Tag tone="warning">{t('surveys:missing')}</Tag>
      ) : (
        <p lang={language}>{text}</p>
      )}
      <div className={style.foot}>
        {official !== null &&
          text !== undefined &&
          (official ? (
            <Tag tone="good">{t('surveys:official')}</Tag>
          ) : (
            <Tag>{t('surveys:unofficial')}</Tag>
          ))}
        {may(action, tree.root.id) && (
          <CorrectWording
            what={row.name}
            language={language}
            path={row.path}
            text={text ?? ''}
            official={official}
          />
        )}
      </div>
    </div>
  );
}
