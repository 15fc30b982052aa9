import type { Context as HonoContext, Hono } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { Parts } from '#main/parts.ts';
import { getCounty } from '#modules/organisation';
import { AppError, STATUS } from '#platform/errors.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { refusalOf } from '#platform/outage.ts';
import { isLanguage, type Language, languageFor } from '#platform/i18n.ts';
import { mountAbout } from './about-routes.tsx';
import { homeAddress } from './addresses.ts';
import { mountCollection } from './collection/routes.tsx';
import { countyStyle } from './county-style.ts';
import { mountReplies } from './development/routes.tsx';
import { type KnownCounty, rememberCounty } from './known-county.ts';
import { PUBLIC } from './mount-page.ts';
import { mountOrganisation } from './organisation/routes.tsx';
import { mountPaths } from './paths/routes.tsx';
import { refusalTitle, RefusalPage } from './refusal-page.tsx';
import { mountResults } from './reports/routes.tsx';
import { answerPage, type Page } from './show-page.tsx';
import { SITE_MARK } from './site-mark.ts';
import { languageOfVisit } from './visit-language.ts';

type Http = HonoContext<AppEnvironment>;

/** The public site: every page, its look, and what becomes of a request that leads nowhere or fails. */
export function mountSite(app: Hono<AppEnvironment>, parts: Parts): void {
  const site = { app, parts };
  const knownCounty = rememberCounty(parts);
  app.get('/', async (http) => {
    http.header('vary', 'accept-language');
    return http.redirect(
      homeAddress(languageOfVisit(http, await knownCounty(http.get('requestId')))),
      302,
    );
  });
  app.get('/county.css', async (http) => {
    const { theme } = await parts.edge.read(PUBLIC, http.get('requestId'), getCounty);
    return http.body(countyStyle(theme), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=300',
    });
  });
  app.get('/mark.svg', (http) =>
    http.body(SITE_MARK, 200, {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=86400',
    }),
  );
  mountOrganisation(site);
  mountPaths(site);
  mountResults(site);
  mountReplies(site);
  mountCollection(site, knownCounty);
  mountAbout(site);
  app.notFound((http) => refuse(http, parts, knownCounty, new AppError('not-found', 'not-found')));
  app.onError((error, http) => refuse(http, parts, knownCounty, error));
}

/** Translates a refusal for people; a program that asks the API gets a problem instead. */
async function refuse(
  http: Http,
  parts: Parts,
  knownCounty: KnownCounty,
  thrown: unknown,
): Promise<Response> {
  const reference = http.get('requestId');
  const error = refusalOf(thrown);
  if (!(thrown instanceof AppError))
    parts.log.error({ err: thrown, requestId: reference }, 'unexpected');
  if (http.req.path.startsWith('/api/'))
    return problemResponse(error, languageFor(http.req.header('accept-language')), reference);
  const county = await knownCounty(reference);
  const first = http.req.path.split('/')[1];
  const language: Language =
    isLanguage(first) && county.languages.includes(first) ? first : languageOfVisit(http, county);
  const page: Page = {
    facts: { title: refusalTitle(error, language) },
    content: <RefusalPage error={error} reference={reference} language={language} />,
    status: statusOf(error),
    ...(error instanceof AppError && { retryAfter: error.retryAfter }),
  };
  return answerPage(http, parts, county, language, page);
}

/** A public page never asks to sign in: what would need it is not there. */
const statusOf = (error: unknown): NonNullable<Page['status']> => {
  if (!(error instanceof AppError)) return 500;
  return error.kind === 'unauthenticated' ? 403 : STATUS[error.kind];
};
