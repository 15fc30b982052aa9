import type { Context as HonoContext, Hono } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { Parts } from '#main/parts.ts';
import { getCounty } from '#modules/organisation';
import { AppError, STATUS } from '#platform/errors.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { refusalOf } from '#platform/outage.ts';
import { isLanguage, type Language, languageFor } from '#platform/i18n.ts';
import { logFailure } from '#platform/log.ts';
import { mountAbout } from './about-routes.tsx';
import { homeAddress } from './addresses.ts';
import { mountCollection } from './collection/routes.tsx';
import { countyStyle } from './county-style.ts';
import { mountReplies } from './development/routes.tsx';
import { mountHandbook } from './handbook/routes.tsx';
import { type KnownCounty, rememberCounty } from './known-county.ts';
import { PUBLIC } from './mount-page.ts';
import { mountOrganisation } from './organisation/routes.tsx';
import { mountFinding } from './find-routes.ts';
import { mountOwnList } from './paths/own-list-routes.tsx';
import { mountPaths } from './paths/routes.tsx';
import { mountSearch } from './paths/search-routes.tsx';
import { mountTopics } from './paths/topic-routes.tsx';
import { mountPartners } from './partners/routes.tsx';
import { mountPictures } from './pictures/routes.ts';
import { refusalTitle, RefusalPage } from './refusal-page.tsx';
import { mountResults } from './reports/routes.tsx';
import { answerBusy } from './busy-page.tsx';
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
  mountFinding(site);
  mountPaths(site);
  mountOwnList(site);
  mountTopics(site);
  mountSearch(site, knownCounty);
  mountPictures(site);
  mountResults(site);
  mountReplies(site);
  mountHandbook(site);
  mountCollection(site, knownCounty);
  mountPartners(site, knownCounty);
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
  const refusal = refusalOf(thrown);
  logFailure(parts.log, thrown, refusal, { requestId: reference });
  if (http.req.path.startsWith('/api/'))
    return problemResponse(refusal, languageFor(http.req.header('accept-language')), reference);
  const county = await knownCounty(reference);
  const first = http.req.path.split('/')[1];
  const language: Language =
    isLanguage(first) && county.languages.includes(first) ? first : languageOfVisit(http, county);
  if (refusal instanceof AppError && refusal.code === 'busy')
    return answerBusy(http, parts, county, language, refusal);
  const page: Page = {
    facts: { title: refusalTitle(refusal, language) },
    content: <RefusalPage error={refusal} reference={reference} language={language} />,
    status: statusOf(refusal),
    ...(refusal instanceof AppError && { retryAfter: refusal.retryAfter }),
  };
  return answerPage(http, parts, county, language, page);
}

/** A public page never asks to sign in: what would need it is not there. */
const statusOf = (error: unknown): NonNullable<Page['status']> => {
  if (!(error instanceof AppError)) return 500;
  return error.kind === 'unauthenticated' ? 403 : STATUS[error.kind];
};
