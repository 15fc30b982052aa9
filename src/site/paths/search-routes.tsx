import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { County } from '#modules/organisation';
import { type PathHit, PathIndex, listPublishedPaths } from '#modules/paths';
import { AppError } from '#platform/errors.ts';
import { type Language, LANGUAGES, words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import type { KnownCounty } from '#site/known-county.ts';
import { PUBLIC, type Site } from '#site/mount-page.ts';
import { LONGEST_SEARCH } from '#site/search-form.tsx';
import { answerKeptPage, answerPage, type Page } from '#site/show-page.tsx';
import { SearchPage } from './search-page.tsx';
import { topicsOf } from './topics.ts';

type Http = HonoContext<AppEnvironment>;

const SOON_MS = 500;
const MOST_ELSEWHERE = 5;

/** The search. What people look for may be about their health: it is neither logged nor counted nor kept, here or by a browser's form memory. */
export function mountSearch({ app, parts }: Site, knownCounty: KnownCounty): void {
  const index = new PathIndex(parts.live, (work) => parts.edge.read(PUBLIC, 'search', work));
  // The first to search after a start need not wait for the words of every path.
  setTimeout(() => index.prepare(), SOON_MS).unref();
  for (const language of LANGUAGES)
    app.get(pageAddress('search', language), async (http) => {
      const since = parts.pages.state;
      const county = await knownCounty(http.get('requestId'));
      if (!county.languages.includes(language)) throw new AppError('not-found', 'not-found');
      const asked = askedOf(http.req.query('q'));
      const hits = asked === '' ? [] : await index.search(language, asked);
      const page = pageOf(county, language, asked, {
        hits,
        elsewhere:
          asked === '' || hits.length > 0 ? [] : await inOthers(index, county, language, asked),
        topics: hits.length > 0 ? [] : await readTopics(http, parts, language),
      });
      return asked === ''
        ? answerKeptPage(http, parts, county, language, page, since)
        : answerPage(http, parts, county, language, page);
    });
}

/** What was asked for, as one line without anything that cannot be seen; a program may have sent more than the field takes. */
function askedOf(sent: string | undefined): string {
  return (sent ?? '')
    .slice(0, LONGEST_SEARCH)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim();
}

const readTopics = async (http: Http, parts: Site['parts'], language: Language) =>
  topicsOf(
    await parts.edge.read(PUBLIC, http.get('requestId'), (ctx) =>
      listPublishedPaths(ctx, language),
    ),
  );

type Elsewhere = { readonly language: Language; readonly hits: readonly PathHit[] };

/** Many people write Finnish words on a page in another language, and the other way round. */
async function inOthers(
  index: PathIndex,
  county: County,
  language: Language,
  asked: string,
): Promise<Elsewhere[]> {
  const found: Elsewhere[] = [];
  for (const other of county.languages) {
    const hits = other === language ? [] : await index.search(other, asked);
    if (hits.length > 0) found.push({ language: other, hits: hits.slice(0, MOST_ELSEWHERE) });
  }
  return found;
}

function pageOf(
  county: County,
  language: Language,
  asked: string,
  found: Pick<Parameters<typeof SearchPage>[0], 'hits' | 'elsewhere' | 'topics'>,
): Page {
  const query = asked === '' ? '' : `?${new URLSearchParams({ q: asked })}`;
  const t = words(language);
  return {
    facts: {
      title: t('site:search.title'),
      description: t('site:search.lead'),
      switches: inEachLanguage(
        county.languages,
        (each) => `${pageAddress('search', each)}${query}`,
      ),
      section: 'search',
      searches: true,
    },
    content: <SearchPage asked={asked} {...found} language={language} />,
  };
}
