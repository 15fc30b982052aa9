import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#main/app.ts';
import { readSettings } from '#main/settings.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { addAccount } from './accounts.ts';

let running: TestProcess;
let server: Server;
let password: string;
const email = 'maija@example.fi';

beforeAll(async () => {
  running = await startProcess();
  const settings = readSettings({ LOG_LEVEL: 'silent', TRUSTED_PROXIES: '127.0.0.1' });
  const app = createApp({ ...running.parts, settings });
  server = createServer(
    (request, response) => void getRequestListener(app.fetch)(request, response),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const form = { email, name: 'Maija', language: 'fi' } as const;
  password = (await running.run((ctx) => addAccount(ctx, form))).password;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await running.stop();
});

async function signIn(address: string, given: string, as = email): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email: as, password: given }),
  });
}

test('who guesses ten times from one place is stopped there, and shuts nobody out who comes from elsewhere', async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 11; turn += 1)
    statuses.push((await signIn('192.0.2.1', 'wrong')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  const limited = await signIn('192.0.2.1', password);
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await signIn('198.51.100.7', password)).status).toBe(200);
});

test('who guesses from many places is stopped after a hundred', async () => {
  let guesses = 0;
  while (guesses < 150) {
    const { status } = await signIn(`203.0.113.${guesses}`, 'wrong');
    if (status === 429) break;
    guesses += 1;
  }
  // Eleven were used before: ten wrong ones and a right one.
  expect(guesses).toBe(89);
});

test('what stands before the address that the proxy adds is not believed', async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 11; turn += 1)
    statuses.push((await signIn(`203.0.113.${turn}, 192.0.2.9`, 'x', 'toinen@example.fi')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
});
