import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import { MessagePage } from '#site/message-page.tsx';
import type { WayBack } from './find-way-back.ts';
import style from './thanks-page.module.css';

/** The answer is stored: thanks, its receipt, the way back, and what happens next. */
export function ThanksPage({
  receipt,
  thanks,
  back,
  language,
}: {
  receipt: string;
  thanks: string;
  back: WayBack | null;
  language: Language;
}) {
  const t = words(language);
  return (
    <MessagePage title={t('site:thanks.title')} lead={thanks} language={language}>
      <p className={style.receipt}>
        <span>{t('site:thanks.receipt')}</span> <strong>{receipt}</strong>
      </p>
      {back && <Back {...back} language={language} />}
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

function Back({ href, path, phase, easy, language }: WayBack & { language: Language }) {
  const t = words(language);
  return (
    <p className={style.back}>
      <a href={href}>
        {phase === null ? t('site:thanks.toPath', { path }) : t('site:thanks.toPhase', { phase })}
      </a>
      {easy !== null && <a href={easy}>{t('site:thanks.toEasy')}</a>}
    </p>
  );
}
