import type { Hono } from 'hono';
import type { ReactNode } from 'react';
import type { AppEnvironment } from '#main/app.ts';
import type { Parts } from '#main/parts.ts';
import { identifyActor } from '#main/ports.ts';
import { getCounty } from '#modules/organisation';
import {
  getDraftView,
  getPathOwner,
  getProfessionalView,
  getPublishedView,
  pathPermissions,
} from '#modules/paths';
import { AppError } from '#platform/errors.ts';
import { pagePolicy } from '#platform/http/headers.ts';
import type { RouteContext } from '#platform/http/route.ts';
import { isVariant, languageFor, languageOf, type Variant } from '#platform/language.ts';
import { requirePermission, requireSomewhere } from '#platform/permissions.ts';
import { pageHeaders, renderPage } from '#site/show-page.tsx';
import { PathPage } from './path-page.tsx';
import { findKept } from './rests-on.ts';
import { readPathPage } from './routes.tsx';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Which path is asked for, in which variant, and which version of it when not the present one. */
interface Asked {
  readonly path: string;
  readonly variant: Variant;
  readonly number: number | undefined;
}

interface Framed {
  /** Whether the page's script runs: the editor's preview stands in a sandbox that lets none in. */
  readonly scripted: boolean;
  readonly action: (typeof pathPermissions)['previewDraft'];
  draw(ctx: RouteContext, asked: Asked): Promise<[title: string, ReactNode]>;
}

/**
 * Shows a path inside the staff app's frame with the very components of the site: a draft to its editor; the
 * professional's view, and the customer's beside it, to everybody who works in the county.
 */
export function mountFramedPaths(app: Hono<AppEnvironment>, parts: Parts): void {
  mountFramed(app, parts, '/staff/preview/paths/:path', {
    action: pathPermissions.previewDraft,
    scripted: false,
    async draw(ctx, { path, variant, number }) {
      await requirePermission(ctx, pathPermissions.previewDraft, await getPathOwner(ctx, path));
      const view = await getDraftView(ctx, path, variant, number);
      return [view.title, <PathPage {...await readPathPage(ctx, view)} key={path} preview />];
    },
  });
  mountFramed(app, parts, '/staff/professional/paths/:path', {
    action: pathPermissions.readProfessional,
    scripted: true,
    async draw(ctx, { path, variant }) {
      const view = await getProfessionalView(ctx, path, variant);
      const shown = await readPathPage(ctx, view.path);
      const kept = await findKept(ctx, view, { internal: true });
      // Forms do not open in a frame: what one is asked there is the customer's alone.
      const own = { professional: view, kept, codes: {} };
      return [view.path.title, <PathPage {...shown} {...own} key={path} />];
    },
  });
  mountFramed(app, parts, '/staff/customer/paths/:path', {
    action: pathPermissions.readProfessional,
    scripted: true,
    async draw(ctx, { path, variant }) {
      const view = await getPublishedView(ctx, path, variant);
      return [view.title, <PathPage {...await readPathPage(ctx, view)} key={path} codes={{}} />];
    },
  });
}

function mountFramed(
  app: Hono<AppEnvironment>,
  parts: Parts,
  address: string,
  { action, scripted, draw }: Framed,
): void {
  app.get(address, identifyActor(parts), async (http) => {
    const actor = await http.get('actor')();
    requireSomewhere(actor, action);
    const path = http.req.param('path');
    if (path === undefined || !UUID.test(path)) throw new AppError('not-found', 'path-not-found');
    const variant = variantOf(http.req.query('language'), http.req.header('accept-language'));
    const language = languageOf(variant);
    const number = numberOf(http.req.query('version'));
    const html = await parts.edge.read(actor, http.get('requestId'), async (ctx) => {
      const [title, content] = await draw(ctx, { path, variant, number });
      const facts = {
        title,
        variant,
        framed: true as const,
        ...(scripted && { script: parts.assets.guideScript }),
      };
      return renderPage(parts, await getCounty(ctx), language, { facts, content });
    });
    return http.body(html, 200, {
      ...pageHeaders(language, false),
      'content-security-policy': pagePolicy("'self'"),
    });
  });
}

const variantOf = (asked: string | undefined, header: string | undefined): Variant =>
  isVariant(asked) ? asked : languageFor(header);

const numberOf = (asked: string | undefined): number | undefined =>
  asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined;
