import type { PublicFigures } from '#contract/reports';
import type { ReplyView } from '#modules/development';
import type { PublishedPath } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import { Replies } from '#site/development/replies.tsx';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { PathCards } from '#site/paths/path-cards.tsx';
import { lifeEventsOf } from '#site/paths/life-events.ts';
import { LifeEventList, TopicList } from '#site/paths/topic-list.tsx';
import { topicsOf } from '#site/paths/topics.ts';
import { FigureInWords, RECOMMENDATION_SCALE } from '#site/reports/figures.tsx';
import { SearchForm } from '#site/search-form.tsx';

/** What the county's front page shows. */
export interface HomePageProps {
  readonly paths: readonly PublishedPath[];
  readonly replies: readonly ReplyView[];
  readonly figures: PublicFigures;
  readonly language: Language;
}

/** So many paths can be chosen from on the front page; where there are more, their topics stand for them. */
const MOST_AT_HOME = 6;

/** The front page: search and the paths first, then what feedback has changed, then how people find the services. */
export function HomePage({ paths, replies, figures, language }: HomePageProps) {
  const t = words(language);
  const topics = topicsOf(paths);
  const events = lifeEventsOf(paths);
  return (
    <>
      <PageHead title={t('site:home.title')} lead={t('site:home.lead')} language={language}>
        <SearchForm id="haku" language={language} />
      </PageHead>
      <div className={layout.width}>
        {paths.length <= MOST_AT_HOME && (
          <section className={layout.section}>
            <h2>{t('site:home.paths')}</h2>
            {paths.length === 0 ? (
              <p>{t('site:paths.none')}</p>
            ) : (
              <PathCards paths={paths} language={language} level={3} />
            )}
          </section>
        )}
        {events.length > 0 && (
          <section className={layout.section}>
            <h2>{t('site:lifeEvents.title')}</h2>
            <LifeEventList events={events} paths={paths} language={language} />
          </section>
        )}
        {topics.length > 1 && (
          <section className={layout.section}>
            <h2>{t('site:home.topics')}</h2>
            <TopicList topics={topics} language={language} />
            {paths.length > MOST_AT_HOME && (
              <p>
                <a className={layout.more} href={pageAddress('paths', language)}>
                  {t('site:paths.all')}
                </a>
              </p>
            )}
          </section>
        )}
        <div className={layout.section}>
          <div className={layout.aside}>
            {replies.length > 0 && (
              <section className={layout.part}>
                <h2>{t('site:frame.replies')}</h2>
                <p>{t('site:home.replies')}</p>
                <Replies replies={replies} language={language} level={3} />
                <p>
                  <a className={layout.more} href={pageAddress('replies', language)}>
                    {t('site:home.allReplies')}
                  </a>
                </p>
              </section>
            )}
            {figures.recommendation && (
              <section className={layout.part}>
                <h2>{t('site:home.results')}</h2>
                <p>{t('site:home.resultsText')}</p>
                <FigureInWords
                  figure={figures.recommendation}
                  scale={RECOMMENDATION_SCALE}
                  decimals={0}
                  language={language}
                  large
                />
                <p>
                  <a className={layout.more} href={pageAddress('results', language)}>
                    {t('site:home.allResults')}
                  </a>
                </p>
              </section>
            )}
          </div>
        </div>
      </div>
    </>
  );
}
