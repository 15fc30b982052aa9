import type { Redirection } from '#modules/surveys';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { PhoneText } from '#site/paths/phone-text.tsx';
import style from './not-here.module.css';

/** What the form is not the place for: help at once stands open, the rest behind one press. */
export function NotHere({
  redirections,
  language,
}: {
  redirections: readonly Redirection[];
  language: Language;
}) {
  const t = words(language);
  const urgent = redirections.filter(({ url }) => url?.startsWith('tel:'));
  const others = redirections.filter(({ url }) => !url?.startsWith('tel:'));
  return (
    <aside className={style.box} aria-labelledby="ei-tahan">
      <h2 id="ei-tahan">{t('site:form.notHere')}</h2>
      <List redirections={urgent} language={language} />
      {urgent.length === 0 && (
        <p>
          <PhoneText text={t('site:form.emergency')} />
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('site:form.notHereEither')}</summary>
          <List redirections={others} language={language} />
        </details>
      )}
    </aside>
  );
}

function List({
  redirections,
  language,
}: {
  redirections: readonly Redirection[];
  language: Language;
}) {
  return (
    <ul>
      {redirections.map(({ code, title, text, url }) => (
        <li key={code}>
          <strong>{inLanguage(title, language)}</strong>{' '}
          <span>
            <PhoneText text={inLanguage(text, language)} />
            {url !== null && !url.startsWith('tel:') && (
              <>
                {' '}
                <a href={url}>{URL.parse(url)?.hostname}</a>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
