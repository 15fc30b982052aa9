import type { PublishedPath } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { PageHead } from '#site/page-head.tsx';
import { PathCards } from './path-cards.tsx';
import layout from '#site/layout.module.css';

/** All published paths of the county. */
export function PathListPage({
  paths,
  language,
}: {
  paths: readonly PublishedPath[];
  language: Language;
}) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('site:paths.title')} lead={t('site:paths.lead')} language={language} />
      <div className={layout.width}>
        {paths.length === 0 ? (
          <p>{t('site:paths.none')}</p>
        ) : (
          <PathCards paths={paths} language={language} level={2} />
        )}
      </div>
    </>
  );
}
