import type { Context as HonoContext, Hono } from 'hono';
import { PURPOSE_HEADER } from '#contract/feedback';
import { readPurpose } from '#modules/feedback';
import type { AuditRecord } from '#platform/audit.ts';
import type { Actor } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { bearerOf } from '#platform/http/bearer.ts';
import { headerOf, readBytes, readText } from '#platform/http/incoming.ts';
import { logFailure } from '#platform/log.ts';
import { refusalOf } from '#platform/outage.ts';
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
  for (const route of routes.filter(({ batchOf }) => batchOf === undefined)) {
    const batch = batchFormOf(route, routes);
    app.on(route.method.toUpperCase(), route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (http) => {
      try {
        if (!batch) return await serve(route, http, edge, strict);
        const { form, body } = await chooseForm(route, batch, http);
        return await serve(form, http, edge, strict, { body });
      } catch (error) {
        const refusal = refusalOf(error);
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

/** The form in batches of a route that has one. */
export const batchFormOf = (route: Route, routes: readonly Route[]): Route | undefined =>
  routes.find(
    ({ method, path, batchOf }) =>
      batchOf !== undefined && method === route.method && path === route.path,
  );

const LARGEST_BODY = 256 * 1024;
const LARGEST_BATCH = 4 * 1024 * 1024;

/** Which form of a route with two is asked for: the body tells. Only who holds a token that may may send much. */
async function chooseForm(
  single: Route,
  batch: Route,
  http: HonoContext<AppEnvironment>,
): Promise<{ form: Route; body: unknown }> {
  const hasToken = bearerOf(headerOf(http, 'authorization')) !== undefined;
  await admit(hasToken ? batch : single, http);
  const body = await readBody(http, hasToken ? LARGEST_BATCH : LARGEST_BODY);
  const isBatch =
    typeof body === 'object' && body !== null && Object.hasOwn(body, batch.batchOf ?? '');
  return { form: isBatch ? batch : single, body };
}

async function serve(
  route: Route,
  http: HonoContext<AppEnvironment>,
  edge: Edge<unknown>,
  strict: boolean,
  read?: { readonly body: unknown },
): Promise<Response> {
  const actor = await admit(route, http);
  const input = await parseInput(route, http, actor, read);
  if (route.transaction === 'none')
    return present(route, await route.handle(undefined as never, input as never), strict);
  const reads = route.reads ?? (route.method === 'get' && !route.audited);
  const result = await edge[reads ? 'read' : 'write'](actor, http.get('requestId'), (ctx) =>
    act(route, ctx, input, reads),
  );
  return present(route, result, strict);
}

/** Who asks, if they may ask this at all; on which nodes is looked at when they are known. */
async function admit(route: Route, http: HonoContext<AppEnvironment>): Promise<Actor> {
  if (route.access === 'public') return { kind: 'public' };
  const actor = await http.get('actor')();
  if (typeof route.access === 'object') requireSomewhere(actor, route.access.action);
  else if (actor.kind === 'token') throw new AppError('forbidden', 'person-needed');
  else if (actor.kind !== 'account') throw new AppError('unauthenticated', 'sign-in-needed');
  return actor;
}

async function parseInput(
  route: Route,
  http: HonoContext<AppEnvironment>,
  actor: Actor,
  read?: { readonly body: unknown },
): Promise<Input<unknown, unknown, unknown>> {
  const params = parse(route.params, http.req.param());
  const query = parse(route.query, http.req.query());
  const body = route.body
    ? parse(route.body, (read ?? { body: await readBody(http, LARGEST_BODY) }).body)
    : undefined;
  const file = route.upload ? await readBytes(http, route.upload) : NO_FILE;
  return {
    params,
    query,
    body,
    file,
    request: http.req.raw,
    actor,
    requestId: http.get('requestId'),
    address: http.get('address'),
  };
}

const NO_FILE = new Uint8Array();

const readBody = async (http: HonoContext<AppEnvironment>, limit: number): Promise<unknown> =>
  parseJson(headerOf(http, 'content-type'), await readText(http, limit));

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
  const detail = detailOf(route, input);
  const result = await route.handle(ctx, input as Input<never, never, never>);
  if (!reads && typeof route.access === 'object')
    await auditUse(route, ctx, input, { node, detail });
  return result;
}

/** What goes into the audit log beside the thing. @throws AppError when people's words are read and nobody says why. */
function detailOf(route: Route, input: Input<unknown, unknown, unknown>): AuditRecord['detail'] {
  const detail = typeof route.audited === 'function' ? route.audited(input) : undefined;
  if (!route.purpose) return detail;
  const { kind, ...words } = readPurpose(input.request.headers.get(PURPOSE_HEADER));
  return { ...detail, purpose: kind, ...words };
}

async function auditUse(
  route: Route,
  ctx: RouteContext,
  input: Input<unknown, unknown, unknown>,
  { node, detail }: { node: string | undefined; detail: AuditRecord['detail'] },
): Promise<void> {
  const thing = Object.entries((input.params ?? {}) as Record<string, string>)
    .map(([name, value]) => `${name}/${value}`)
    .join(' ');
  await ctx.audit({
    action: (route.access as { action: { name: string } }).action.name,
    ...(thing && { thing }),
    ...(node && { node }),
    ...(detail && { detail }),
  });
}

function present(route: Route, result: unknown, strict: boolean): Response {
  if (result instanceof Response) return result;
  if (route.response === 'none') return new Response(null, { status: 204 });
  if (typeof route.response === 'string')
    throw new Error(`${route.path} must answer with a Response`);
  // In tests and in the example county the answer itself is held against its schema, which names all that may leave.
  if (strict && hasMore(result, route.response.parse(result)))
    throw new Error(`${route.path} answers with more than its schema names`);
  return Response.json(result, {
    status: route.status ?? 200,
    headers: { 'cache-control': 'no-store' },
  });
}

/** Whether a value holds a field that its schema, which gave the other one, does not know. */
function hasMore(value: unknown, known: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Date) return false;
  if (typeof known !== 'object' || known === null) return true;
  return Object.entries(value).some(
    ([name, part]) =>
      part !== undefined &&
      (!Object.hasOwn(known, name) || hasMore(part, (known as Record<string, unknown>)[name])),
  );
}
