import { type Language, words } from '#platform/i18n.ts';
import layout from '#site/layout.module.css';
import { MessagePage } from '#site/message-page.tsx';
import type { Page } from '#site/show-page.tsx';

function DifferentPage({ address, language }: { address: string; language: Language }) {
  const t = words(language);
  return (
    <MessagePage
      title={t('site:different.title')}
      lead={t('site:different.lead')}
      language={language}
    >
      <p>{t('site:different.text')}</p>
      <p>
        <a className={layout.button} href={address}>
          {t('site:different.again')}
        </a>
      </p>
    </MessagePage>
  );
}

/** This form was sent before with other content: the first answer stands, and more can be told on a fresh form. */
export const differentPage = (language: Language, address: string): Page => ({
  facts: { title: words(language)('site:different.title') },
  content: <DifferentPage address={address} language={language} />,
  status: 409,
});
