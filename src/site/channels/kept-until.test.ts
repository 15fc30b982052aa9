import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createListener } from '#main/listener.ts';
import { addElement } from '#modules/paths';
import type { TestContext } from '#tests/support/database.ts';
import { buildChannel, buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';

const HOURS = [
  {
    kind: 'normal' as const,
    spells: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '16:00' })),
  },
];

let now = new Date();
let running: TestProcess;
let server: Server;
let page: string;

beforeAll(async () => {
  running = await startProcess({ clock: () => now });
  await running.run(async (given) => {
    const ctx = { ...given, root: running.root } as TestContext;
    const { path, step } = await buildFitPath(ctx);
    const { id } = await buildChannel(ctx, { hours: HOURS });
    const use = await addElement(ctx, path, { parent: step, kind: 'channel-use', channel: id });
    expect(use).toBeDefined();
    expect(await publishReviewed(ctx, path)).toMatchObject({ kind: 'published' });
  });
  server = createServer(createListener(running.parts));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fi/polut/polku-fi`;
});
afterAll(async () => {
  server.close();
  await running.stop();
});

const at = (time: string): void => void (now = new Date(time));
const said = async (): Promise<string> => {
  const html = await (await fetch(page)).text();
  return /data-state="\w+">([^<]+)</.exec(html)?.[1]?.replaceAll('\u00A0', ' ') ?? html;
};

test('a kept page tells that it is open until the minute it closes, and not after', async () => {
  at('2026-11-18T13:59:30Z');
  expect(await said()).toBe('Avoinna nyt · klo 16.00 asti');
  at('2026-11-18T13:59:59.999Z');
  const kept = running.parts.pages.answered;
  expect(await said()).toBe('Avoinna nyt · klo 16.00 asti');
  expect(running.parts.pages.answered).toBe(kept + 1);
  at('2026-11-18T14:00:00Z');
  expect(await said()).toBe('Suljettu · avautuu huomenna klo 8.00');
});

test('tomorrow becomes today at midnight', async () => {
  at('2026-11-18T21:59:30Z');
  expect(await said()).toBe('Suljettu · avautuu huomenna klo 8.00');
  at('2026-11-18T22:00:00Z');
  expect(await said()).toBe('Suljettu · avautuu tänään klo 8.00');
});

test.for([
  ['in spring', '2026-03-28T12:00:00Z', 'Suljettu · avautuu maanantaina klo 8.00'],
  ['in autumn', '2026-10-24T12:00:00Z', 'Suljettu · avautuu maanantaina klo 8.00'],
  ['on the Monday after', '2026-10-26T06:00:00Z', 'Avoinna nyt · klo 16.00 asti'],
] as const)('is right over the weekend of the clocks %s', async ([, time, sentence]) => {
  at(time);
  expect(await said()).toBe(sentence);
});

test('a browser asks each time, is told that its copy is right, and gets a new one when it is not', async () => {
  at('2026-11-19T13:59:50Z');
  const first = await fetch(page);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const again = { headers: { 'if-none-match': first.headers.get('etag')! } };
  const same = await fetch(page, again);
  expect([same.status, await same.text()]).toEqual([304, '']);
  at('2026-11-19T14:00:00Z');
  const changed = await fetch(page, again);
  expect(changed.status).toBe(200);
  expect(changed.headers.get('etag')).not.toBe(first.headers.get('etag'));
});
