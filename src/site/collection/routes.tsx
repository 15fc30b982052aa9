import type { Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnvironment } from '#main/app.ts';
import { receiveForm as receive } from '#modules/collection';
import { getCounty } from '#modules/organisation';
import { getDefaultSurvey } from '#modules/surveys';
import { AppError } from '#platform/errors.ts';
import { refusalOf } from '#platform/outage.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import type { KnownCounty } from '#site/known-county.ts';
import { mountPage, PUBLIC, type Site, type Visit } from '#site/mount-page.ts';
import { answerPage, type Page } from '#site/show-page.tsx';
import { languageOfVisit } from '#site/visit-language.ts';
import { differentPage } from './different-page.tsx';
import { drawForm, type Sent } from './draw-form.tsx';
import { gonePage } from './gone-page.tsx';
import { resendPage } from './resend-page.tsx';
import { invitationAt, pointAt, readSubmission, type WayIn } from './submission.ts';
import { ThanksPage } from './thanks-page.tsx';
import { fieldsOf, readTyped } from './typed.ts';

type Http = HonoContext<AppEnvironment>;

const LARGEST_FORM = 256 * 1024;

/** The form behind a feedback point and behind an invitation, and the page that thanks. */
export function mountCollection(site: Site, knownCounty: KnownCounty): void {
  const { app } = site;
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new AppError('invalid', 'body-too-large');
    },
  });
  for (const [pattern, wayInOf] of [
    ['/p/:secret', pointAt],
    ['/a/:secret', invitationAt],
  ] as const) {
    app.get(pattern, (http) => showForm(site, http, wayInOf(http.req.param('secret'))));
    app.post(pattern, limit, (http) =>
      receiveForm(site, knownCounty, http, wayInOf(http.req.param('secret'))),
    );
  }
  mountPage(site, 'thanks', { named: true, kept: false }, drawThanks);
}

async function showForm({ parts }: Site, http: Http, wayIn: WayIn, sent?: Sent): Promise<Response> {
  const script = parts.assets.answerScript;
  const [county, language, page] = await parts.edge.read(
    PUBLIC,
    http.get('requestId'),
    async (ctx) => {
      const county = await getCounty(ctx);
      const language = languageOfVisit(http, county);
      const seal = (code: string): string => parts.forms.seal(code);
      const visit = { ctx, county, language, path: http.req.path, script, seal };
      return [county, language, await drawForm(visit, wayIn, sent)] as const;
    },
  );
  return answerPage(http, parts, county, language, page);
}

/** Takes the form's answer in. Whatever stands in the way, what was typed is on the page that comes back. */
async function receiveForm(
  site: Site,
  knownCounty: KnownCounty,
  http: Http,
  wayIn: WayIn,
): Promise<Response> {
  refuseOtherSites(http);
  const { parts } = site;
  const typed = readTyped(fieldsOf(await http.req.text()));
  const county = await knownCounty(http.get('requestId'));
  const language = languageOfVisit(http, county);
  const address = `${http.req.path}?l=${language}`;
  const show = (page: Page): Response => answerPage(http, parts, county, language, page);
  try {
    const submission = readSubmission(typed, wayIn, language);
    const marks = { seal: typed.seal, trap: typed.website };
    const outcome = await receive(parts, submission, http.get('address'), marks);
    switch (outcome.kind) {
      case 'stored':
      case 'repeated':
        return http.redirect(pageAddress('thanks', language, outcome.receipt), 303);
      case 'different':
        return show(differentPage(language, address));
      case 'gone':
        return show(gonePage(language));
      case 'unsure': {
        const again = { ...typed, seal: outcome.seal, website: '' };
        return show(resendPage(language, { why: 'unsure', typed: again, address }));
      }
      case 'invalid':
        return await showForm(site, http, wayIn, { typed, faults: outcome.faults });
    }
  } catch (thrown) {
    const error = refusalOf(thrown);
    if (!(error instanceof AppError)) throw thrown;
    const { kind, faults, retryAfter } = error;
    if (kind === 'invalid') return showForm(site, http, wayIn, { typed, faults });
    if (kind !== 'too-many' && kind !== 'unavailable') throw error;
    return show(resendPage(language, { why: kind, typed, address, retryAfter }));
  }
}

/** A form on another site may not send answers in its visitors' names. A browser that does not say where it comes from may. */
function refuseOtherSites(http: Http): void {
  const from = http.req.header('sec-fetch-site');
  if (from === 'cross-site' || from === 'same-site')
    throw new AppError('forbidden', 'other-origin');
}

const RECEIPT = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/;

/** The page knows nothing of the answer: it only repeats the receipt that stands in its address. */
async function drawThanks({ ctx, county, language, name: receipt }: Visit): Promise<Page> {
  if (!RECEIPT.test(receipt)) throw new AppError('not-found', 'not-found');
  const { texts } = await getDefaultSurvey(ctx);
  const address = (each: Language): string => pageAddress('thanks', each, receipt);
  return {
    facts: {
      title: words(language)('site:thanks.title'),
      switches: inEachLanguage(county.languages, address),
    },
    content: (
      <ThanksPage
        receipt={receipt}
        thanks={inLanguage(texts.thanks, language)}
        language={language}
      />
    ),
  };
}
