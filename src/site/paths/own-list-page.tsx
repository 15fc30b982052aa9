import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { LOCALES } from '#ui/format.ts';
import style from './own-list-page.module.css';

/**
 * The reader's own list over all paths. The server knows nothing of it: `own-list-script.ts` draws it from what the
 * browser keeps and from the pages of the paths as they are now. Without script the page says how to do the same.
 */
export function OwnListPage({ language }: { language: Language }) {
  const t = words(language);
  const paths = pageAddress('paths', language);
  return (
    <>
      <PageHead title={t('site:list.title')} lead={t('site:list.lead')} language={language} />
      <div className={`${layout.width} ${style.page}`} data-own-list {...scriptWords(language)}>
        <div data-without className={style.plain}>
          <h2>{t('site:list.without')}</h2>
          <p>{t('site:list.withoutText')}</p>
          <p>
            <a href={paths}>{t('site:list.toPaths')}</a>
          </p>
        </div>
        <p data-refused hidden className={style.warning}>
          {t('site:list.refused')}
        </p>
        <output data-status className={style.status} />
        <div data-empty hidden className={style.plain}>
          <h2 tabIndex={-1}>{t('site:list.empty')}</h2>
          <p>{t('site:list.emptyText')}</p>
          <a className={layout.button} href={paths}>
            {t('site:list.toPaths')}
          </a>
        </div>
        <div data-gathered hidden>
          <p data-fetched className={style.quiet} />
          <div data-groups className={style.groups} />
          <Note language={language} />
        </div>
        <section className={`${style.privacy} screen-only`} aria-labelledby="lista-tallessa">
          <h2 id="lista-tallessa">{t('site:list.kept')}</h2>
          <p>{t('site:list.keptText')}</p>
          <p>{t('site:list.shared')}</p>
          <Tools language={language} />
        </section>
      </div>
    </>
  );
}

function Note({ language }: { language: Language }) {
  const t = words(language);
  return (
    <section className={style.note} data-note-section>
      <h2>
        <label htmlFor="muistiinpanot">{t('site:list.note')}</label>
      </h2>
      <p className={`${style.quiet} screen-only`} id="muistiinpanot-vihje">
        {t('site:list.noteText')}
      </p>
      <textarea
        id="muistiinpanot"
        aria-describedby="muistiinpanot-vihje"
        data-note
        rows={4}
        maxLength={4000}
        autoComplete="off"
      />
      <div data-note-printed className={style.printed} />
    </section>
  );
}

/** To print the list and to clear it, which is asked twice. */
function Tools({ language }: { language: Language }) {
  const t = words(language);
  return (
    <div data-tools hidden className={style.tools}>
      <button type="button" className={layout.button} data-print>
        {t('site:list.print')}
      </button>
      <button type="button" className={layout.quiet} data-clear>
        {t('site:list.clear')}
      </button>
      <div data-sure hidden className={style.sure}>
        <p id="lista-varmasti">{t('site:list.sure')}</p>
        <button
          type="button"
          className={layout.button}
          data-clear-all
          aria-describedby="lista-varmasti"
        >
          {t('site:list.clearAll')}
        </button>
        <button type="button" className={layout.quiet} data-keep-all>
          {t('site:list.keepAll')}
        </button>
      </div>
    </div>
  );
}

/** What the page's script says: it knows no word of its own. */
function scriptWords(language: Language): Record<string, string> {
  const t = words(language);
  return {
    'data-locale': LOCALES[language],
    'data-paths': pageAddress('paths', language),
    'data-to-paths': t('site:list.toPaths'),
    'data-fetching': t('site:list.fetching'),
    'data-fetched-on': t('site:list.fetched'),
    'data-remove': t('site:list.remove'),
    'data-removed': t('site:list.removed'),
    'data-cleared': t('site:list.cleared'),
    'data-path-gone': t('site:list.pathGone'),
    'data-part-gone': t('site:list.partGone'),
    'data-nearest': t('site:list.nearest'),
    'data-unreached': t('site:list.unreached'),
    'data-to-path': t('site:list.toPath'),
    'data-not-kept': t('site:list.notKept'),
  };
}
