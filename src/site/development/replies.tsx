import type { ReplyView } from '#modules/development';
import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import { formatMonth } from '#ui/format.ts';
import { ReplyNote } from './reply-note.tsx';
import style from './replies.module.css';

/** Replies in a list, each under its unit (on a unit's own page, under its month), with the phase of the path that it concerns. */
export function Replies({
  replies,
  language,
  level,
  unit = true,
}: {
  replies: readonly ReplyView[];
  language: Language;
  level: 2 | 3;
  unit?: boolean;
}) {
  const t = words(language);
  return (
    <ul className={style.replies}>
      {replies.map((reply) => {
        const month = formatMonth(reply.publishedOn, language);
        const node = (
          <a href={pageAddress('units', language, reply.node.slug)}>{reply.node.name}</a>
        );
        return (
          <li key={reply.id}>
            <ReplyNote
              reply={reply}
              language={language}
              level={level}
              heading={unit ? node : month}
              {...(unit && { source: month })}
            >
              {reply.path !== null && (
                <p className={style.place}>
                  <a
                    href={`${pageAddress('paths', language, reply.path.slug)}#${reply.path.phase ?? reply.path.anchor}`}
                  >
                    {t('site:reply.onPath', {
                      path: reply.path.title,
                      phase: reply.path.phaseTitle,
                    })}
                  </a>
                </p>
              )}
            </ReplyNote>
          </li>
        );
      })}
    </ul>
  );
}
