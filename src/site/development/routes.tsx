import { listPublishedReplies } from '#modules/development';
import { words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import { mountPage, type Site } from '#site/mount-page.ts';
import { RepliesPage } from './replies-page.tsx';

/** The page of all public replies. */
export function mountReplies(site: Site): void {
  mountPage(site, 'replies', {}, async ({ ctx, county, language }) => {
    const t = words(language);
    return {
      facts: {
        title: t('site:frame.replies'),
        description: t('site:replies.lead'),
        addresses: inEachLanguage(county.languages, (each) => pageAddress('replies', each)),
        section: 'replies',
      },
      content: (
        <RepliesPage replies={await listPublishedReplies(ctx, {}, language)} language={language} />
      ),
    };
  });
}
