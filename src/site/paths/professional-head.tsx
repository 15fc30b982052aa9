import type { KeptHandbook } from '#modules/handbook';
import type { ProfessionalView } from '#modules/paths';
import { words } from '#platform/i18n.ts';
import { pathAddress } from '#site/addresses.ts';
import { formatDay } from '#ui/format.ts';
import { Kept } from './kept.tsx';
import style from './professional-head.module.css';

/** The beginning of the professional's view: what it is, the customer's own page, whom to turn to, the processes behind. */
export function ProfessionalHead({
  view: { path, contact, processes },
  kept,
}: {
  view: ProfessionalView;
  /** How what is promised of the whole path is kept. */
  kept: KeptHandbook | undefined;
}) {
  const { language, slugs, variant } = path;
  const t = words(language);
  const slug = slugs[language];
  return (
    <section className={style.head} aria-labelledby="ammattilaiselle">
      <h2 id="ammattilaiselle">{t('site:professional.title')}</h2>
      <p>{t('site:professional.lead')}</p>
      {slug !== undefined && path.status === 'published' && (
        <p>
          <a href={pathAddress(variant, slug)}>{t('site:professional.customer')}</a>
        </p>
      )}
      {contact !== '' && (
        <p>
          {t('site:professional.contact')} {contact}
        </p>
      )}
      <Kept restsOn={path.restsOn} kept={kept} language={language} />
      {processes.length > 0 && (
        <>
          <h3>{t('site:professional.processes')}</h3>
          <ul>
            {processes.map(({ anchor, title, system, processId, version, url, compared }) => (
              <li key={anchor}>
                {url === '' ? title : <a href={url}>{title}</a>}{' '}
                <span className={style.soft}>
                  {[
                    system,
                    processId,
                    version !== '' && t('site:professional.version', { version }),
                    compared !== null &&
                      t('site:professional.compared', { day: formatDay(compared, language) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
