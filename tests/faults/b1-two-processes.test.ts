import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hashOf, newId, newSecret } from '#platform/ids.ts';
import { loginOf } from '#platform/plain-role.ts';
import { hasProxy, startProxy } from '#tests/support/proxy.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { times } from './size.ts';

const PROXY = 3950;
const PORTS = [3951, 3952] as const;
const KILLS = times(30, 2);
const REST_MS = times(20_000, 3_000);
const PER_SECOND = 100;
const NAME = `polku_two_${randomUUID().replaceAll('-', '')}`;

let databaseUrl: string;
let database: pg.Client;
let servers: BuiltServer[];
let proxy: { stop(): Promise<void> };

const start = (port: number): Promise<BuiltServer> =>
  startServer({
    port,
    databaseUrl,
    env: {
      LOG_LEVEL: 'silent',
      PUBLIC_URL: `http://127.0.0.1:${PROXY}`,
      TRUSTED_PROXIES: '127.0.0.1',
    },
  });

describe.skipIf(!hasProxy)('two processes behind a proxy', () => {
  beforeAll(async () => {
    await onServer(`create database ${NAME}`);
    const url = new URL(inject('serverUrl'));
    url.pathname = `/${NAME}`;
    databaseUrl = url.href;
    database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    // Both at once: one of them migrates and fills, the other waits for it.
    servers = await Promise.all(PORTS.map(start));
    proxy = await startProxy(PROXY, PORTS);
  }, 120_000);
  afterAll(async () => {
    await proxy?.stop();
    await Promise.all(servers?.map((server) => server.stop()) ?? []);
    await database.end();
    await onServer(`drop database ${NAME} with (force)`);
    await onServer(`drop role if exists ${loginOf(NAME)}`);
  });

  test('a session that one opened is known to the other, and ended for both', async () => {
    const cookie = await signIn(PORTS[0]);
    const asks = (port: number): Promise<number> =>
      fetch(at(port, '/api/nodes'), { headers: { cookie } }).then(({ status }) => status);
    expect(await Promise.all([...PORTS, PROXY].map(asks))).toEqual([200, 200, 200]);
    await fetch(at(PORTS[1], '/api/session/all'), { method: 'DELETE', headers: { cookie } });
    expect(await Promise.all(PORTS.map(asks))).toEqual([401, 401]);
  });

  test('a limit is shared: attempts at both count together', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 40 && !statuses.includes(429); attempt += 1) {
      const { status } = await post(PORTS[attempt % 2]!, '/api/session', {
        email: 'arvaus@esimerkkila.example',
        password: `arvaus ${attempt}`,
      });
      statuses.push(status);
    }
    const alone = statuses.indexOf(429);
    expect(alone).toBeGreaterThan(0);
    // From now on it is refused by both.
    const after = await Promise.all(
      PORTS.map((port) =>
        post(port, '/api/session', { email: 'arvaus@esimerkkila.example', password: 'x' }),
      ),
    );
    expect(after.map(({ status }) => status)).toEqual([429, 429]);
  });

  test('an answer taken in by one is told to the readers of the other, and counted once', async () => {
    const cookie = await signIn(PORTS[0]);
    const { unit, tokens, version } = await invite(20);
    const stop = new AbortController();
    const stream = await fetch(at(PORTS[0], `/api/nodes/${unit}/news`), {
      headers: { cookie },
      signal: stop.signal,
    });
    const heard = untilFigures(stream);
    const before = await answersOf(unit);
    await Promise.all(
      tokens.map(async (token, place) => {
        const response = await post(PORTS[place % 2]!, '/api/answers', answer(token, version));
        expect(response.status).toBe(201);
      }),
    );
    expect(await heard).toBe(true);
    stop.abort();
    await expect.poll(() => countedOf(unit), { timeout: 10_000 }).toBe(before + tokens.length);
  });

  test('what is changed through one is on the public pages of the other', async () => {
    const cookie = await signIn(PORTS[0], 'paakayttaja');
    const { rows } = await database.query<{ id: string; slug: string; before: object }>(
      `select n.id, n.slug, jsonb_build_object('oid', n.oid, 'sensitive', n.sensitive, 'name',
         (select jsonb_object_agg(w.language, w.name) from node_name w where w.node_id = n.id)) as before
       from node n where n.code = 'U001'`,
    );
    const { id, slug, before } = rows[0]!;
    const page = (port: number): Promise<string> =>
      fetch(at(port, `/fi/yksikot/${slug}`)).then((response) => response.text());
    // Both keep the page before it changes.
    await Promise.all(PORTS.map(page));
    const name = `Uusi nimi ${id.slice(-6)}`;
    const changed = await fetch(at(PORTS[0], `/api/nodes/${id}`), {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ ...before, name: { fi: name, sv: name, en: name }, before }),
    });
    expect(changed.status).toBe(200);
    await expect.poll(() => page(PORTS[1]), { timeout: 1_000 }).toContain(name);
  });

  test(
    `B1: ${KILLS} kills of one of the two under ${PER_SECOND} answers a second lose and double nothing`,
    { timeout: 3_600_000 },
    async () => {
      const { tokens, version } = await invite(PER_SECOND * 2 * (KILLS + 1) * (REST_MS / 1_000));
      const seen = { sent: 0, failed: 0, failedTwice: 0 };
      const receipts = new Map<string, string>();
      let going = true;
      const load = keepSending(
        () => going,
        async () => {
          const given = answer(tokens.pop()!, version);
          seen.sent += 1;
          let receipt = await receiptOf(given);
          if (receipt === undefined) {
            seen.failed += 1;
            await pause(500);
            receipt = await receiptOf(given);
          }
          if (receipt === undefined) seen.failedTwice += 1;
          else receipts.set(given.id, receipt);
        },
      );
      for (let kill = 0; kill < KILLS; kill += 1) {
        await pause(REST_MS);
        await servers[kill % 2]!.kill();
        await pause(500);
        servers[kill % 2] = await start(PORTS[kill % 2]!);
      }
      going = false;
      await load;
      const { rows } = await database.query<{ id: string; receipt: string }>(
        'select id, receipt from answer where id = any($1::uuid[])',
        [[...receipts.keys()]],
      );
      expect(seen.sent).toBeGreaterThan(KILLS * 50);
      expect(new Map(rows.map(({ id, receipt }) => [id, receipt]))).toEqual(receipts);
      expect(seen.failedTwice).toBe(0);
      expect(seen.failed).toBeLessThanOrEqual(Math.max(1, seen.sent / 1_000));
    },
  );
});

const at = (port: number, address: string): string => `http://127.0.0.1:${port}${address}`;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const post = (port: number, address: string, body: unknown): Promise<Response> =>
  fetch(at(port, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function signIn(port: number, name = 'asiakaskokemus'): Promise<string> {
  const response = await post(port, '/api/session', {
    email: `${name}@esimerkkila.example`,
    password: 'polku-esimerkki',
  });
  expect(response.status).toBeLessThan(300);
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

const answer = (token: string, surveyVersion: string) => ({
  id: newId(),
  token,
  surveyVersion,
  language: 'fi',
  recommendation: 9,
  scores: { 'got-help': 5 },
  comment: '',
});

async function receiptOf(given: ReturnType<typeof answer>): Promise<string | undefined> {
  try {
    const response = await post(PROXY, '/api/answers', given);
    return response.ok ? ((await response.json()) as { receipt: string }).receipt : undefined;
  } catch {
    return undefined;
  }
}

/** Starts so many a second, however long each takes. */
async function keepSending(going: () => boolean, send: () => Promise<void>): Promise<void> {
  const under = new Set<Promise<void>>();
  while (going()) {
    const one = send().finally(() => under.delete(one));
    under.add(one);
    await pause(1_000 / PER_SECOND);
  }
  await Promise.all(under);
}

async function invite(count: number): Promise<{ unit: string; tokens: string[]; version: string }> {
  const tokens = Array.from({ length: count }, newSecret);
  const { rows } = await database.query<{ unit: string; version: string }>(
    `with version as (select county_id, id from survey_version where status = 'in-use' order by id limit 1),
       unit as (select id from node where kind = 'unit' order by code limit 1),
       made as (insert into invitation (county_id, token_hash, survey_version_id, node_id, channel, expires_at)
         select v.county_id, hash, v.id, u.id, 'sms', now() + interval '1 day' from unnest($1::bytea[]) hash, version v, unit u)
     select version.id as version, unit.id as unit from version, unit`,
    [tokens.map(hashOf)],
  );
  return { ...rows[0]!, tokens };
}

async function answersOf(unit: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    'select count(*)::int as n from answer where node_id = $1',
    [unit],
  );
  return rows[0]!.n;
}

async function countedOf(unit: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    "select coalesce(sum(counts[1]), 0)::int as n from node_day where node_id = $1 and channel = 'all'",
    [unit],
  );
  return rows[0]!.n;
}

/** Whether the stream tells of new figures within ten seconds. */
async function untilFigures(stream: Response): Promise<boolean> {
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  const deadline = pause(10_000).then(() => ({ done: true, value: undefined }));
  let text = '';
  while (!text.includes('event: figures')) {
    const { done, value } = await Promise.race([reader.read(), deadline]);
    if (done) return false;
    text += value ?? '';
  }
  return true;
}

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
