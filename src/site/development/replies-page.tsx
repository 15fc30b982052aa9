import type { ReplyView } from '#modules/development';
import { type Language, words } from '#platform/i18n.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { Replies } from './replies.tsx';

/** Everything that was told and what was done because of it, newest first. */
export function RepliesPage({
  replies,
  language,
}: {
  replies: readonly ReplyView[];
  language: Language;
}) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('site:frame.replies')} lead={t('site:replies.lead')} language={language} />
      <div className={layout.width}>
        {replies.length === 0 ? (
          <p>{t('site:replies.none')}</p>
        ) : (
          <Replies replies={replies} language={language} level={2} />
        )}
      </div>
    </>
  );
}
