import { createApp } from '#main/app.ts';
import type { Assets } from '#main/assets.ts';
import { compose, type Process } from '#main/composition.ts';
import { prepareCounty } from '#main/prepare-county.ts';
import { openDatabase } from '#main/database.ts';
import { readSettings } from '#main/settings.ts';
import { createApiToken } from '#modules/identity';
import { addNode } from '#modules/organisation';
import type { Actor, AnyContext, Role } from '#platform/context.ts';
import { hashOf, newId, newSecret } from '#platform/ids.ts';
import { type Log, openLog } from '#platform/log.ts';
import { plainUrl } from '#platform/plain-role.ts';
import { createEdge, type Edge } from '#platform/transaction.ts';
import { cloneDatabase } from './database.ts';

const NO_ASSETS: Assets = {
  files: new Map(),
  siteStyle: '/assets/site.css',
  answerScript: '/assets/answer.js',
  guideScript: '/assets/guide.js',
  listScript: '/assets/list.js',
  siteFont: undefined,
  staffScript: '/assets/staff.js',
  staffStyles: [],
};

const SYSTEM: Actor = { kind: 'system', name: 'test' };

/** A whole application over a database of its own, asked through its web-standard door. */
export interface TestProcess extends Process {
  readonly url: string;
  readonly county: string;
  readonly root: string;
  /** The survey that is in use. */
  readonly survey: string;
  /** Runs as the program, and commits. */
  run<T>(work: (ctx: AnyContext) => Promise<T>): Promise<T>;
  /** Asks as a browser of this host does with a cookie from `signIn`, or as another system with a token from `addToken`. */
  ask(
    address: string,
    init?: RequestInit & { cookie?: string; token?: string; json?: unknown },
  ): Promise<Response>;
  /** Adds a unit below the root or a parent. */
  addUnit(parent?: string, kind?: 'domain' | 'service-area' | 'service' | 'unit'): Promise<string>;
  /** An account with one role on a node, and its session's cookie. */
  signIn(role: Role, node?: string): Promise<{ cookie: string; account: string }>;
  /** A token of another system with one role on a node. */
  addToken(role: Role, node?: string): Promise<{ token: string; id: string }>;
}

/** Starts one; call `stop` after. `county` tells a further process which county of the database is its own. */
export async function startProcess(
  given: {
    clock?: () => Date;
    url?: string;
    county?: string;
    env?: Record<string, string>;
    log?: Log;
  } = {},
): Promise<TestProcess> {
  const clone =
    given.url === undefined
      ? await cloneDatabase()
      : { url: given.url, drop: async () => undefined };
  const county = given.county ?? newId();
  const prepared = await prepare(clone.url, county);
  const settings = readSettings({ LOG_LEVEL: 'silent', PORT: '3999', ...given.env });
  const running = await compose({
    url: await plainUrl(clone.url),
    county,
    settings,
    log: given.log ?? openLog('silent'),
    assets: NO_ASSETS,
    strict: true,
    ...(given.clock && { clock: given.clock }),
  });
  // What a test does itself holds up the event loop; requests are refused only for what it brings about on purpose.
  running.parts.overload.stop();
  const app = createApp(running.parts);
  const run = <T>(work: (ctx: AnyContext) => Promise<T>): Promise<T> =>
    (running.parts.edge as Edge<never>).write(SYSTEM, 'test', work);
  let count = 0;
  return {
    ...running,
    ...prepared,
    url: clone.url,
    county,
    run,
    async ask(address, { cookie, token, json, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (token) headers.set('authorization', `Bearer ${token}`);
      if (cookie) headers.set('cookie', cookie);
      if (json !== undefined) headers.set('content-type', 'application/json');
      const body = json === undefined ? init.body : JSON.stringify(json);
      return app.request(address, { ...init, headers, ...(body != null && { body }) });
    },
    addUnit(parent = prepared.root, kind = 'unit') {
      count += 1;
      const name = `Yksikkö ${count}`;
      return run(
        async (ctx) =>
          (
            await addNode(ctx, parent, {
              kind,
              code: `P${count}`,
              oid: null,
              sensitive: false,
              name: { fi: name, sv: name, en: name },
            })
          ).id,
      );
    },
    signIn: (role, node = prepared.root) => run((ctx) => openTestSession(ctx, role, node)),
    async addToken(role, node = prepared.root) {
      const form = { name: role, purpose: '', role, node, expiresInDays: 30 };
      const { token, secret } = await run((ctx) => createApiToken(ctx, form));
      return { token: secret, id: token.id };
    },
    async stop() {
      await running.stop();
      await clone.drop();
    },
  };
}

async function prepare(url: string, county: string): Promise<{ root: string; survey: string }> {
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into every table
  const { pool } = openDatabase(url, 1);
  const jobs = { plan: async () => undefined, wake: () => undefined };
  const edge = createEdge({ pool, county, clock: () => new Date(), jobs, reactions: [] });
  const name = { fi: 'Testikunta', sv: 'Testområdet', en: 'Test county' };
  const { root, surveys } = await edge.write(SYSTEM, 'test', (ctx) =>
    prepareCounty(ctx, { code: county, name, example: false }),
  );
  await pool.end();
  return { root, survey: surveys.national };
}

async function openTestSession(
  ctx: AnyContext,
  role: Role,
  node: string,
): Promise<{ cookie: string; account: string }> {
  const account = newId();
  const secret = newSecret();
  await ctx.db
    .insertInto('account')
    .values({
      county_id: ctx.county,
      id: account,
      email: `${account}@example.fi`,
      name: role,
      password_hash: '-',
    })
    .execute();
  await ctx.db
    .insertInto('account_role')
    .values({ county_id: ctx.county, id: newId(), account_id: account, node_id: node, role })
    .execute();
  await ctx.db
    .insertInto('session')
    .values({
      county_id: ctx.county,
      token_hash: hashOf(secret),
      account_id: account,
      expires_at: new Date(Date.now() + 3_600_000),
    })
    .execute();
  return { cookie: `polku=${secret}`, account };
}
