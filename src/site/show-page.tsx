import type { Context as HonoContext } from 'hono';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { AppEnvironment } from '#main/app.ts';
import type { Parts } from '#main/parts.ts';
import type { County } from '#modules/organisation';
import { commonHeaders, pagePolicy, readingPagePolicy } from '#platform/http/headers.ts';
import { isSame, tagOf } from '#platform/http/page-cache.ts';
import type { Language } from '#platform/i18n.ts';
import { type PageFacts, PageFrame } from './page-frame.tsx';

/** A page: what it says of itself, and its content. */
export interface Page {
  readonly facts: PageFacts;
  readonly content: ReactNode;
  readonly status?: 200 | 403 | 404 | 409 | 422 | 429 | 500 | 503;
  /** Seconds after which to try again. */
  readonly retryAfter?: number | undefined;
  /** Until when it says what is so, where that ends by itself: whether something is open. */
  readonly holdsUntil?: Date | undefined;
  /** Whether its script reads other pages of the site. */
  readonly readsPages?: boolean;
}

/** Draws a whole page as HTML. */
export function renderPage(
  parts: Pick<Parts, 'assets' | 'settings'>,
  county: County,
  language: Language,
  page: Page,
): string {
  const assets = { style: parts.assets.siteStyle, font: parts.assets.siteFont };
  const surroundings = { county, language, assets, publicUrl: parts.settings.publicUrl };
  return `<!doctype html>${renderToStaticMarkup(
    <PageFrame surroundings={surroundings} facts={page.facts}>
      {page.content}
    </PageFrame>,
  )}`;
}

/** The headers of a page. A browser asks each time, as a page may change at any moment; a form is not even kept. */
export function pageHeaders(
  language: Language,
  kept: boolean,
  readsPages = false,
): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': readsPages ? readingPagePolicy() : pagePolicy(),
    'cache-control': kept ? 'no-cache' : 'no-store',
  };
}

/** Answers with a page that is made for this one reader: a form, a refusal. */
export function answerPage(
  http: HonoContext<AppEnvironment>,
  parts: Parts,
  county: County,
  language: Language,
  page: Page,
): Response {
  const headers = pageHeaders(language, false);
  if (page.retryAfter !== undefined) headers['retry-after'] = String(page.retryAfter);
  return http.body(renderPage(parts, county, language, page), page.status ?? 200, headers);
}

/** How long a page is kept at most, because days pass. */
const KEPT_MS = 60_000;

/**
 * Answers with a page that is the same for everybody, and keeps it. The listener before the application then answers
 * with the kept one, so its headers must be whole. A browser asks each time and is told when its copy is still right.
 * Only an address without a query is kept: others would be endless.
 * `since` is the state of the cache (`PageCache.state`) before anything of the page was read.
 */
export function answerKeptPage(
  http: HonoContext<AppEnvironment>,
  parts: Parts,
  county: County,
  language: Language,
  page: Page,
  since: number,
): Response {
  const html = renderPage(parts, county, language, page);
  return answerKept(http, parts, html, {
    headers: pageHeaders(language, true, page.readsPages),
    since,
    holdsUntil: page.holdsUntil,
  });
}

/** What is kept besides a body: its headers, the state of the cache before it was read, and until when it holds. */
interface Kept {
  readonly headers: Record<string, string>;
  readonly since: number;
  readonly holdsUntil?: Date | undefined;
}

/** The same for what is no page: the map of the site, a feed. */
export function answerKept(
  http: HonoContext<AppEnvironment>,
  { pages, settings, edge }: Parts,
  body: string,
  { headers, since, holdsUntil }: Kept,
): Response {
  const { pathname, search } = new URL(http.req.url);
  const all = { ...commonHeaders(settings.secure), ...headers };
  const until = Math.min(edge.clock().getTime() + KEPT_MS, holdsUntil?.getTime() ?? Infinity);
  if (search === '') pages.put(pathname, body, all, new Date(until), since);
  const etag = tagOf(body);
  if (isSame(http.req.header('if-none-match'), etag))
    return http.body(null, 304, { ...headers, etag });
  return http.body(body, 200, { ...headers, etag });
}
