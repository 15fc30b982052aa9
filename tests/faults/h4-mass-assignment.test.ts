import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiOf } from '#main/api-description.ts';
import { listRoutes } from '#main/routes.ts';
import type { Role } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import {
  objectsIn,
  type Place,
  sampleOf,
  type Schema,
  withKey,
} from '#tests/support/json-samples.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

interface Written {
  readonly key: string;
  readonly path: string;
  readonly method: string;
  readonly body: Schema;
  readonly access: unknown;
}

/** Names that somebody would try: columns, roles, what objects have from their prototype; then any. */
const NAMES = [
  'constructor',
  'prototype',
  'county_id',
  'role',
  'roles',
  'id',
  'isAdmin',
  'node_id',
  'created_by',
  'actor',
  'closed_at',
  'used',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
];
const VALUES = ['{"prototype":{"polluted":true}}', '"administrator"', '[]', 'true', 'null', '{}'];
const unknown = Array.from({ length: times(200, NAMES.length) }, (_, turn) => ({
  name: NAMES[turn] ?? `${NAMES[turn % NAMES.length]}${turn}`,
  value: VALUES[turn % VALUES.length]!,
}));
const PROTOTYPES = [
  ['"__proto__"', '{"polluted":true}'],
  ['"__proto__"', '{"role":"administrator"}'],
  [String.raw`"\u005f\u005fproto\u005f\u005f"`, '{"polluted":true}'],
  [String.raw`"__\u0070roto__"`, 'null'],
  ['"x"', '{"__proto__":{"polluted":true}}'],
] as const;

let running: TestProcess;
const credentials = new Map<string, { cookie?: string; token?: string }>();

beforeAll(async () => {
  running = await startProcess();
});
afterAll(() => running.stop());

/** The routes that take a body, each form of those that have two, with the body's schema as OpenAPI tells it. */
function listWritten(): Written[] {
  const routes = listRoutes(running.parts);
  const { paths } = openApiOf(routes) as {
    paths: Record<string, Record<string, { requestBody: { content: Record<string, unknown> } }>>;
  };
  return routes
    .filter(({ body }) => body !== undefined)
    .map(({ method, path, access, batchOf }) => {
      const content = paths[path]![method]!.requestBody.content['application/json'];
      const { schema } = content as { schema: Schema };
      const body = schema.oneOf?.find(
        ({ properties = {} }) => (batchOf !== undefined) === (batchOf ?? 'answers') in properties,
      );
      const forms = routes.filter((other) => other.path === path && other.method === method).length;
      return {
        key: `${method} ${path}${batchOf ? ' in a batch' : ''}`,
        path,
        method,
        access,
        body: forms > 1 ? body! : schema,
      };
    });
}

/** Somebody with a role that may, so that nothing but the body is in the way. */
async function whoMay(access: unknown): Promise<{ cookie?: string; token?: string }> {
  if (access === 'public') return {};
  const { roles, by } =
    access === 'signed-in'
      ? { roles: ['viewer' as Role], by: 'account' }
      : (access as { action: { roles: readonly Role[]; by?: string } }).action;
  const name = `${roles[0]} ${by}`;
  if (!credentials.has(name)) {
    const made = by === 'token' ? running.addToken(roles[0]!) : running.signIn(roles[0]!);
    credentials.set(name, await made);
  }
  const { cookie, token } = credentials.get(name)!;
  return { ...(cookie && { cookie }), ...(token && { token }) };
}

const PARAMETERS: Readonly<Record<string, string>> = {
  language: 'sv',
  field: 'thanks',
  anchor: 'polku',
  statement: 'got-help',
  kind: 'texts',
};

async function send(route: Written, body: string): Promise<{ status: number; problem: Problem }> {
  const address = route.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => PARAMETERS[name] ?? newId(),
  );
  const response = await running.ask(address, {
    method: route.method.toUpperCase(),
    headers: { 'content-type': 'application/json', 'polku-purpose': 'moderation' },
    body,
    ...(await whoMay(route.access)),
  });
  const text = await response.text();
  const answer = (text === '' ? {} : JSON.parse(text)) as Problem & { results?: Problem[] };
  // An item of a batch is refused by itself.
  const problem = response.status === 200 && answer.results ? answer.results[0]! : answer;
  return { status: problem.status ?? response.status, problem };
}

interface Problem {
  status?: number;
  type?: string;
  errors?: { pointer: string; code: string }[];
}

/** What every table holds, but for what asking itself leaves behind. */
async function contents(): Promise<Record<string, string>> {
  return running.run(async (ctx) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'
        and table_name not in ('rate_limit', 'audit_entry', 'account', 'account_role', 'session', 'api_token', 'secret')`.execute(
      ctx.db,
    );
    const all: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: sums } = await sql<{ sum: string }>`
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum from ${sql.table(name)} t`.execute(
        ctx.db,
      );
      all[name] = sums[0]!.sum;
    }
    return all;
  });
}

const accounts = (): Promise<unknown> =>
  running.run((ctx) =>
    sql`select email, name, language, closed_at from account where email not like '%-%' order by email`.execute(
      ctx.db,
    ),
  );

const pointerOf = ({ keys }: Place, name: string): string => ['', ...keys, name].join('/');

describe('H4: what a body must not hold', () => {
  test(
    `H4: ${times(200, NAMES.length)} unknown fields in every object of every body are refused by name, with no effect`,
    {
      timeout: 900_000,
    },
    async () => {
      const [before, people] = [await contents(), await accounts()];
      expect(listWritten().length).toBeGreaterThan(30);
      for (const route of listWritten()) {
        const sample = sampleOf(route.body);
        for (const place of objectsIn(route.body).filter(({ open }) => !open)) {
          for (const { name, value } of unknown.filter(({ name }) => !place.known.has(name))) {
            const { status, problem } = await send(
              route,
              withKey(sample, place, JSON.stringify(name), value),
            );
            const said = `${route.key} ${pointerOf(place, name)}: ${JSON.stringify(problem)}`;
            expect(status, said).toBe(422);
            expect(problem.errors, said).toContainEqual(
              expect.objectContaining({ pointer: pointerOf(place, name), code: 'unknown-field' }),
            );
          }
        }
      }
      expect(await contents()).toEqual(before);
      expect(await accounts()).toEqual(people);
    },
  );

  test('H4: a prototype anywhere in a body is refused, however it is spelt, and reaches no object', async () => {
    const before = await contents();
    for (const route of listWritten()) {
      const sample = sampleOf(route.body);
      for (const place of objectsIn(route.body)) {
        for (const [name, value] of PROTOTYPES) {
          const { status, problem } = await send(route, withKey(sample, place, name, value));
          const said = `${route.key} ${pointerOf(place, name)}`;
          expect(status, said).toBe(422);
          expect(problem.type, said).toBe('/problems/json-broken');
        }
        if (!place.open) continue;
        // A table takes any name; these are names like others.
        for (const name of ['constructor', 'prototype', 'toString', 'valueOf']) {
          const { status } = await send(route, withKey(sample, place, `"${name}"`, VALUES[0]!));
          expect([404, 422], `${route.key} ${pointerOf(place, name)}`).toContain(status);
        }
      }
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(await contents()).toEqual(before);
  });
});
