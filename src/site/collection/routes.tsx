import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import { receiveForm as receive } from '#modules/collection';
import { AppError } from '#platform/errors.ts';
import { headerOf, readBytes } from '#platform/http/incoming.ts';
import { LANGUAGES } from '#platform/i18n.ts';
import { refusalOf } from '#platform/outage.ts';
import { pageAddress, thanksAddress } from '#site/addresses.ts';
import { Drawings } from '#site/drawings.ts';
import type { KnownCounty } from '#site/known-county.ts';
import type { Site } from '#site/mount-page.ts';
import { answerPage, type Page } from '#site/show-page.tsx';
import { languageOfVisit } from '#site/visit-language.ts';
import { differentPage } from './different-page.tsx';
import { gonePage } from './gone-page.tsx';
import { resendPage } from './resend-page.tsx';
import { type FormSite, showForm, showSentForm } from './show-form.tsx';
import { showThanks } from './show-thanks.tsx';
import { codeOf, invitationAt, pointAt, readSubmission, type WayIn } from './submission.ts';
import { fieldsOf, readTyped } from './typed.ts';

type Http = HonoContext<AppEnvironment>;

const LARGEST_FORM = 256 * 1024;

/** The form behind a feedback point and behind an invitation, and the page that thanks. */
export function mountCollection({ app, parts }: Site, knownCounty: KnownCounty): void {
  const site = { app, parts, knownCounty, drawings: new Drawings(parts.live) };
  for (const [pattern, wayInOf] of [
    ['/p/:secret', pointAt],
    ['/a/:secret', invitationAt],
  ] as const) {
    app.get(pattern, (http) => showForm(site, http, wayInOf(http.req.param('secret'))));
    app.post(pattern, (http) => receiveForm(site, http, wayInOf(http.req.param('secret'))));
  }
  for (const language of LANGUAGES)
    app.get(pageAddress('thanks', language, ':receipt'), (http) =>
      showThanks(site, http, language, {
        receipt: http.req.param('receipt') ?? '',
        code: codeOf(pointAt(http.req.query('p') ?? '')),
      }),
    );
}

/** Takes the form's answer in. Whatever stands in the way, what was typed is on the page that comes back. */
async function receiveForm(site: FormSite, http: Http, wayIn: WayIn): Promise<Response> {
  refuseOtherSites(http);
  const { parts, knownCounty } = site;
  const body = await readBytes(http, LARGEST_FORM);
  const typed = readTyped(fieldsOf(Buffer.from(body).toString()));
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
        return http.redirect(thanksAddress(language, outcome.receipt, codeOf(wayIn)), 303);
      case 'different':
        return show(differentPage(language, address));
      case 'gone':
        return show(gonePage(language));
      case 'unsure': {
        const again = { ...typed, seal: outcome.seal, website: '' };
        return show(resendPage(language, { why: 'unsure', typed: again, address }));
      }
      case 'invalid':
        return await showSentForm(site, http, wayIn, { typed, faults: outcome.faults });
    }
  } catch (thrown) {
    const error = refusalOf(thrown);
    if (!(error instanceof AppError)) throw thrown;
    const { kind, faults, retryAfter } = error;
    if (kind === 'invalid') return showSentForm(site, http, wayIn, { typed, faults });
    if (kind !== 'too-many' && kind !== 'unavailable') throw error;
    return show(resendPage(language, { why: kind, typed, address, retryAfter }));
  }
}

/** A form on another site may not send answers in its visitors' names. A browser that does not say where it comes from may. */
function refuseOtherSites(http: Http): void {
  const from = headerOf(http, 'sec-fetch-site');
  if (from === 'cross-site' || from === 'same-site')
    throw new AppError('forbidden', 'other-origin');
}
