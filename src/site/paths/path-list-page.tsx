import type { PublishedPath } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { SearchForm } from '#site/search-form.tsx';
import { PathCards } from './path-cards.tsx';
import style from './path-list-page.module.css';
import { PathRows } from './path-rows.tsx';
import { lifeEventsOf } from './life-events.ts';
import { asAnchor, lettersOf } from './letters.ts';
import { LifeEventList, TopicList } from './topic-list.tsx';
import { topicsOf } from './topics.ts';

/** So many paths are read at a glance; more need topics, and still more the alphabet. */
const FEW = 6;
const MANY = 30;

/** All published paths of the county: by topic, and when there are many by their first letter as well. */
export function PathListPage({
  paths,
  language,
}: {
  paths: readonly PublishedPath[];
  language: Language;
}) {
  const t = words(language);
  const events = lifeEventsOf(paths);
  return (
    <>
      <PageHead title={t('site:paths.title')} lead={t('site:paths.lead')} language={language}>
        {paths.length > 0 && <SearchForm id="haku" language={language} />}
      </PageHead>
      <div className={layout.width}>
        {paths.length === 0 && <p>{t('site:paths.none')}</p>}
        {events.length > 0 && (
          <section className={layout.section}>
            <h2>{t('site:lifeEvents.title')}</h2>
            <LifeEventList events={events} paths={paths} language={language} />
          </section>
        )}
        {paths.length > FEW ? (
          <ByTopic paths={paths} language={language} />
        ) : (
          <section className={layout.section}>
            <PathCards paths={paths} language={language} level={2} />
          </section>
        )}
        {paths.length > MANY && <ByLetter paths={paths} language={language} />}
      </div>
    </>
  );
}

function ByTopic({ paths, language }: { paths: readonly PublishedPath[]; language: Language }) {
  const t = words(language);
  const topics = topicsOf(paths);
  return (
    <>
      <section className={layout.section}>
        <h2>{t('site:topics.title')}</h2>
        <TopicList topics={topics} language={language} />
        {paths.length > MANY && (
          <p>
            <a className={layout.more} href={`#${ALPHABET}`}>
              {t('site:paths.toLetters')}
            </a>
          </p>
        )}
      </section>
      {topics.map((topic) => (
        <section key={topic.slug} className={layout.section}>
          <h2>{topic.name}</h2>
          <PathRows paths={topic.paths} language={language} />
        </section>
      ))}
    </>
  );
}

const ALPHABET = 'aakkoset';

function ByLetter({ paths, language }: { paths: readonly PublishedPath[]; language: Language }) {
  const t = words(language);
  const letters = lettersOf(paths, language);
  return (
    <section className={layout.section} aria-labelledby={ALPHABET}>
      <h2 id={ALPHABET}>{t('site:paths.letters')}</h2>
      <nav aria-label={t('site:paths.letters')}>
        <ul className={style.alphabet}>
          {letters.map(([letter]) => (
            <li key={letter}>
              <a href={`#${ALPHABET}-${asAnchor(letter)}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map(([letter, ofLetter]) => (
        <section key={letter} className={style.letter}>
          <h3 id={`${ALPHABET}-${asAnchor(letter)}`}>{letter}</h3>
          <ul className={style.titles}>
            {ofLetter.map(({ id, slug, title }) => (
              <li key={id}>
                <a href={pageAddress('paths', language, slug)}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
