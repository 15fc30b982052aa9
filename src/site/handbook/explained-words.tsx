import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Term } from '#modules/handbook';
import { type Language, words } from '#platform/i18n.ts';
import layout from '#site/layout.module.css';
import style from './explained-words.module.css';
import { markTerms, termPlace, mentionPlace } from './mark-terms.ts';

/** A page whose difficult words lead to their explanations, which stand at its end, on paper as well. */
export function ExplainedWords({
  terms,
  language,
  children,
}: {
  terms: readonly Term[];
  language: Language;
  children: ReactNode;
}) {
  const page = renderToStaticMarkup(children);
  const marked = markTerms(page, terms, language, style.term);
  return (
    <>
      {/* Drawn by React a moment ago, and then only given links. */}
      <div dangerouslySetInnerHTML={{ __html: marked.html }} />
      <WordsOfPage terms={marked.terms} language={language} />
    </>
  );
}

function WordsOfPage({ terms, language }: { terms: readonly Term[]; language: Language }) {
  const t = words(language);
  if (terms.length === 0) return null;
  return (
    <section className={`${layout.width} ${style.words}`} aria-labelledby="sanat">
      <h2 id="sanat">{t('site:words.onPage')}</h2>
      <dl className={style.list}>
        {terms.map((term) => (
          <div key={term.anchor} id={termPlace(term)} className={style.word}>
            <dt>
              <dfn>{term.name}</dfn>
            </dt>
            <dd>
              {term.definition}{' '}
              <a href={`#${mentionPlace(term)}`} role="doc-backlink" className={style.back}>
                {t('site:words.back', { word: term.name })}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
