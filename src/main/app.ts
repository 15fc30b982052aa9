import { Hono, type MiddlewareHandler } from 'hono';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#platform/context.ts';
import { AppError, STATUS } from '#platform/errors.ts';
import { clientAddress, proxiesOf } from '#platform/http/address.ts';
import { bearerOf } from '#platform/http/bearer.ts';
import { commonHeaders } from '#platform/http/headers.ts';
import { headerOf, type SocketBindings } from '#platform/http/incoming.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { languageFor } from '#platform/i18n.ts';
import type { Log } from '#platform/log.ts';
import { inRequest } from '#platform/request-scope.ts';
import { mountRoutes } from './api.ts';
import { describeApi } from './api-description.ts';
import { mountAssets } from './assets.ts';
import { mountHealth } from './health.ts';
import { mountMetrics } from './metrics-page.ts';
import type { Parts } from './parts.ts';
import { identifyActor } from './ports.ts';
import { listRoutes } from './routes.ts';
import { mountFramedPaths } from '#site/paths/framed-routes.tsx';
import { mountSite } from '#site/site.tsx';
import { mountStaff } from './staff.ts';

/** What the middleware hands to the routes. */
export interface AppEnvironment {
  Bindings: SocketBindings;
  Variables: { requestId: string; log: Log; actor: () => Promise<Actor>; address: string };
}

/** The application, as a table of contents: what each request passes through, in order. */
export function createApp(parts: Parts): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>();
  app.use(nameRequest(parts), writeLog(parts), setHeaders(parts));
  mountHealth(app, parts);
  mountMetrics(app, parts);
  mountAssets(app, parts.assets);
  app.use(refuseAtOnce(parts));
  app.use('/api/*', logRefusal, refuseOtherOrigins(parts), identifyActor(parts));
  const routes = listRoutes(parts);
  mountRoutes(app, routes, parts.edge, parts.strict);
  describeApi(app, routes, parts.assets.siteStyle);
  app.use('/staff/preview/*', logRefusal);
  mountFramedPaths(app, parts);
  mountStaff(app, parts);
  mountSite(app, parts);
  return app;
}

type Middleware = MiddlewareHandler<AppEnvironment>;

const nameRequest = ({ log, settings }: Parts): Middleware => {
  const isProxy = proxiesOf(settings.trustedProxies);
  return (http, next) => {
    const requestId = randomUUID();
    http.set('requestId', requestId);
    const remote = http.env?.incoming?.socket?.remoteAddress ?? 'unknown';
    http.set('address', clientAddress(remote, headerOf(http, 'x-forwarded-for'), isProxy));
    http.set('log', log);
    return inRequest(requestId, next);
  };
};

const writeLog =
  ({ log, metrics }: Parts): Middleware =>
  async (http, next) => {
    const start = performance.now();
    await next();
    // The route's pattern, never the address: a token or a search word may stand in that.
    const { routePath: route, method } = http.req;
    const { status } = http.res;
    const ms = Math.round((performance.now() - start) * 10) / 10;
    metrics.request(method, route, status, ms);
    log.info({ requestId: http.get('requestId'), method, route, status, ms }, 'request');
  };

const setHeaders = ({ settings }: Parts): Middleware => {
  const headers = Object.entries(commonHeaders(settings.secure));
  return async (http, next) => {
    const own = [...headers, ['x-request-id', http.get('requestId')] as const];
    const { outgoing } = http.env ?? {};
    for (const [name, value] of own) outgoing?.setHeader(name, value);
    await next();
    if (outgoing) return;
    for (const [name, value] of own)
      if (!http.res.headers.has(name)) http.res.headers.set(name, value);
  };
};

const ANSWERS = /^\/(?:api\/answers|p\/[^/]+|a\/[^/]+)$/;

/** What cannot lead anywhere, and everything new while the process has more to do than it can. */
const refuseAtOnce =
  ({ overload, metrics }: Parts): Middleware =>
  (http, next) => {
    // PostgreSQL's texts hold no NUL, so nothing can be found by one.
    if (http.req.url.includes('%00')) throw new AppError('not-found', 'not-found');
    const isAnswer = http.req.method === 'POST' && ANSWERS.test(http.req.path);
    const shortage = overload.refuses(isAnswer);
    if (shortage !== undefined) {
      metrics.shed(shortage);
      throw new AppError('unavailable', 'busy', { retryAfter: BUSY_SECONDS });
    }
    return next();
  };

const BUSY_SECONDS = 5;

/**
 * A browser says where a request comes from; a change asked for by another site's page is refused (CSRF). A token is
 * nothing that a browser sends by itself, so the rule is not for requests that carry one.
 */
const refuseOtherOrigins = ({ settings }: Parts): Middleware => {
  const own = new URL(settings.publicUrl);
  return async (http, next) => {
    const origin = headerOf(http, 'origin');
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(http.req.method);
    const foreign =
      origin === undefined
        ? /^(?:cross|same)-site$/.test(headerOf(http, 'sec-fetch-site') ?? '')
        : !isOwn(origin, own, headerOf(http, 'host'));
    if (changes && foreign && bearerOf(headerOf(http, 'authorization')) === undefined) {
      return problemResponse(
        new AppError('forbidden', 'other-origin'),
        languageFor(http.req.header('accept-language')),
        http.get('requestId'),
      );
    }
    await next();
    return undefined;
  };
};

function isOwn(origin: string, own: URL, host: string | undefined): boolean {
  const from = URL.parse(origin);
  return from?.protocol === own.protocol && (from.host === own.host || from.host === host);
}

/** Who tried what they may not, so that the log tells a mistake from somebody who tries every door. */
const logRefusal: Middleware = async (http, next) => {
  await next();
  if (http.res.status !== STATUS.forbidden) return;
  const actor = await http.get('actor')?.();
  const by = actor && 'id' in actor ? `${actor.kind}/${actor.id}` : 'nobody';
  http.get('log').warn({ requestId: http.get('requestId'), by }, 'refused');
};
