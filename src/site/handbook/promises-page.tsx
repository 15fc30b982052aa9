import type { PublicHandbook } from '#modules/handbook';
import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { formatDay } from '#ui/format.ts';
import style from './promises-page.module.css';

/** What the county promises, what it aims at as its customers see it, and what a good experience is made of. */
export function PromisesPage({
  handbook: { promises, aims, cornerstones },
  language,
}: {
  handbook: PublicHandbook;
  language: Language;
}) {
  const t = words(language);
  const empty = promises.length + aims.length + cornerstones.length === 0;
  return (
    <>
      <PageHead
        title={t('site:promises.title')}
        lead={t('site:promises.lead')}
        language={language}
      />
      <div className={layout.width}>
        {empty && <p>{t('site:promises.none')}</p>}
        <Promises promises={promises} language={language} />
        <Cornerstones cornerstones={cornerstones} language={language} />
        <Aims aims={aims} language={language} />
        {!empty && <p className={style.lead}>{t('site:promises.tell')}</p>}
        <p>
          <a className={layout.more} href={pageAddress('replies', language)}>
            {t('site:promises.replies')}
          </a>
        </p>
      </div>
    </>
  );
}

function Promises({
  promises,
  language,
}: {
  promises: PublicHandbook['promises'];
  language: Language;
}) {
  const t = words(language);
  if (promises.length === 0) return null;
  return (
    <section className={layout.section}>
      <h2>{t('site:promises.promises')}</h2>
      <ul className={style.cards}>
        {promises.map(({ id, name, how, since, needs }) => (
          <li key={id} className={style.card}>
            <h3>{name}</h3>
            {how !== '' && (
              <>
                <h4>{t('site:promises.how')}</h4>
                <p>{how}</p>
              </>
            )}
            {needs.length > 0 && (
              <p className={style.soft}>{t('site:promises.for', { needs: needs.join(', ') })}</p>
            )}
            {since !== null && (
              <p className={style.soft}>
                {t('site:promises.since', { day: formatDay(since, language) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cornerstones({
  cornerstones,
  language,
}: {
  cornerstones: PublicHandbook['cornerstones'];
  language: Language;
}) {
  const t = words(language);
  if (cornerstones.length === 0) return null;
  return (
    <section className={layout.section}>
      <h2>{t('site:promises.cornerstones')}</h2>
      <p>{t('site:promises.cornerstonesText')}</p>
      <dl className={style.stones}>
        {cornerstones.map(({ id, name, customer }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{customer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Aims({ aims, language }: { aims: PublicHandbook['aims']; language: Language }) {
  const t = words(language);
  if (aims.length === 0) return null;
  return (
    <section className={layout.section}>
      <h2>{t('site:promises.aims')}</h2>
      <p>{t('site:promises.aimsText')}</p>
      <ol className={style.aims}>
        {aims.map(({ id, name, meaning, measure }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p>{meaning}</p>
            {measure !== '' && (
              <p className={style.soft}>{t('site:promises.measure', { measure })}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
