import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#main/app.ts';
import { readSettings } from '#main/settings.ts';
import { createFeedbackPoint } from '#modules/collection';
import { startProcess, type TestProcess } from './support/process.ts';

// What every answer says to a browser, over a real socket as in production.

let running: TestProcess;
let server: Server;
let port: number;
let code: string;
let token: string;

beforeAll(async () => {
  running = await startProcess();
  const unit = await running.addUnit();
  code = (await running.run((ctx) => createFeedbackPoint(ctx, unit, { channel: 'web' }))).code;
  token = (await running.addToken('administrator')).token;
  const settings = readSettings({
    POLKU_MODE: 'production',
    PUBLIC_URL: 'https://polut.example.fi',
    LOG_LEVEL: 'silent',
  });
  const app = createApp({ ...running.parts, settings });
  const answer = getRequestListener(app.fetch);
  server = createServer((asked, response) => {
    if (!running.parts.pages.answer(asked, response)) void answer(asked, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await running.stop();
});

const ask = (address: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${address}`, { redirect: 'manual', ...init });

/** One of each kind of answer: pages, kept ones too, forms, files, JSON, CSV, refusals, ways on. */
const asked = (): readonly [string, RequestInit?][] => {
  const headers = { authorization: `Bearer ${token}` };
  const json = { 'content-type': 'application/json' };
  return [
    ['/'],
    ['/fi'],
    ['/fi'],
    ['/fi/ei-ole'],
    [`/p/${code}`],
    [`/p/${code}`, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, body: '' }],
    ['/a/ei-ole'],
    ['/mark.svg'],
    ['/county.css'],
    ['/assets/ei-ole.js'],
    ['/health/live'],
    ['/health/ready'],
    ['/staff'],
    ['/staff/preview/paths/x'],
    ['/api/docs'],
    ['/api/openapi.json'],
    ['/api/ei-ole'],
    ['/api/nodes'],
    ['/api/nodes', { headers }],
    ['/api/nodes/table', { headers }],
    ['/api/audit', { headers }],
    ['/api/answers', { method: 'POST', headers: json, body: '{' }],
    ['/api/session', { method: 'POST', headers: { origin: 'https://evil.example' } }],
    ['/api/session', { method: 'DELETE' }],
  ];
};

/** What may be kept: the same for everybody. */
const MAY_BE_KEPT = /^\/(?:fi|mark\.svg|county\.css)$/;

describe('every answer', () => {
  test('says what it is, lets nobody frame it, and tells nobody where its reader came from', async () => {
    for (const [address, init] of asked()) {
      const response = await ask(address, init);
      const body = await response.text();
      const said = `${init?.method ?? 'GET'} ${address}: ${response.status}`;
      const of = (name: string): string => response.headers.get(name) ?? '';
      expect(of('x-content-type-options'), said).toBe('nosniff');
      expect(of('referrer-policy'), said).toBe('no-referrer');
      expect(of('cross-origin-opener-policy'), said).toBe('same-origin');
      expect(of('cross-origin-resource-policy'), said).toBe('same-origin');
      expect(of('strict-transport-security'), said).toBe('max-age=31536000; includeSubDomains');
      expect(of('access-control-allow-origin'), said).toBe('');
      expect(of('x-powered-by') + of('server'), said).toBe('');
      const policy = of('content-security-policy');
      for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'"])
        expect(policy.split('; '), said).toContain(part);
      // One policy: two would each be obeyed.
      expect(policy.match(/frame-ancestors '(?:none|self)'/g), said).toHaveLength(1);
      expect(policy, said).not.toMatch(/unsafe-(?:eval|hashes)|script-src[^;]*unsafe/);
      if (body !== '')
        expect(of('content-type'), said).toMatch(
          /^(?:(?:text\/[a-z-]+|image\/svg\+xml); ?charset=utf-8|application\/(?:problem\+)?json)$/i,
        );
      expect(of('cache-control'), said).toMatch(
        MAY_BE_KEPT.test(address) ? /^(?:no-cache|public, max-age=\d+)$/ : /^no-store$/,
      );
    }
  });

  test('is the reader’s alone where somebody must sign in', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await ask('/api/accounts', { headers });
    expect([response.status, response.headers.get('cache-control')]).toEqual([403, 'no-store']);
  });
});

test.each([
  '/.git/HEAD',
  '/package.json',
  '/src/main/server.ts',
  '/dist/server/server.js',
  '/data/postgres/PG_VERSION',
  '/assets',
  '/assets/',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/.vite/manifest.json',
])('%s is no file and no list of files', async (address) => {
  const response = await ask(address);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toMatch(/"dependencies"|ref: refs|import /);
});

test('a value counts only where it belongs, and the first of two by one name', async () => {
  const headers = { authorization: `Bearer ${token}` };
  const status = async (address: string): Promise<number> =>
    (await ask(address, { headers })).status;
  expect(await status('/api/audit?limit=5')).toBe(200);
  expect(await status('/api/audit?limit=5&limit=nothing')).toBe(200);
  expect(await status('/api/audit?limit=nothing&limit=5')).toBe(422);
  expect(await status('/api/audit?county=other')).toBe(422);
  expect(await status(`/api/audit?authorization=Bearer+${token}`)).toBe(422);
  const session = await ask('/api/session?email=a@example.fi&password=x', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(session.status).toBe(422);
});

/** Sends bytes as they are and gives what comes back, until the connection ends or has been silent. */
function send(bytes: string): Promise<string> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (part) => (text += part.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => done(text));
  });
}

test.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND'])('%s gives nothing back', async (method) => {
  const canary = 'kanarialintu';
  const answer = await new Promise<{ status: number; text: string }>((done) => {
    const asking = request({ port, method, path: '/fi', headers: { 'x-canary': canary } });
    asking.on('error', () => done({ status: 400, text: '' }));
    asking.on('connect', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      done({ status: statusCode, text: '' });
    });
    asking.on('response', (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => done({ status: response.statusCode ?? 0, text }));
    });
    asking.end();
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toContain(canary);
});

const SECOND = 'GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n';
const HEAD = 'POST /api/answers HTTP/1.1\r\nHost: x\r\n';

// Each hides a second request behind a first whose end two readers could see in different places.
test.each([
  [
    'both lengths',
    `${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SECOND}`,
  ],
  ['two lengths', `${HEAD}Content-Length: 0\r\nContent-Length: ${SECOND.length}\r\n\r\n${SECOND}`],
  ['a space before the colon', `${HEAD}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${SECOND}`],
  ['an unknown encoding', `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${SECOND}`],
  [
    'a folded header',
    `${HEAD}Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${SECOND}`,
  ],
  ['a size that is none', `${HEAD}Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n${SECOND}`],
  ['bare line ends', `${HEAD}Transfer-Encoding: chunked\n\r\n0\r\n\r\n${SECOND}`],
])('a request with %s is refused, and what follows it is not read', async (_, bytes) => {
  const answer = await send(bytes);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
});
