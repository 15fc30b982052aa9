import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { OpenForm } from '#modules/collection';
import { getCounty } from '#modules/organisation';
import { getDefaultSurvey } from '#modules/surveys';
import { AppError } from '#platform/errors.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { refusalOf } from '#platform/outage.ts';
import { inEachLanguage, thanksAddress } from '#site/addresses.ts';
import { gap } from '#site/drawings.ts';
import { PUBLIC } from '#site/mount-page.ts';
import { pageHeaders, renderPage } from '#site/show-page.tsx';
import { openForm } from './draw-form.tsx';
import { findWayBack } from './find-way-back.ts';
import type { FormSite } from './show-form.tsx';
import { ThanksPage } from './thanks-page.tsx';

const RECEIPT = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/;

/**
 * Shows the thanks. The page knows nothing of the answer: it only repeats the receipt that stands in its address, and leads
 * back to the path that the feedback point in it belongs to.
 */
export async function showThanks(
  { parts, knownCounty, drawings }: FormSite,
  http: HonoContext<AppEnvironment>,
  language: Language,
  { receipt, code }: { receipt: string; code: string | undefined },
): Promise<Response> {
  const requestId = http.get('requestId');
  const { languages } = await knownCounty(requestId);
  if (!languages.includes(language) || !RECEIPT.test(receipt))
    throw new AppError('not-found', 'not-found');
  const path = code === undefined ? null : await pathOf(parts, requestId, code);
  const blanks = { receipt, code: code ?? '' };
  const html = await drawings.fill(JSON.stringify(['thanks', language, path]), blanks, async () => {
    const [county, { texts }, back] = await parts.edge.read(PUBLIC, requestId, (ctx) =>
      Promise.all([
        getCounty(ctx),
        getDefaultSurvey(ctx),
        path && findWayBack(ctx, path, language),
      ]),
    );
    const address = (each: Language): string =>
      thanksAddress(each, gap('receipt'), path ? gap('code') : undefined);
    return renderPage(parts, county, language, {
      facts: {
        title: words(language)('site:thanks.title'),
        switches: inEachLanguage(county.languages, address),
      },
      content: (
        <ThanksPage
          receipt={gap('receipt')}
          thanks={inLanguage(texts.thanks, language)}
          back={back}
          language={language}
        />
      ),
    });
  });
  return http.body(html, 200, pageHeaders(language, false));
}

/** The path of a feedback point. The answer is stored, so it is thanked for even while the database cannot say. */
async function pathOf(
  { edge }: FormSite['parts'],
  requestId: string,
  code: string,
): Promise<OpenForm['path']> {
  try {
    return (await edge.read(PUBLIC, requestId, (ctx) => openForm(ctx, { code })))?.path ?? null;
  } catch (thrown) {
    if (!(refusalOf(thrown) instanceof AppError)) throw thrown;
    return null;
  }
}
