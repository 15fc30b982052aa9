import type { PublishedPath } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { SearchForm } from '#site/search-form.tsx';
import { PathRows } from './path-rows.tsx';

/** The paths of one topic, or of one life event. */
export function TopicPage({
  title,
  lead,
  paths,
  language,
}: {
  title: string;
  lead: string;
  paths: readonly PublishedPath[];
  language: Language;
}) {
  const t = words(language);
  const trail = [
    { text: t('site:frame.paths'), address: pageAddress('paths', language) },
    { text: title },
  ];
  return (
    <>
      <PageHead title={title} lead={lead} trail={trail} language={language} />
      <div className={layout.width}>
        <section className={layout.section}>
          <PathRows paths={paths} language={language} />
        </section>
        <section className={layout.section}>
          <h2>{t('site:search.elsewhere')}</h2>
          <SearchForm id="haku" language={language} />
        </section>
      </div>
    </>
  );
}
