import type { PathHit } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { SearchForm } from '#site/search-form.tsx';
import { PhoneText } from './phone-text.tsx';
import style from './search-page.module.css';
import { TopicList } from './topic-list.tsx';
import type { Topic } from './topics.ts';

/** What the search page shows. */
export interface SearchPageProps {
  /** What was asked for; empty before anything was. */
  readonly asked: string;
  readonly hits: readonly PathHit[];
  /** What fits in other languages, when nothing does in this one. */
  readonly elsewhere: readonly { readonly language: Language; readonly hits: readonly PathHit[] }[];
  /** The topics, where the reader has no results to choose from. */
  readonly topics: readonly Topic[];
  readonly language: Language;
}

/** The search: one field, what was found and in which phase, and what else to try when nothing was. */
export function SearchPage({ asked, hits, elsewhere, topics, language }: SearchPageProps) {
  const t = words(language);
  return (
    <>
      <PageHead
        title={t('site:search.title')}
        {...(asked === '' && { lead: t('site:search.lead') })}
        language={language}
      >
        <SearchForm id="haku" language={language} asked={asked} />
      </PageHead>
      <div className={layout.width}>
        {hits.length > 0 && (
          <section className={layout.section} aria-labelledby="tulokset">
            <h2 id="tulokset">{t('site:search.found', { count: hits.length })}</h2>
            <Hits hits={hits} language={language} />
          </section>
        )}
        {asked !== '' && hits.length === 0 && (
          <NothingFound asked={asked} elsewhere={elsewhere} language={language} />
        )}
        {topics.length > 0 && (
          <section className={layout.section}>
            <h2>{t('site:topics.title')}</h2>
            <TopicList topics={topics} language={language} />
            <p>
              <a className={layout.more} href={pageAddress('paths', language)}>
                {t('site:paths.all')}
              </a>
            </p>
          </section>
        )}
      </div>
    </>
  );
}

function NothingFound({
  asked,
  elsewhere,
  language,
}: Pick<SearchPageProps, 'asked' | 'elsewhere' | 'language'>) {
  const t = words(language);
  return (
    <>
      <section className={layout.section} aria-labelledby="tulokset">
        <h2 id="tulokset">
          {t('site:search.nothing')} <q dir="auto">{asked}</q>
        </h2>
        <ul className={style.tips}>
          <li>{t('site:search.tipSpelling')}</li>
          <li>{t('site:search.tipOther')}</li>
          <li>{t('site:search.tipFewer')}</li>
        </ul>
        <p>
          <PhoneText text={t('site:search.phone')} />
        </p>
      </section>
      {elsewhere.map(({ language: other, hits }) => (
        <section key={other} className={layout.section}>
          <h2>{t(`site:search.in.${other}`)}</h2>
          <Hits hits={hits} language={other} foreign />
        </section>
      ))}
    </>
  );
}

function Hits({
  hits,
  language,
  foreign = false,
}: {
  hits: readonly PathHit[];
  language: Language;
  foreign?: boolean;
}) {
  const t = words(language);
  return (
    <ol className={style.hits} {...(foreign && { lang: language })}>
      {hits.map(({ id, slug, title, description, topic, phase }) => {
        const address = pageAddress('paths', language, slug);
        return (
          <li key={id} className={style.hit}>
            <h3>
              <a href={address}>{title}</a>
            </h3>
            <p className={style.topic}>{topic}</p>
            <p>{description}</p>
            {phase && (
              <p className={style.phase}>
                {t('site:search.phase')} <a href={`${address}#${phase.anchor}`}>{phase.title}</a>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
