import type { ReplyView } from '#modules/development';
import type { PathView } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { formAddress } from '#site/addresses.ts';
import { ReplyNote } from '#site/development/reply-note.tsx';
import { formatMonth } from '#ui/format.ts';
import { Step } from './step.tsx';
import style from './phase.module.css';

/** One phase on the line: its number and title, what to know, what to do, what feedback has changed, and where to tell how it went. */
export function Phase({
  phase,
  replies,
  code,
  language,
}: {
  phase: PathView['phases'][number];
  replies: readonly ReplyView[];
  code: string | undefined;
  language: Language;
}) {
  const t = words(language);
  return (
    <li id={phase.anchor} className={style.phase}>
      <h2 className={style.heading}>
        <span className={style.number}>
          <span className="spoken">{t('site:path.phase')} </span>
          {phase.number}
          <span className="spoken">: </span>
        </span>
        <span className={style.title}>{phase.title}</span>
      </h2>
      <div className={style.content}>
        <p className={style.timing}>{t(`site:path.timing.${phase.timing}`)}</p>
        {/* The paths module made this HTML from Markdown without HTML. */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: phase.html }} />
        {phase.instructions.map(({ anchor, title, html }) => (
          <section key={anchor} id={anchor} className={style.instruction}>
            <h3>{title}</h3>
            <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          </section>
        ))}
        {phase.steps.length > 0 && (
          <ul className={style.steps}>
            {phase.steps.map((step) => (
              <Step key={step.anchor} step={step} language={language} />
            ))}
          </ul>
        )}
        {replies.map((reply) => (
          <ReplyNote
            key={reply.id}
            reply={reply}
            language={language}
            level={3}
            heading={t('site:frame.replies')}
            source={`${reply.node.name}, ${formatMonth(reply.publishedOn, language)}`}
          />
        ))}
        {code !== undefined && (
          <p className={`${style.tell} screen-only`}>
            <a href={formAddress(code, language)}>
              {t('site:path.tell')}
              <span className="spoken">: {phase.title}</span>
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
