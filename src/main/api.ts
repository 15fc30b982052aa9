import type { Context as HonoContext, Hono } from 'hono';
import type { Actor } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { headerOf, readText } from '#platform/http/incoming.ts';
import { logFailure } from '#platform/log.ts';
import { asRefusal } from '#platform/outage.ts';
import { parse, parseJson } from '#platform/http/parse.ts';
import { problemResponse } from '#platform/http/problem.ts';
import type { Input, Route, RouteContext } from '#platform/http/route.ts';
import { languageFor } from '#platform/i18n.ts';
import { requirePermission, requireSomewhere } from '#platform/permissions.ts';
import type { Edge } from '#platform/transaction.ts';
import type { AppEnvironment } from './app.ts';

/** Serves the modules' JSON routes: sign-in, permission, schemas, transaction and audit stand here and nowhere else. */
export function mountRoutes(
  app: Hono<AppEnvironment>,
  routes: readonly Route[],
  edge: Edge<unknown>,
  strict: boolean,
): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (http) => {
      try {
        return await serve(route, http, edge, strict);
      } catch (error) {
        const refusal = asRefusal(error);
        logFailure(http.get('log'), error, refusal, {
          route: route.path,
          requestId: http.get('requestId'),
        });
        return problemResponse(
          refusal,
          languageFor(http.req.header('accept-language')),
          http.get('requestId'),
        );
      }
    });
  }
}

async function serve(
  route: Route,
  http: HonoContext<AppEnvironment>,
  edge: Edge<unknown>,
  strict: boolean,
): Promise<Response> {
  const actor: Actor = route.access === 'public' ? { kind: 'public' } : await http.get('actor')();
  if (route.access === 'signed-in' && actor.kind !== 'account')
    throw new AppError('unauthenticated', 'sign-in-needed');
  if (typeof route.access === 'object') requireSomewhere(actor, route.access.action);
  const input = await parseInput(route, http, actor);
  if (route.transaction === 'none')
    return present(route, await route.handle(undefined as never, input as never), strict);
  const reads = route.reads ?? (route.method === 'get' && !route.audited);
  const result = await edge[reads ? 'read' : 'write'](actor, http.get('requestId'), (ctx) =>
    act(route, ctx, input, reads),
  );
  return present(route, result, strict);
}

async function parseInput(
  route: Route,
  http: HonoContext<AppEnvironment>,
  actor: Actor,
): Promise<Input<unknown, unknown, unknown>> {
  const params = parse(route.params, http.req.param());
  const query = parse(route.query, http.req.query());
  const body = route.body ? parse(route.body, await readBody(http)) : undefined;
  return {
    params,
    query,
    body,
    request: http.req.raw,
    actor,
    requestId: http.get('requestId'),
    address: http.get('address'),
  };
}

const LARGEST_BODY = 256 * 1024;

async function readBody(http: HonoContext<AppEnvironment>): Promise<unknown> {
  return parseJson(headerOf(http, 'content-type'), await readText(http, LARGEST_BODY));
}

async function act(
  route: Route,
  ctx: RouteContext,
  input: Input<unknown, unknown, unknown>,
  reads: boolean,
): Promise<unknown> {
  let node: string | undefined;
  if (typeof route.access === 'object') {
    const { action, node: of } = route.access;
    node = of === 'any' ? undefined : await of(ctx, input);
    if (node !== undefined) await requirePermission(ctx, action, node);
  }
  const result = await route.handle(ctx, input as Input<never, never, never>);
  if (!reads && typeof route.access === 'object') await auditUse(route, ctx, input, node);
  return result;
}

async function auditUse(
  route: Route,
  ctx: RouteContext,
  input: Input<unknown, unknown, unknown>,
  node: string | undefined,
): Promise<void> {
  const thing = Object.entries((input.params ?? {}) as Record<string, string>)
    .map(([name, value]) => `${name}/${value}`)
    .join(' ');
  await ctx.audit({
    action: (route.access as { action: { name: string } }).action.name,
    ...(thing && { thing }),
    ...(node && { node }),
  });
}

function present(route: Route, result: unknown, strict: boolean): Response {
  if (result instanceof Response) return result;
  if (route.response === 'none') return new Response(null, { status: 204 });
  if (typeof route.response === 'string')
    throw new Error(`${route.path} must answer with a Response`);
  // In tests and in the example county the answer itself is held against its schema.
  const body = strict ? route.response.parse(result) : result;
  return Response.json(body, {
    status: route.status ?? 200,
    headers: { 'cache-control': 'no-store' },
  });
}
