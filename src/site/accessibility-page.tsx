import { type Language, words } from '#platform/i18n.ts';
import { MessagePage } from './message-page.tsx';
import style from './statement.module.css';

/** The accessibility statement: what the product knows of itself. What only the county knows is marked to be written. */
export function AccessibilityPage({ language }: { language: Language }) {
  const t = words(language);
  return (
    <MessagePage
      title={t('site:accessibility.title')}
      lead={t('site:accessibility.lead')}
      language={language}
    >
      <p className={style.open}>{t('site:accessibility.draft')}</p>
      <h2>{t('site:accessibility.state')}</h2>
      <p>{t('site:accessibility.stateText')}</p>
      <p className={style.open}>{t('site:accessibility.stateOpen')}</p>
      <h2>{t('site:accessibility.works')}</h2>
      <ul>
        <li>{t('site:accessibility.worksScript')}</li>
        <li>{t('site:accessibility.worksKeyboard')}</li>
        <li>{t('site:accessibility.worksZoom')}</li>
        <li>{t('site:accessibility.worksWords')}</li>
      </ul>
      <h2>{t('site:accessibility.known')}</h2>
      <ul>
        <li>{t('site:accessibility.knownLinks')}</li>
        <li>{t('site:accessibility.knownEasy')}</li>
      </ul>
      <h2>{t('site:accessibility.feedback')}</h2>
      <p>{t('site:accessibility.feedbackText')}</p>
      <p className={style.open}>{t('site:accessibility.feedbackOpen')}</p>
      <h2>{t('site:accessibility.supervision')}</h2>
      <p>{t('site:accessibility.supervisionText')}</p>
      <p>
        <a href="https://www.saavutettavuusvaatimukset.fi">saavutettavuusvaatimukset.fi</a>
      </p>
    </MessagePage>
  );
}
