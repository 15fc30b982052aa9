import { getPublicHandbook, listTerms } from '#modules/handbook';
import { words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import { mountPage, type Site } from '#site/mount-page.ts';
import { ExplainedWords } from './explained-words.tsx';
import { PromisesPage } from './promises-page.tsx';
import { WordsPage } from './words-page.tsx';

/** The pages of what the county promises, and of the words that it explains. */
export function mountHandbook(site: Site): void {
  mountPage(site, 'promises', {}, async ({ ctx, county, language }) => ({
    facts: {
      title: words(language)('site:promises.title'),
      description: words(language)('site:promises.lead'),
      addresses: inEachLanguage(county.languages, (each) => pageAddress('promises', each)),
    },
    content: (
      <ExplainedWords terms={await listTerms(ctx, language)} language={language}>
        <PromisesPage handbook={await getPublicHandbook(ctx, language)} language={language} />
      </ExplainedWords>
    ),
  }));
  mountPage(site, 'words', {}, async ({ ctx, county, language }) => ({
    facts: {
      title: words(language)('site:words.title'),
      description: words(language)('site:words.lead'),
      addresses: inEachLanguage(county.languages, (each) => pageAddress('words', each)),
    },
    content: <WordsPage terms={await listTerms(ctx, language)} language={language} />,
  }));
}
