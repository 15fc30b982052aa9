import type { Hono } from 'hono';
import { z } from 'zod';
import { PURPOSE_HEADER, PURPOSES } from '#contract/feedback';
import type { Route } from '#platform/http/route.ts';
import { pagePolicy } from '#platform/http/headers.ts';
import { itemSchemaOf } from '#platform/http/parse.ts';
import { batchFormOf } from './api.ts';
import type { AppEnvironment } from './app.ts';
import { describePage } from './api-page.ts';

/** OpenAPI 3.1, made of the very schemas that check the requests. */
export function openApiOf(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes.filter(({ batchOf }) => batchOf === undefined)) {
    const batch = batchFormOf(route, routes);
    paths[route.path] ??= {};
    paths[route.path]![route.method] = batch ? withBatch(route, batch) : operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Polku',
      version: '0.1.0',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-polku' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of another system, which an administrator makes: polku_…',
        },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    instance: { type: 'string', description: 'The reference to quote when asking for help' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
};

const PURPOSE = {
  name: PURPOSE_HEADER,
  in: 'header',
  required: true,
  description: `Why people's words are read: ${PURPOSES.join(', ')}; \`other\` with the reason after a semicolon, percent-encoded`,
  schema: { type: 'string' },
};

interface Body {
  readonly required?: boolean;
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
}
interface Operation {
  readonly summary: string;
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
  readonly security?: readonly object[];
  readonly [part: string]: unknown;
}

/** One operation of two forms, as OpenAPI knows only one per method and path. */
function withBatch(route: Route, batch: Route): Operation {
  const [single, many] = [operationOf(route), operationOf(batch)];
  const statuses = Object.keys({ ...single.responses, ...many.responses });
  const responses = statuses.map((status) => [
    status,
    either([single.responses[status], many.responses[status]]),
  ]);
  return {
    ...single,
    summary: `${single.summary}. Or: ${many.summary}`,
    security: [...(single.security ?? [{}]), ...(many.security ?? [])].filter(isFirst),
    'x-batch-permission': many['x-permission'],
    requestBody: either([single.requestBody, many.requestBody]),
    responses: Object.fromEntries(responses) as Operation['responses'],
  };
}

/** Whichever of the bodies it is; one alone, or both the same, as it stands. */
function either(bodies: readonly (Body | undefined)[]): Body {
  const all = bodies.filter((body) => body !== undefined).filter(isFirst);
  const [first] = all as [Body];
  if (all.length === 1) return first;
  const oneOf = all.map(({ content }) => content?.['application/json']?.schema);
  return { ...first, content: { 'application/json': { schema: { oneOf } } } };
}

const isFirst = (one: object, index: number, all: readonly object[]): boolean =>
  all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index;

function securityOf({ access }: Route): { security?: object[] } {
  if (access === 'public') return {};
  const by = access === 'signed-in' ? 'account' : access.action.by;
  const schemes = { account: [{ session: [] }], token: [{ token: [] }] };
  return { security: by ? schemes[by] : [...schemes.account, ...schemes.token] };
}

function operationOf(route: Route): Operation {
  const problem = {
    description: 'Problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    operationId: `${route.method} ${route.path}`,
    tags: [route.path.split('/')[2]],
    summary: route.summary,
    ...securityOf(route),
    ...(typeof route.access === 'object' && { 'x-permission': route.access.action.name }),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.purpose ? [PURPOSE] : []),
    ],
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
      },
    }),
    ...(route.upload && {
      requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
    }),
    responses: {
      [String(route.status ?? (route.response === 'none' ? 204 : 200))]: answerOf(route),
      ...(route.alsoStatus && { [route.alsoStatus]: answerOf(route) }),
      default: problem,
    },
  };
}

function answerOf(route: Route): Body {
  if (route.response === 'none') return { description: 'Done' };
  if (typeof route.response === 'string')
    return {
      description: 'Content',
      content: { [route.response]: { schema: { type: 'string' } } },
    };
  return {
    description: 'Content',
    content: { 'application/json': { schema: schemaOf(route.response, 'output') } },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // An item of a batch is parsed by itself, but described where it stands.
    override({ zodSchema, jsonSchema }) {
      const item = itemSchemaOf(zodSchema);
      if (item) Object.assign(jsonSchema, schemaOf(item, io));
    },
  });
  return rest;
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): unknown[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, type]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: type,
  }));
}

/** Serves the description as JSON and as a page that needs nothing from elsewhere. */
export function describeApi(
  app: Hono<AppEnvironment>,
  routes: readonly Route[],
  style: string,
): void {
  // Made when somebody first asks for it: that takes a good part of the time and memory of a start.
  let description: ReturnType<typeof openApiOf> | undefined;
  let page: string | undefined;
  const describe = (): ReturnType<typeof openApiOf> => (description ??= openApiOf(routes));
  app.get('/api/openapi.json', (http) => http.json(describe()));
  app.get('/api/docs', (http) => {
    http.header('content-security-policy', pagePolicy());
    return http.html((page ??= describePage(describe(), style)));
  });
}
