import type { ReactNode } from 'react';
import type { ReplyView } from '#modules/development';
import type { Language } from '#platform/i18n.ts';
import style from './reply-note.module.css';

/** "Kerroit – teimme": what people told and what was done. `source` says where and when, `children` lead on. */
export function ReplyNote({
  reply,
  language,
  level,
  heading,
  source,
  children,
}: {
  reply: ReplyView;
  language: Language;
  level: 2 | 3;
  heading: ReactNode;
  source?: string;
  children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className={style.reply} data-reply>
      <Heading className={style.heading}>{heading}</Heading>
      <div lang={reply.language === language ? undefined : reply.language}>
        <p className={style.said}>{reply.youSaid}</p>
        <p>{reply.weDid}</p>
      </div>
      {source !== undefined && <p className={style.source}>{source}</p>}
      {children}
    </div>
  );
}
