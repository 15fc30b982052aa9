import { type Language, words } from '#platform/i18n.ts';
import { MessagePage } from './message-page.tsx';
import style from './statement.module.css';

/** What is stored of whom, told as it is. What only the county knows is marked to be written. */
export function PrivacyPage({ language }: { language: Language }) {
  const t = words(language);
  return (
    <MessagePage title={t('site:privacy.title')} lead={t('site:privacy.lead')} language={language}>
      <p className={style.open}>{t('site:privacy.draft')}</p>
      <h2>{t('site:privacy.reading')}</h2>
      <p>{t('site:privacy.readingText')}</p>
      <h2>{t('site:privacy.own')}</h2>
      <p>{t('site:privacy.ownText')}</p>
      <h2>{t('site:privacy.answering')}</h2>
      <p>{t('site:privacy.answeringText')}</p>
      <ul>
        <li>{t('site:privacy.keptAnswers')}</li>
        <li>{t('site:privacy.keptWhere')}</li>
        <li>{t('site:privacy.keptReceipt')}</li>
      </ul>
      <p>{t('site:privacy.notKept')}</p>
      <h2>{t('site:privacy.words')}</h2>
      <p>{t('site:privacy.wordsText')}</p>
      <h2>{t('site:privacy.figures')}</h2>
      <p>{t('site:privacy.figuresText')}</p>
      <h2>{t('site:privacy.rights')}</h2>
      <p>{t('site:privacy.rightsText')}</p>
      <p className={style.open}>{t('site:privacy.rightsOpen')}</p>
    </MessagePage>
  );
}
