import { words } from '#platform/i18n.ts';
import { AccessibilityPage } from './accessibility-page.tsx';
import { inEachLanguage, pageAddress } from './addresses.ts';
import { mountPage, type Site } from './mount-page.ts';
import { PrivacyPage } from './privacy-page.tsx';

/** What the site tells of itself: accessibility and privacy. */
export function mountAbout(site: Site): void {
  mountPage(site, 'accessibility', {}, async ({ county, language }) => ({
    facts: {
      title: words(language)('site:accessibility.title'),
      addresses: inEachLanguage(county.languages, (each) => pageAddress('accessibility', each)),
    },
    content: <AccessibilityPage language={language} />,
  }));
  mountPage(site, 'privacy', {}, async ({ county, language }) => ({
    facts: {
      title: words(language)('site:privacy.title'),
      addresses: inEachLanguage(county.languages, (each) => pageAddress('privacy', each)),
    },
    content: <PrivacyPage language={language} />,
  }));
}
