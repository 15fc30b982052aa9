import { words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import { mountPage, type Site } from '#site/mount-page.ts';
import { OwnListPage } from './own-list-page.tsx';

/** The page of the reader's own list: the same for everybody, as only the reader's browser knows what is on it. */
export function mountOwnList(site: Site): void {
  mountPage(site, 'list', {}, async ({ county, language }) => ({
    facts: {
      title: words(language)('site:list.title'),
      description: words(language)('site:list.lead'),
      addresses: inEachLanguage(county.languages, (each) => pageAddress('list', each)),
      section: 'paths',
      hidden: true,
      script: site.parts.assets.listScript,
    },
    content: <OwnListPage language={language} />,
    readsPages: true,
  }));
}
