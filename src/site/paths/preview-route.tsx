import type { Hono } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { Parts } from '#main/parts.ts';
import { identifyActor } from '#main/ports.ts';
import { getCounty } from '#modules/organisation';
import { getDraftView, getPathOwner, pathPermissions } from '#modules/paths';
import { AppError } from '#platform/errors.ts';
import { pagePolicy } from '#platform/http/headers.ts';
import { type Language, languageFor, isLanguage } from '#platform/i18n.ts';
import { requirePermission, requireSomewhere } from '#platform/permissions.ts';
import { pageHeaders, renderPage } from '#site/show-page.tsx';
import { PathPage } from './path-page.tsx';
import { readPathPage } from './routes.tsx';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Shows the editor a draft with the very components of the site, inside the staff app's frame. */
export function mountPreview(app: Hono<AppEnvironment>, parts: Parts): void {
  app.get('/staff/preview/paths/:path', identifyActor(parts), async (http) => {
    const actor = await http.get('actor')();
    requireSomewhere(actor, pathPermissions.previewDraft);
    const path = http.req.param('path');
    if (!UUID.test(path)) throw new AppError('not-found', 'path-not-found');
    const language = languageOf(http.req.query('language'), http.req.header('accept-language'));
    const html = await parts.edge.read(actor, http.get('requestId'), async (ctx) => {
      await requirePermission(ctx, pathPermissions.previewDraft, await getPathOwner(ctx, path));
      const view = await getDraftView(ctx, path, language, numberOf(http.req.query('version')));
      const content = <PathPage {...await readPathPage(ctx, view)} preview />;
      return renderPage(parts, await getCounty(ctx), language, {
        facts: { title: view.title },
        content,
      });
    });
    return http.body(html, 200, {
      ...pageHeaders(language, false),
      'content-security-policy': pagePolicy("'self'"),
    });
  });
}

const languageOf = (asked: string | undefined, header: string | undefined): Language =>
  isLanguage(asked) ? asked : languageFor(header);

const numberOf = (asked: string | undefined): number | undefined =>
  asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined;
