import type { ReplyView } from '#modules/development';
import { type Language, words } from '#platform/i18n.ts';
import layout from '#site/layout.module.css';
import { Replies } from './replies.tsx';

/** What the feedback of a unit has changed, as a section of its page; nothing as long as nothing has been told. */
export function UnitReplies({
  replies,
  language,
}: {
  replies: readonly ReplyView[];
  language: Language;
}) {
  if (replies.length === 0) return null;
  return (
    <section className={layout.section}>
      <h2>{words(language)('site:frame.replies')}</h2>
      <Replies replies={replies} language={language} level={3} unit={false} />
    </section>
  );
}
