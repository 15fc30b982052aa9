import type { Term } from '#modules/handbook';
import { type Language, words } from '#platform/i18n.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { termPlace } from './mark-terms.ts';
import style from './words-page.module.css';

/** The words of services explained in everyday language, by their alphabet. */
export function WordsPage({ terms, language }: { terms: readonly Term[]; language: Language }) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('site:words.title')} lead={t('site:words.lead')} language={language} />
      <div className={layout.width}>
        {terms.length === 0 ? (
          <p>{t('site:words.none')}</p>
        ) : (
          <dl className={style.words}>
            {terms.map((term) => (
              <div key={term.anchor} id={termPlace(term)}>
                <dt>
                  <dfn>{term.name}</dfn>
                </dt>
                <dd>
                  {term.definition}
                  {term.source !== '' && (
                    <span className={style.source}>
                      {t('site:words.source', { source: term.source })}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </>
  );
}
