import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { Parts } from '#main/parts.ts';
import type { County } from '#modules/organisation';
import { type AppError, STATUS } from '#platform/errors.ts';
import type { Language } from '#platform/i18n.ts';
import { refusalTitle, RefusalPage } from './refusal-page.tsx';
import { pageHeaders, renderPage } from './show-page.tsx';

const REFERENCE = '00000000-0000-0000-0000-000000000000';
const drawn = new WeakMap<County, Map<Language, string>>();

/** Answers whoever comes while there is too much to do. The page is drawn once: drawing it for each would add to that. */
export function answerBusy(
  http: HonoContext<AppEnvironment>,
  parts: Parts,
  county: County,
  language: Language,
  refusal: AppError,
): Response {
  const pages = drawn.get(county) ?? new Map<Language, string>();
  drawn.set(county, pages);
  const html = pages.get(language) ?? draw(parts, county, language, refusal);
  pages.set(language, html);
  return http.body(html.replace(REFERENCE, http.get('requestId')), STATUS[refusal.kind], {
    ...pageHeaders(language, false),
    'retry-after': String(refusal.retryAfter),
  });
}

const draw = (
  parts: Pick<Parts, 'assets' | 'settings'>,
  county: County,
  language: Language,
  error: AppError,
): string =>
  renderPage(parts, county, language, {
    facts: { title: refusalTitle(error, language) },
    content: <RefusalPage error={error} reference={REFERENCE} language={language} />,
  });
