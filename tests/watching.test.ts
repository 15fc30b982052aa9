import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BOUNDS, createListener, SERVER_OPTIONS } from '#main/listener.ts';
import { readSettings } from '#main/settings.ts';
import { OVERLOAD, Overload } from '#platform/overload.ts';
import { newId } from '#platform/ids.ts';
import { asOwner } from './support/database.ts';
import { startProcess, type TestProcess } from './support/process.ts';

const TOKEN = 'a-token-of-some-length';
const lines: Record<string, unknown>[] = [];
const log = pino(
  { level: 'info', base: null },
  new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  }),
);

let running: TestProcess;
let locked: TestProcess;
let server: Server;
beforeAll(async () => {
  running = await startProcess({ log, env: { SLOW_STATEMENT_MS: '50', DATABASE_POOL: '2' } });
  locked = await startProcess({ env: { METRICS_TOKEN: TOKEN } });
  server = createServer(SERVER_OPTIONS, createListener(running.parts));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  server.close();
  await locked.stop();
  await running.stop();
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks over a real socket. */
const get = (path: string, headers: Record<string, string | string[]> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: '127.0.0.1', path, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString() });
    })
      .on('error', reject)
      .end();
  });

const figure = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1),
  );

test('the figures tell of requests by pattern, pools, queues, jobs and the process', async () => {
  const unit = await running.addUnit();
  await get('/p/abcd?word=secret');
  const { status, text } = await get('/metrics');
  expect(status).toBe(200);
  expect(
    figure(text, 'polku_request_seconds_count{method="GET",route="/p/:secret",status="404"}'),
  ).toBe(1);
  expect(figure(text, 'polku_refusals_total{kind="not-found"}')).toBe(1);
  expect(figure(text, 'polku_pool_connections{pool="requests",state="total"}')).toBeGreaterThan(0);
  expect(figure(text, 'polku_database_up')).toBe(1);
  for (const name of [
    'polku_intake_waiting_answers',
    'polku_intake_batch_answers_count',
    'polku_event_streams',
    'polku_kept_pages_total',
    'polku_news_listening',
    'nodejs_eventloop_lag_seconds',
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
  ])
    expect(figure(text, name), name).toBeGreaterThanOrEqual(0);
  // Labels are our own words: no address, no id, nothing typed.
  expect(text).not.toMatch(/abcd|secret=|127\.0\.0\.1/);
  expect(text).not.toContain(unit);
});

test('a job that failed or waits is counted by its name', async () => {
  await sql`
    insert into pgboss.job (name, data, state, retry_limit, start_after)
    values ('rollUpUnitDays', '{}', 'failed', 0, now()), ('rollUpUnitDays', '{}', 'active', 0, now() - interval '1 minute')`.execute(
    locked.parts.db,
  );
  const response = await locked.ask('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } });
  const text = await response.text();
  expect(figure(text, 'polku_jobs{job="rollUpUnitDays",state="failed"}')).toBe(1);
  expect(figure(text, 'polku_job_oldest_seconds{job="rollUpUnitDays"}')).toBeGreaterThan(59);
});

test.each([
  ['through a proxy', { 'x-forwarded-for': '203.0.113.7' }],
  ['under the public name', { host: 'polut.example.fi' }],
  ['through another kind of proxy', { via: '1.1 proxy' }],
])('the figures are not there for whoever asks %s', async (_, headers) => {
  expect(await get('/metrics', headers)).toEqual({ status: 404, text: '' });
});

test('with a token, only the token counts', async () => {
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await locked.ask('/metrics', { headers })).status;
  expect(await ask({})).toBe(401);
  expect(await ask({ authorization: `Bearer ${TOKEN}x` })).toBe(401);
  expect(await ask({ authorization: TOKEN })).toBe(401);
  expect(await ask({ authorization: `Bearer ${TOKEN}` })).toBe(200);
  expect(() => readSettings({ METRICS_TOKEN: 'short' })).toThrow(/METRICS_TOKEN/);
});

test('a request has one id in its header, its log line, its problem and its entry in the audit log', async () => {
  const { cookie } = await running.signIn('administrator');
  lines.length = 0;
  const made = await running.ask(`/api/nodes/${running.root}/children`, {
    method: 'POST',
    cookie,
    json: { kind: 'unit', code: newId(), name: { fi: 'Nimi' } },
  });
  const id = made.headers.get('x-request-id');
  expect(made.status).toBe(201);
  const { rows } = await sql<{ request_id: string }>`
    select request_id from audit_entry where request_id = ${id}`.execute(running.parts.db);
  expect(rows).toHaveLength(1);
  const requests = lines.filter(({ msg }) => msg === 'request');
  expect(requests).toMatchObject([{ requestId: id }]);

  const refused = await running.ask('/api/nodes', { headers: { 'x-request-id': 'my-own' } });
  expect((await refused.json()) as object).toMatchObject({
    instance: refused.headers.get('x-request-id'),
  });
  expect(refused.headers.get('x-request-id')).not.toBe('my-own');
});

test('a failure has the same id on the error page and in the log', async () => {
  lines.length = 0;
  await asOwner(running.url, 'alter table feedback_point rename to feedback_point_away');
  const page = await running.ask('/p/abcd').finally(async () => {
    await asOwner(running.url, 'alter table feedback_point_away rename to feedback_point');
  });
  const id = page.headers.get('x-request-id')!;
  expect(page.status).toBe(500);
  expect(await page.text()).toContain(id);
  const told = lines.filter(({ msg }) => msg !== 'slow statement');
  expect(told.map(({ requestId, msg }) => ({ requestId, msg }))).toEqual([
    { requestId: id, msg: 'unexpected' },
    { requestId: id, msg: 'request' },
  ]);
});

test('a slow statement is logged with its request, its time and its first words, never with its parameters', async () => {
  lines.length = 0;
  const words = 'Sain ajan nopeasti';
  await running.parts.edge.read({ kind: 'public' }, 'request-7', (ctx) =>
    sql`select pg_sleep(0.08), ${words}::text as words`.execute(ctx.db),
  );
  const slow = lines.filter(({ statement }) => /^select pg_sleep/.test(String(statement)));
  expect(slow).toMatchObject([
    {
      msg: 'slow statement',
      requestId: 'request-7',
      statement: 'select pg_sleep(0.08), $1::text as words',
    },
  ]);
  expect(slow[0]!['ms']).toBeGreaterThanOrEqual(80);
  expect(JSON.stringify(lines)).not.toContain(words);
  expect(figure((await get('/metrics')).text, 'polku_slow_statements_total')).toBeGreaterThan(0);
});

test('while too many wait for a connection, the rest are refused at once; answers, health and figures still go', async () => {
  const waiting = OVERLOAD.waitingPerConnection * 2;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const holders = Array.from({ length: 2 + waiting }, () =>
    running.parts.edge.read({ kind: 'public' }, 'holder', async (ctx) => {
      await sql`select 1`.execute(ctx.db);
      await held;
    }),
  );
  await new Promise((done) => setTimeout(done, 100));
  try {
    const page = await running.ask('/sv/ei-ole');
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
    const html = await page.text();
    expect(html).toContain('lang="sv"');
    expect(html).toContain('Det är många som använder tjänsten just nu.');
    expect(html).toContain(page.headers.get('x-request-id')!);
    const problem = await running.ask('/api/nodes', { headers: { 'accept-language': 'en' } });
    expect([problem.status, problem.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await problem.json()).toMatchObject({
      type: '/problems/busy',
      instance: problem.headers.get('x-request-id'),
    });
    const answer = { id: newId(), token: 'x'.repeat(32), surveyVersion: newId(), language: 'fi' };
    const given = await running.ask('/api/answers', { method: 'POST', json: answer });
    expect(given.status).toBe(422);
    expect((await running.ask('/health/live')).status).toBe(200);
    expect((await running.ask('/health/ready')).status).toBe(200);
    const { text } = await get('/metrics');
    expect(figure(text, 'polku_shed_total{reason="pool"}')).toBe(2);
    expect(figure(text, 'polku_pool_connections{pool="requests",state="waiting"}')).toBe(waiting);
  } finally {
    release();
    await Promise.all(holders);
  }
  expect((await running.ask('/sv/ei-ole')).status).toBe(404);
});

test('one pause of the event loop refuses nobody, lasting lateness does, and answers come last', () => {
  const overload = new Overload({ poolSize: 2, poolWaiting: () => 0, intakeWaiting: () => 0 });
  overload.note(1_500);
  expect(overload.refuses(false)).toBe(undefined);
  for (let tick = 0; tick < 10; tick += 1) overload.note(1_600);
  expect(overload.refuses(false)).toBe('event-loop');
  expect(overload.refuses(true)).toBe(undefined);
  for (let tick = 0; tick < 20; tick += 1) overload.note(6_000);
  expect(overload.refuses(true)).toBe('event-loop');
  for (let tick = 0; tick < 20; tick += 1) overload.note(0);
  expect(overload.refuses(false)).toBe(undefined);
  expect(overload.worstLateness()).toBe(6_000);
});

test('while thousands of answers wait, everything else is refused before the intake is', () => {
  const waits = { intake: OVERLOAD.intakeWaiting + 1 };
  const overload = new Overload({
    poolSize: 2,
    poolWaiting: () => 0,
    intakeWaiting: () => waits.intake,
  });
  expect(overload.refuses(false)).toBe('intake');
  expect(overload.refuses(true)).toBe(undefined);
});

test.each([
  ['an address that is too long', 414, `/fi?${'a'.repeat(BOUNDS.urlLength)}`, {}],
  [
    'too many headers',
    431,
    '/health/live',
    Object.fromEntries(Array.from({ length: BOUNDS.headers + 1 }, (_, n) => [`x-${n}`, '1'])),
  ],
  ['a head that is too large', 431, '/health/live', { 'x-long': 'a'.repeat(BOUNDS.headBytes) }],
])('%s is refused', async (_, status, path, headers) => {
  expect((await get(path, headers as Record<string, string>)).status).toBe(status);
});

test('a body that is too large is refused before it is held whole', async () => {
  const response = await running.ask('/api/answers', {
    method: 'POST',
    json: { comment: 'a'.repeat(300_000) },
  });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ type: '/problems/body-too-large' });
});

test('whoever holds a lock is not waited for longer than the bound', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: taken, resolve: hasLocked } = Promise.withResolvers<void>();
  const holder = running.run(async (ctx) => {
    await sql`select 1 from county where county_id = ${ctx.county} for update`.execute(ctx.db);
    hasLocked();
    await held;
  });
  await taken;
  const began = performance.now();
  await expect(
    running.run((ctx) =>
      sql`select 1 from county where county_id = ${ctx.county} for update`.execute(ctx.db),
    ),
  ).rejects.toMatchObject({ code: '55P03' });
  expect(performance.now() - began).toBeLessThan(8_000);
  release();
  await holder;
});

test('what somebody looked for is in no log and in no figure', async () => {
  for (const address of ['/fi/haku?q=salavaiva', '/fi/haku/?q=salavaiva', '/sv/sok?q=salavaiva%00'])
    await get(address);
  const { text } = await get('/metrics');
  expect(lines.some(({ route }) => route === '/fi/haku')).toBe(true);
  expect(JSON.stringify(lines)).not.toContain('salavaiva');
  expect(text).not.toContain('salavaiva');
});
