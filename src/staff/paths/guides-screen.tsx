import { useState } from 'react';
import type { Guide } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Tag } from '#ui/tag.tsx';
import style from './guides.module.css';

/** The published paths, for whoever guides a customer by one. */
export function GuidesScreen() {
  const t = useWords();
  const query = useGet<{ paths: Guide[] }>('/api/published-paths');
  return (
    <>
      <ScreenHeader title={t('paths:guide.title')} lead={t('paths:guide.lead')} />
      <Card>
        <Loaded query={query}>
          {({ paths }) =>
            paths.length === 0 ? (
              <EmptyState title={t('paths:guide.none')}>
                <p>{t('paths:guide.noneText')}</p>
              </EmptyState>
            ) : (
              <GuideList paths={paths} />
            )
          }
        </Loaded>
      </Card>
    </>
  );
}

function GuideList({ paths }: { paths: readonly Guide[] }) {
  const t = useWords();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = paths.filter(({ title, topic }) =>
    `${inLanguage(title, language)} ${inLanguage(topic, language)}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <SearchField label={t('paths:guide.search')} value={search} onChange={setSearch} />
      <output>{found.length === 0 ? t('paths:guide.noMatch') : ''}</output>
      <ul className={style.list}>
        {found.map(({ id, title, topic, shown }) => (
          <li key={id}>
            <Link href={`/staff/guides/${id}`}>{inLanguage(title, language)}</Link>
            <span className={style.topic}>{inLanguage(topic, language)}</span>
            {!shown && <Tag>{t('paths:guide.staffOnly')}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
