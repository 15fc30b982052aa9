import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import { MessagePage } from '#site/message-page.tsx';
import type { Page } from '#site/show-page.tsx';

function GonePage({ language }: { language: Language }) {
  const t = words(language);
  return (
    <MessagePage title={t('site:gone.title')} lead={t('site:gone.lead')} language={language}>
      <p>{t('site:gone.text')}</p>
      <p>
        <a href={`${pageAddress('results', language)}#yksikot`}>{t('site:gone.units')}</a>
      </p>
    </MessagePage>
  );
}

/**
 * Used, expired or never there: one and the same page, so that it tells nobody which. It leads to where feedback is
 * always welcome.
 */
export const gonePage = (language: Language): Page => ({
  facts: { title: words(language)('site:gone.title') },
  content: <GonePage language={language} />,
  status: 404,
});
