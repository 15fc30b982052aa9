import { useState } from 'react';
import type { PathVersion } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatMoment } from '#ui/format.ts';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { CompareVersions } from './compare-versions.tsx';
import { useEditor } from './editor.tsx';
import style from './path-editor.module.css';
import { RestoreVersion } from './restore-version.tsx';
import review from './review.module.css';
import { useReviews } from './use-reviews.ts';

/** Every version of the path: looked at, compared with another, and brought back. */
export function VersionsTab() {
  const { at } = useEditor();
  const query = useGet<{ versions: PathVersion[] }>(`${at}/versions`);
  return (
    <Loaded query={query}>
      {({ versions }) => (
        <div className={style.parts}>
          <VersionTable versions={versions} />
          {versions.length > 1 && <CompareVersions versions={versions} />}
        </div>
      )}
    </Loaded>
  );
}

const TONES = {
  draft: 'neutral',
  snapshot: 'neutral',
  published: 'good',
  superseded: 'neutral',
} as const;

function VersionTable({ versions }: { versions: readonly PathVersion[] }) {
  const t = useWords();
  const language = useLanguage();
  const { draft } = useEditor();
  const { data } = useReviews();
  const [restored, setRestored] = useState<number | null>(null);
  const columns: readonly Column<PathVersion>[] = [
    {
      key: 'number',
      head: t('paths:versions.version'),
      rowHead: true,
      cell: ({ number, status }) => (
        <>
          {t('paths:versions.number', { number })}{' '}
          <Tag tone={TONES[status]}>{t(`paths:versions.status.${status}`)}</Tag>
        </>
      ),
    },
    { key: 'when', head: t('paths:versions.when'), cell: (version) => <When version={version} /> },
    {
      key: 'note',
      head: t('paths:versions.note'),
      cell: ({ changeNote, internalNote }) => (
        <>
          {inLanguage(changeNote, language)}
          {internalNote && (
            <p className={review.soft}>{t('paths:versions.internal', { text: internalNote })}</p>
          )}
        </>
      ),
    },
    {
      key: 'deeds',
      head: t('paths:versions.deeds'),
      headHidden: true,
      cell: ({ number, status }) => (
        <div className={review.buttons}>
          <LinkButton
            href={`/staff/preview/paths/${draft.id}?language=${language}&version=${number}`}
            newTab
            small
            icon="preview"
            kind="quiet"
            label={`${t('paths:versions.look')}: ${t('paths:versions.number', { number })}`}
          >
            {t('paths:versions.look')}
          </LinkButton>
          {data?.may.restore && status !== 'draft' && (
            <RestoreVersion number={number} onDone={setRestored} />
          )}
        </div>
      ),
    },
  ];
  return (
    <Card title={t('paths:versions.title')}>
      <output>
        {restored !== null && <p>{t('paths:versions.restored', { number: restored })}</p>}
      </output>
      <Table
        caption={t('paths:versions.title')}
        captionHidden
        columns={columns}
        rows={versions}
        keyOf={({ number }) => number}
        stacks
      />
    </Card>
  );
}

function When({ version }: { version: PathVersion }) {
  const t = useWords();
  const language = useLanguage();
  const { publishedAt, publishedBy, createdAt, createdBy } = version;
  const by = publishedAt ? publishedBy : createdBy;
  return (
    <>
      {formatMoment(publishedAt ?? createdAt, language)}
      <br />
      <small>
        {publishedAt ? t('paths:versions.published') : t('paths:versions.begun')}
        {by && `, ${by}`}
      </small>
    </>
  );
}
