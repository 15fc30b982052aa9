import type { KeptHandbook } from '#modules/handbook';
import type { PathView } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { limitWords } from '#ui/limit-words.ts';
import style from './lane.module.css';

/** The promises and aims that professionals keep to at one place: how they are kept, who answers, what tells of it. */
export function Kept({
  restsOn,
  kept,
  language,
}: {
  restsOn: PathView['restsOn'];
  kept: KeptHandbook | undefined;
  language: Language;
}) {
  const t = words(language);
  const promises = restsOn.promises.flatMap((code) => kept?.promises.get(code) ?? []);
  const aims = restsOn.aims.flatMap((code) => kept?.aims.get(code) ?? []);
  if (promises.length + aims.length === 0) return null;
  return (
    <ul className={style.list}>
      {promises.map(({ name, how, owner, limits, public: shown }) => (
        <li key={name}>
          <span className={style.who}>
            {t('site:professional.promise')}
            {!shown && ` · ${t('site:professional.notPublic')}`}
          </span>
          <strong>{name}</strong>
          {how !== '' && <span className={style.line}>{how}</span>}
          {limits
            .map((limit) => limitWords(t, language, limit))
            .map(({ sentence, detail }) => (
              <span key={sentence + detail} className={style.line}>
                {t('site:professional.keptWhen', { sentence })}{' '}
                <span className={style.host}>{detail}</span>
              </span>
            ))}
          {owner !== '' && (
            <span className={style.who}>{t('site:professional.answers', { owner })}</span>
          )}
        </li>
      ))}
      {aims.map(({ name, measure }) => (
        <li key={name}>
          <span className={style.who}>{t('site:professional.aim')}</span>
          <strong>{name}</strong>
          {measure !== '' && (
            <span className={style.line}>{t('site:promises.measure', { measure })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
