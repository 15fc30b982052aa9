import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { Parts } from '#main/parts.ts';
import type { OpenForm } from '#modules/collection';
import { getCounty } from '#modules/organisation';
import { inLanguage, type Language } from '#platform/i18n.ts';
import { newId } from '#platform/ids.ts';
import type { Drawings } from '#site/drawings.ts';
import type { KnownCounty } from '#site/known-county.ts';
import { PUBLIC, type Site } from '#site/mount-page.ts';
import { answerPage, pageHeaders, renderPage } from '#site/show-page.tsx';
import { languageOfVisit } from '#site/visit-language.ts';
import { type Blanks, drawBlankForm, drawSentForm, openForm, type Sent } from './draw-form.tsx';
import { gonePage } from './gone-page.tsx';
import type { WayIn } from './submission.ts';

type Http = HonoContext<AppEnvironment>;

/** The site with what forms need: the county as it is known, and the pages that were drawn before. */
export interface FormSite extends Site {
  readonly knownCounty: KnownCounty;
  readonly drawings: Drawings;
}

/**
 * Shows a fresh form. The database is asked where the way in leads; the page is drawn only when no visit to a form that
 * is otherwise alike has drawn it before.
 */
export async function showForm(
  { parts, knownCounty, drawings }: FormSite,
  http: Http,
  wayIn: WayIn,
): Promise<Response> {
  const requestId = http.get('requestId');
  const form = await parts.edge.read(PUBLIC, requestId, (ctx) => openForm(ctx, wayIn));
  const county = await knownCounty(requestId);
  const language = languageOfVisit(http, county);
  if (!form) return answerPage(http, parts, county, language, gonePage(language));
  const sealed = 'code' in wayIn;
  const blanks: Blanks = {
    path: http.req.path,
    id: newId(),
    seal: sealOf(parts, wayIn),
    unit: form.node ? inLanguage(form.node.name, language) : '',
  };
  const html = await drawings.fill(keyOf(form, sealed, language), blanks, async () => {
    const [present, page] = await parts.edge.read(PUBLIC, requestId, async (ctx) => {
      const present = await getCounty(ctx);
      const visit = { ctx, county: present, language, script: parts.assets.answerScript };
      return [present, await drawBlankForm(visit, form, sealed)] as const;
    });
    return renderPage(parts, present, language, page);
  });
  return http.body(html, 200, pageHeaders(language, false));
}

/** Forms with the same key are alike but for what goes into their gaps. */
const keyOf = ({ version, units, path }: OpenForm, sealed: boolean, language: Language): string =>
  JSON.stringify(['form', language, sealed, version, path, units]);

/** Forms of open points are sealed with when they were drawn. */
const sealOf = ({ forms }: Parts, wayIn: WayIn): string =>
  'code' in wayIn ? forms.seal(wayIn.code) : '';

/** Shows a form that cannot be taken as it was sent, with everything that was typed. */
export async function showSentForm(
  { parts }: FormSite,
  http: Http,
  wayIn: WayIn,
  sent: Sent,
): Promise<Response> {
  const [county, language, page] = await parts.edge.read(
    PUBLIC,
    http.get('requestId'),
    async (ctx) => {
      const county = await getCounty(ctx);
      const language = languageOfVisit(http, county);
      const form = await openForm(ctx, wayIn);
      if (!form) return [county, language, gonePage(language)] as const;
      const visit = { ctx, county, language, script: parts.assets.answerScript };
      const blanks = { path: http.req.path, seal: sealOf(parts, wayIn) };
      return [county, language, await drawSentForm(visit, form, blanks, sent)] as const;
    },
  );
  return answerPage(http, parts, county, language, page);
}
