import type { PathView } from '#modules/paths';
import { words } from '#platform/i18n.ts';
import type { Drawing } from './phase.tsx';
import style from './path-aside.module.css';

/**
 * The opening questions. They are of use only to the page's script, which shows them once it can act on them; without
 * it everything is shown, and each part says in words whom it concerns. Answers never leave the browser (rule 16).
 */
export function Questions({ path }: { path: PathView }) {
  const t = words(path.language);
  if (path.questions.length === 0) return null;
  return (
    <form
      hidden
      className={style.questions}
      data-questions
      data-shown={t('site:path.shown')}
      data-everything={t('site:path.everything')}
      aria-labelledby="kysymykset"
    >
      <details>
        <summary>
          <h2 id="kysymykset">{t('site:path.questions')}</h2>
        </summary>
        <p className={style.quiet}>{t('site:path.questionsText')}</p>
        {path.questions.map(({ anchor, title, why, answers }) => (
          <fieldset key={anchor} id={anchor}>
            <legend>{title}</legend>
            <p className={style.quiet}>{why}</p>
            {answers.map((answer) => (
              <label key={answer.anchor}>
                <input type="radio" name={anchor} value={answer.anchor} />
                <span>{answer.title}</span>
              </label>
            ))}
            <label>
              <input type="radio" name={anchor} value="" defaultChecked />
              <span>{t('site:path.noAnswer')}</span>
            </label>
          </fieldset>
        ))}
      </details>
      <output data-status className={style.status} />
      <button type="reset" className={style.reset}>
        {t('site:path.showEverything')}
      </button>
    </form>
  );
}

/** What to remember, to be ticked off here or on paper. */
export function Checklist({ path, drawing }: { path: PathView; drawing: Drawing }) {
  const t = words(path.language);
  if (path.checklist.length === 0) return null;
  return (
    <section className={style.checklist} aria-labelledby="muistilista">
      <h2 id="muistilista">{t('site:path.checklist')}</h2>
      <ul>
        {path.checklist.map((item) => (
          <li key={item.anchor} id={item.anchor} {...drawing.tailoring(item)}>
            <label>
              <input type="checkbox" data-tick={item.anchor} />
              <span>{item.title}</span>
            </label>
            {item.step !== null && (
              <a className="screen-only" href={`#${item.step}`}>
                {t('site:path.toStep')}
                <span className="spoken">: {item.title}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className={`${style.quiet} screen-only`} hidden data-ticks>
        {t('site:path.ticks')}{' '}
        <button type="button" className={style.reset} data-clear>
          {t('site:path.clearTicks')}
        </button>
      </p>
    </section>
  );
}

/** Rights, own part, support and what is recorded (promise A4). */
export function Rights({ path }: { path: PathView }) {
  const t = words(path.language);
  if (path.rights.length === 0) return null;
  return (
    <section className={style.rights} aria-labelledby="oikeudet">
      <h2 id="oikeudet">{t('site:path.rights')}</h2>
      <ul>
        {path.rights.map(({ anchor, kind, title, html }) => (
          <li key={anchor} id={anchor}>
            <p className={style.quiet}>{t(`site:path.right.${kind}`)}</p>
            <h3>{title}</h3>
            {/* The paths module made this HTML from Markdown without HTML. */}
            <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
