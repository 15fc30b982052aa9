import { LIFE_EVENTS } from '#contract/paths';
import { getCounty } from '#modules/organisation';
import { listChanges, type PathChange } from '#modules/paths';
import { AppError } from '#platform/errors.ts';
import { type Language, LANGUAGES } from '#platform/i18n.ts';
import { homeAddress, inEachLanguage, pageAddress, type PageKind } from './addresses.ts';
import { PUBLIC, type Site } from './mount-page.ts';
import { drawFeed, feedAddress } from './paths/feed.ts';
import { lifeEventAddress, pathsFor } from './paths/life-events.ts';
import { topicsOf, translationsOf } from './paths/topics.ts';
import { answerKept } from './show-page.tsx';
import { drawSitemap, type SitemapPage } from './sitemap.ts';

const MOST_CHANGES = 100;
const REVALIDATED = 'no-cache';

/** How programs find the paths: what may be read, the map of the site, and a feed of changes for each language. */
export function mountFinding({ app, parts }: Site): void {
  const { publicUrl } = parts.settings;
  app.get('/robots.txt', async (http) => {
    const since = parts.pages.state;
    const { example } = await parts.edge.read(PUBLIC, http.get('requestId'), getCounty);
    return answerKept(http, parts, robots(publicUrl, example), {
      headers: asText('text/plain'),
      since,
    });
  });
  app.get('/sitemap.xml', async (http) => {
    const since = parts.pages.state;
    const [languages, paths] = await parts.edge.read(PUBLIC, http.get('requestId'), async (ctx) => {
      const { languages } = await getCounty(ctx);
      const all: Partial<Record<Language, PathChange[]>> = {};
      for (const language of languages) all[language] = await listChanges(ctx, language);
      return [languages, all] as const;
    });
    const xml = drawSitemap(publicUrl, pagesOf(languages, paths));
    return answerKept(http, parts, xml, { headers: asText('application/xml'), since });
  });
  for (const language of LANGUAGES)
    app.get(feedAddress(language), async (http) => {
      const since = parts.pages.state;
      const [county, changes] = await parts.edge.read(
        PUBLIC,
        http.get('requestId'),
        async (ctx) => {
          const county = await getCounty(ctx);
          if (!county.languages.includes(language)) throw new AppError('not-found', 'not-found');
          return [county, await listChanges(ctx, language)] as const;
        },
      );
      const xml = drawFeed(county, language, publicUrl, changes.slice(0, MOST_CHANGES));
      return answerKept(http, parts, xml, { headers: asText('application/atom+xml'), since });
    });
}

const asText = (type: string): Record<string, string> => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': REVALIDATED,
});

/** Forms and staff pages are nothing to search for; nor is anything of a county that does not exist. */
function robots(publicUrl: string, example: boolean): string {
  const rules = example
    ? ['# This county is fictional: nobody should come across its advice on care.', 'Disallow: /']
    : ['Disallow: /staff', 'Disallow: /api/', 'Disallow: /p/', 'Disallow: /a/', 'Disallow: /v/'];
  return `User-agent: *\n${rules.join('\n')}\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
}

const ALONE: readonly PageKind[] = ['paths', 'results', 'replies', 'accessibility', 'privacy'];

function pagesOf(
  languages: readonly Language[],
  all: Readonly<Partial<Record<Language, readonly PathChange[]>>>,
): SitemapPage[] {
  const topics = Object.fromEntries(
    languages.map((language) => [language, topicsOf(byTopic(all[language] ?? []))]),
  );
  const inEach = (address: (language: Language) => string): SitemapPage => ({
    addresses: inEachLanguage(languages, address),
  });
  return [
    inEach(homeAddress),
    ...ALONE.map((kind) => inEach((language) => pageAddress(kind, language))),
    ...LIFE_EVENTS.flatMap((event) => {
      const having = languages.filter((each) => pathsFor(event, all[each] ?? []).length > 0);
      return having.length === 0
        ? []
        : [{ addresses: inEachLanguage(having, (each) => lifeEventAddress(event, each)) }];
    }),
    ...languages.flatMap((language) =>
      (topics[language] ?? []).map((topic) => ({
        language,
        addresses: {
          ...translationsOf(topic, topics),
          [language]: pageAddress('topics', language, topic.slug),
        },
      })),
    ),
    ...languages.flatMap((language) =>
      (all[language] ?? []).map(({ slugs, changedAt }) => ({
        language,
        changedAt,
        addresses: Object.fromEntries(
          languages
            .filter((each) => slugs[each] !== undefined)
            .map((each) => [each, pageAddress('paths', each, slugs[each])]),
        ),
      })),
    ),
  ];
}

const byTopic = (paths: readonly PathChange[]): PathChange[] =>
  paths.toSorted((one, other) => one.topic.localeCompare(other.topic, 'fi'));
