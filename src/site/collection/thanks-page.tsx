import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import { MessagePage } from '#site/message-page.tsx';
import style from './thanks-page.module.css';

/** The answer is stored: thanks, its receipt, and what happens next. */
export function ThanksPage({
  receipt,
  thanks,
  language,
}: {
  receipt: string;
  thanks: string;
  language: Language;
}) {
  const t = words(language);
  return (
    <MessagePage title={t('site:thanks.title')} lead={thanks} language={language}>
      <p className={style.receipt}>
        <span>{t('site:thanks.receipt')}</span> <strong>{receipt}</strong>
      </p>
      <h2>{t('site:thanks.next')}</h2>
      <ul>
        <li>{t('site:thanks.read')}</li>
        <li>{t('site:thanks.results')}</li>
        <li>{t('site:thanks.replies')}</li>
      </ul>
      <p>
        <a href={pageAddress('replies', language)}>{t('site:thanks.toReplies')}</a>
      </p>
      <p>
        <a href={pageAddress('results', language)}>{t('site:thanks.toResults')}</a>
      </p>
    </MessagePage>
  );
}
