import type { LanePart } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { hostOf } from '#site/channels/channel-card.tsx';
import { Kept } from './kept.tsx';
import type { Drawing } from './phase.tsx';
import style from './lane.module.css';

/** The professional's own lane at one place: tasks, questions to check, tips and tools. Ticks stay in the browser. */
export function Lane({ at, drawing }: { at: string; drawing: Drawing }) {
  const { language, lane, kept } = drawing;
  const t = words(language);
  const part = lane?.[at];
  if (!part) return null;
  return (
    <aside className={style.lane} aria-label={t('site:professional.lane')}>
      <p className={style.head}>{t('site:professional.lane')}</p>
      <Kept restsOn={part.restsOn} kept={kept} language={language} />
      {part.tasks.length > 0 && (
        <ul className={style.list}>
          {part.tasks.map(({ anchor, text, roles, part: share }) => (
            <li key={anchor}>
              <span className={style.who}>
                {roles}
                {share === 'takes-part' && ` · ${t('site:professional.takesPart')}`}
              </span>
              {text}
            </li>
          ))}
        </ul>
      )}
      {part.checks.length > 0 && (
        <fieldset className={style.checks}>
          <legend>{t('site:professional.checks')}</legend>
          {part.checks.map(({ anchor, text }) => (
            <label key={anchor}>
              <input type="checkbox" data-tick={anchor} /> <span>{text}</span>
            </label>
          ))}
        </fieldset>
      )}
      {part.tips.map(({ anchor, text, author }) => (
        <p key={anchor} className={style.tip}>
          <strong>{t('site:professional.tip')}</strong> {text}
          {author !== '' && <span className={style.who}>{author}</span>}
        </p>
      ))}
      {part.tools.length > 0 && <Tools tools={part.tools} language={language} />}
    </aside>
  );
}

function Tools({ tools, language }: { tools: LanePart['tools']; language: Language }) {
  const t = words(language);
  return (
    <ul className={style.list}>
      {tools.map(({ anchor, title, text, url, training, kind, licence }) => (
        <li key={anchor}>
          <span className={style.who}>{t(`site:professional.tool.${kind}`)}</span>
          {url === '' ? <strong>{title}</strong> : <a href={url}>{title}</a>}{' '}
          {url !== '' && <span className={style.host}>{hostOf(url)}</span>}
          {text !== '' && <span className={style.line}>{text}</span>}
          {licence !== '' && <span className={style.line}>{licence}</span>}
          {training !== '' && (
            <span className={style.line}>
              <a href={training}>{t('site:professional.training', { tool: title })}</a>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
