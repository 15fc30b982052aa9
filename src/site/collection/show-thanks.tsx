import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import { getCounty } from '#modules/organisation';
import { getDefaultSurvey } from '#modules/surveys';
import { AppError } from '#platform/errors.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import { gap } from '#site/drawings.ts';
import { PUBLIC } from '#site/mount-page.ts';
import { pageHeaders, renderPage } from '#site/show-page.tsx';
import type { FormSite } from './show-form.tsx';
import { ThanksPage } from './thanks-page.tsx';

const RECEIPT = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/;

/** Shows the thanks. The page knows nothing of the answer: it only repeats the receipt that stands in its address. */
export async function showThanks(
  { parts, knownCounty, drawings }: FormSite,
  http: HonoContext<AppEnvironment>,
  language: Language,
  receipt: string,
): Promise<Response> {
  const requestId = http.get('requestId');
  const { languages } = await knownCounty(requestId);
  if (!languages.includes(language) || !RECEIPT.test(receipt))
    throw new AppError('not-found', 'not-found');
  const html = await drawings.fill(`thanks ${language}`, { receipt }, async () => {
    const [county, { texts }] = await parts.edge.read(PUBLIC, requestId, (ctx) =>
      Promise.all([getCounty(ctx), getDefaultSurvey(ctx)]),
    );
    const address = (each: Language): string => pageAddress('thanks', each, gap('receipt'));
    return renderPage(parts, county, language, {
      facts: {
        title: words(language)('site:thanks.title'),
        switches: inEachLanguage(county.languages, address),
      },
      content: (
        <ThanksPage
          receipt={gap('receipt')}
          thanks={inLanguage(texts.thanks, language)}
          language={language}
        />
      ),
    });
  });
  return http.body(html, 200, pageHeaders(language, false));
}
