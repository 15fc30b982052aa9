import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createListener, SERVER_OPTIONS } from '#main/listener.ts';
import { readSettings } from '#main/settings.ts';
import { getSurveyInUse } from '#modules/surveys';
import { clientAddress, isNetwork, proxiesOf } from '#platform/http/address.ts';
import { newId } from '#platform/ids.ts';
import { chanceOf } from '#tests/support/malformed.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const SPOOFS = times(1_000, 80);
const GUESSES_ALLOWED = 60;

interface Served {
  readonly running: TestProcess;
  readonly server: Server;
  readonly version: string;
}

async function serve(trustedProxies: string): Promise<Served> {
  const running = await startProcess({ env: { TRUSTED_PROXIES: trustedProxies } });
  const server = createServer(SERVER_OPTIONS, createListener(running.parts));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { id } = await running.run((ctx) => getSurveyInUse(ctx, running.survey));
  return { running, server, version: id };
}

let open: Served;
let behind: Served;
beforeAll(async () => {
  open = await serve('');
  behind = await serve('127.0.0.0/8, 10.1.0.0/16');
});
afterAll(async () => {
  for (const { running, server } of [open, behind]) {
    server.closeAllConnections();
    server.close();
    await running.stop();
  }
});

/** Guesses at an invitation, which is counted by address. */
async function guess({ server, version }: Served, forwarded: string): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const answer = {
    id: newId(),
    token: 'x'.repeat(32),
    surveyVersion: version,
    language: 'fi',
    recommendation: 9,
  };
  const response = await fetch(`http://127.0.0.1:${port}/api/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
    body: JSON.stringify(answer),
  });
  await response.arrayBuffer();
  return response.status;
}

/** What a client may write into the header to look like somebody else each time. */
function spoofs(count: number): string[] {
  const chance = chanceOf(10);
  const part = (): number => Math.floor(chance() * 256);
  const forms = [
    () => `${part()}.${part()}.${part()}.${part()}`,
    () => `2001:db8:${part()}:${part()}::${part()}`,
    () => `::ffff:${part()}.${part()}.${part()}.${part()}`,
    () => `${part()}.${part()}.${part()}.${part()}, 127.0.0.1`,
    () => `10.1.${part()}.${part()}`,
    () => `unknown, _hidden${part()}`,
    () => `"[2001:db8::${part()}]:80"`,
  ];
  return Array.from({ length: count }, (_, index) => forms[index % forms.length]!());
}

describe('C10: the bucket of a limit is never chosen by the client', () => {
  test(`C10: without a proxy, ${SPOOFS} spoofed headers share the connection's bucket`, async () => {
    const statuses: number[] = [];
    for (const spoof of spoofs(SPOOFS)) statuses.push(await guess(open, spoof));
    expect(statuses.filter((status) => status === 404)).toHaveLength(GUESSES_ALLOWED);
    expect(statuses.filter((status) => status === 429)).toHaveLength(SPOOFS - GUESSES_ALLOWED);
  });

  test(`C10: behind a proxy, ${SPOOFS} spoofs before the address that it adds share that address's bucket`, async () => {
    const statuses: number[] = [];
    for (const spoof of spoofs(SPOOFS))
      statuses.push(await guess(behind, `${spoof}, 203.0.113.9, 10.1.2.3`));
    expect(statuses.filter((status) => status === 404)).toHaveLength(GUESSES_ALLOWED);
    // Somebody else behind the same proxy has a bucket of their own, even one whom the attacker named.
    expect(await guess(behind, '203.0.113.10')).toBe(404);
    expect(await guess(behind, '203.0.113.9, 203.0.113.11')).toBe(404);
    expect(await guess(behind, '203.0.113.9:4711')).toBe(429);
  });
});

test.each([
  ['203.0.113.9', undefined, '203.0.113.9'],
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['::ffff:127.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  ['127.0.0.1', '6.6.6.6, 198.51.100.1, 10.1.9.9', '198.51.100.1'],
  // A last part that is no address is not looked behind.
  ['127.0.0.1', '6.6.6.6, unknown', '127.0.0.1'],
  ['127.0.0.1', '6.6.6.6, 198.51.100.1:5678', '198.51.100.1'],
  ['127.0.0.1', '6.6.6.6, [2001:db8:1:2:3::4]:443', '2001:db8:1:2'],
  ['127.0.0.1', '6.6.6.6, ::ffff:198.51.100.1', '198.51.100.1'],
  ['127.0.0.1', '', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1, 10.1.0.1', '127.0.0.1'],
  ['2001:db8:1:2::3', undefined, '2001:db8:1:2'],
])('C10: %s that says %s is counted as %s', (remote, forwarded, counted) => {
  const isProxy = proxiesOf(['127.0.0.0/8', '10.1.0.0/16']);
  expect(clientAddress(remote, forwarded, isProxy)).toBe(counted);
});

test('C10: proxies are named by address or network; anything else stops the start', () => {
  for (const right of ['10.0.0.5', '10.0.0.0/24', 'fd00::/8', '::1'])
    expect(isNetwork(right)).toBe(true);
  for (const wrong of ['1', 'proxy.example.fi', '10.0.0.0/33', 'true', '*', '10.0.0']) {
    expect(isNetwork(wrong), wrong).toBe(false);
    expect(() => readSettings({ TRUSTED_PROXIES: wrong })).toThrow(/TRUSTED_PROXIES/);
  }
});
