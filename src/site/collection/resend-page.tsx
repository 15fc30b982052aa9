import { type Language, words } from '#platform/i18n.ts';
import layout from '#site/layout.module.css';
import { MessagePage } from '#site/message-page.tsx';
import type { Page } from '#site/show-page.tsx';
import style from './resend-page.module.css';
import type { Typed } from './typed.ts';

interface Held {
  readonly why: 'too-many' | 'unavailable' | 'unsure';
  readonly typed: Typed;
  readonly address: string;
}

function ResendPage({ why, typed, address, language }: Held & { language: Language }) {
  const t = words(language);
  const { scores, comment, ...rest } = typed;
  const fields = {
    ...rest,
    ...Object.fromEntries(Object.entries(scores).map(([code, score]) => [`s-${code}`, score])),
  };
  return (
    <MessagePage title={t('site:resend.title')} lead={t(`site:resend.${why}`)} language={language}>
      <p>{t('site:resend.kept')}</p>
      <form method="post" action={address}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {comment !== '' && (
          <>
            <label htmlFor="comment">{t('site:resend.comment')}</label>
            <textarea
              className={style.text}
              id="comment"
              name="comment"
              rows={6}
              defaultValue={comment}
            />
          </>
        )}
        <p className={style.send}>
          <button type="submit" className={layout.button}>
            {t('site:resend.send')}
          </button>
        </p>
      </form>
    </MessagePage>
  );
}

const STATUS = { 'too-many': 429, unavailable: 503, unsure: 422 } as const;

/**
 * The answer could not be stored just now. The page holds all of it, so that one press sends it again with the same
 * id; it needs nothing from the database, which may be what is missing.
 */
export const resendPage = (
  language: Language,
  { retryAfter, ...held }: Held & { retryAfter?: number | undefined },
): Page => ({
  facts: { title: words(language)('site:resend.title') },
  content: <ResendPage {...held} language={language} />,
  status: STATUS[held.why],
  retryAfter,
});
