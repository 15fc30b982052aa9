import { Agent, createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createListener, SERVER_OPTIONS } from '#main/listener.ts';
import { listRoutes } from '#main/routes.ts';
import { ROLES } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { makeMalformed, type Sending } from '#tests/support/malformed.ts';
import { fillPermissionFixtures } from '#tests/support/permission-fixtures.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const INPUTS = times(12_000, 500);
const CLIENTS = 8;
const SEED = Number(process.env['POLKU_SEED'] ?? 11);

const unexpected: unknown[] = [];
const log = pino(
  { level: 'warn', base: null },
  new Writable({
    write(chunk: Buffer, _, done) {
      unexpected.push(JSON.parse(chunk.toString()));
      done();
    },
  }),
);
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

let running: TestProcess;
let server: Server;
beforeAll(async () => {
  running = await startProcess({ log, env: { SLOW_STATEMENT_MS: '60000' } });
  server = createServer(SERVER_OPTIONS, createListener(running.parts));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
  await running.stop();
});

const PAGES = [
  '/:page',
  '/fi',
  '/fi/:page',
  '/fi/polut/:slug',
  '/sv/stigar/:slug',
  '/fi/tulokset',
  '/fi/yksikot/:slug',
  '/p/:code',
  '/p/:code',
  '/a/:token',
  '/a/:token',
  '/assets/:page',
  '/staff/:page',
  '/staff/preview/:path',
  '/fi/kiitos/:page',
];

test(
  `C11: ${INPUTS} malformed inputs over every public and staff route give no 5xx, no crash and no growth`,
  { timeout: 1_200_000 },
  async () => {
    const known = await fill();
    const next = makeMalformed(listRoutes(running.parts), PAGES, known, SEED);
    const failed: object[] = [];
    const statuses = new Map<number, number>();
    let left = INPUTS;
    let cookie = await signInWithAllRoles();
    const client = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        const sending = next();
        const status = await send(sending, cookie);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500) failed.push({ ...sending, status, body: bodyStart(sending) });
        // One of the requests signed out, closed the account or took its last role away.
        if (status === 401 && left > 0) cookie = await signInWithAllRoles();
      }
    };
    // The first fifth warms up: what is kept for good is kept by then.
    left = Math.floor(INPUTS / 5);
    await Promise.all(Array.from({ length: CLIENTS }, client));
    const before = heapAfterCollection();
    left = INPUTS - Math.floor(INPUTS / 5);
    await Promise.all(Array.from({ length: CLIENTS }, client));
    expect(failed).toEqual([]);
    expect(unexpected.filter((line) => (line as { msg: string }).msg === 'unexpected')).toEqual([]);
    expect(statuses.get(0)).toBe(undefined);
    // Most were understood far enough to be refused for what they say.
    expect((statuses.get(422) ?? 0) / INPUTS).toBeGreaterThan(0.2);
    expect(heapAfterCollection() / before).toBeLessThan(1.1);
    expect((await running.ask('/health/ready')).status).toBe(200);
  },
);

test(`C11: ${times(1_000, 100)} connections that speak no HTTP are closed, and nobody else notices`, async () => {
  const words = [
    '\0\0\0\0',
    'GET',
    'GET / HTTP/9.9\r\n\r\n',
    'POST /api/answers HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
  ];
  const smuggled =
    'POST /api/answers HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /fi HTTP/1.1\r\n\r\n';
  const all = [...words, smuggled, '\x16\x03\x01\x02\x00\x01', 'x'.repeat(20_000)];
  const answers = await Promise.all(
    Array.from({ length: times(1_000, 100) }, (_, index) => speak(all[index % all.length]!)),
  );
  expect(answers.filter((answer) => !/^(HTTP\/1\.1 4\d\d |$)/.test(answer))).toEqual([]);
  expect((await running.ask('/health/live')).status).toBe(200);
});

test('C11: words in another charset than they say are refused, not stored garbled', async () => {
  const words = JSON.stringify({ id: newId(), code: 'abcd', comment: 'Sain hyvää apua' });
  for (const body of [Buffer.from(words, 'latin1'), Buffer.from(words, 'utf16le')]) {
    const response = await running.ask('/api/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ type: '/problems/json-broken' });
  }
});

async function fill(): Promise<Record<string, string>> {
  const made = await fillPermissionFixtures(running);
  const rows = await running.parts.db.selectFrom('feedback_point').select('code').execute();
  const { own: node, account, channel, path, point, concern, action, set, version } = made;
  const [first] = rows as { code: string }[];
  return {
    node,
    account,
    channel,
    path,
    point,
    concern,
    action,
    set,
    version,
    code: first!.code,
    language: 'fi',
    field: 'comment',
    statement: 'got-help',
    discussion: newId(),
    slug: 'polku',
    page: 'tulokset',
  };
}

async function signInWithAllRoles(): Promise<string> {
  const { cookie, account } = await running.signIn('administrator');
  await running.run(async (ctx) => {
    for (const role of ROLES.filter((role) => role !== 'administrator'))
      await ctx.db
        .insertInto('account_role')
        .values({
          county_id: ctx.county,
          id: newId(),
          account_id: account,
          node_id: running.root,
          role,
        })
        .execute();
  });
  return cookie;
}

/** The status of the answer; 0 when there is none. A stream of events is left at once. */
function send({ method, path, headers, body }: Sending, cookie: string): Promise<number> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const asked = request(
      { agent, port, host: '127.0.0.1', method, path, headers: { ...headers, cookie } },
      (response) => {
        const isStream = /event-stream/.test(response.headers['content-type'] ?? '');
        if (isStream) response.destroy();
        else response.resume();
        response.on('close', () => resolve(response.statusCode!));
      },
    );
    asked.on('error', () => resolve(0));
    asked.end(body);
  });
}

function speak(words: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.end(words, 'latin1'));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}

const bodyStart = ({ body }: Sending): string | undefined =>
  typeof body === 'string' ? body.slice(0, 300) : body?.subarray(0, 100).toString('hex');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
function heapAfterCollection(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
