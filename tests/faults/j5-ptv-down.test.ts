import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchFromPtv } from '#integrations/ptv';
import { findSource, storeSource } from '#modules/channels';
import { addElement } from '#modules/paths';
import type { TestContext } from '#tests/support/database.ts';
import { buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import {
  PTV_ORGANISATION,
  ptvChannel,
  type PtvServer,
  startPtvServer,
} from '#tests/support/ptv-server.ts';

// PTV is down for a day, hour by hour: the site is whole, and the staff see how old the copy is (J5).
let now = new Date('2026-11-18T08:00:00Z');
let running: TestProcess;
let ptv: PtvServer;

const fetchOnce = async (): Promise<void> => {
  await fetchFromPtv(ptv.outbound)((work) => running.run(work), [{ by: 'clock' }]);
};

beforeAll(async () => {
  running = await startProcess({ clock: () => now });
  ptv = await startPtvServer();
  const channel = ptvChannel(1);
  ptv.channels.set(String(channel['id']), channel);
  await running.run((ctx) => storeSource(ctx, PTV_ORGANISATION, ptv.address));
  await fetchOnce();
  await running.run(async (given) => {
    const ctx = { ...given, root: running.root } as TestContext;
    const { path, step } = await buildFitPath(ctx);
    const row = await ctx.db.selectFrom('channel').select('id').executeTakeFirstOrThrow();
    await addElement(ctx, path, { parent: step, kind: 'channel-use', channel: row.id as string });
    expect(await publishReviewed(ctx, path)).toMatchObject({ kind: 'published' });
  });
});
afterAll(async () => {
  await ptv.stop();
  await running.stop();
});

const page = async (): Promise<string> => (await running.ask('/fi/polut/polku-fi')).text();

test('while PTV is down for a day the page tells all that it told before, and the hours go on', async () => {
  const { cookie } = await running.signIn('editor');
  for (const [hour, fault] of [500, 503, 'not-json', 404, 502, 503].entries()) {
    now = new Date(Date.parse('2026-11-18T12:00:00Z') + hour * 4 * 3_600_000);
    ptv.fault = fault as PtvServer['fault'];
    await fetchOnce();
    const html = await page();
    expect(html).toContain('Neuvonta 1');
    expect(html).toContain('+358 300001234');
    expect(html).toContain(hour === 0 || hour === 5 ? 'Avoinna nyt' : 'Suljettu');
    for (const address of ['/fi', '/fi/polut', '/sv/vagar/polku-sv', '/en/paths/polku-en'])
      expect((await running.ask(address)).status).toBe(200);
  }
  const source = await (await running.ask('/api/channel-source', { cookie })).json();
  expect(source).toMatchObject({
    source: {
      fetchedAt: '2026-11-18T08:00:00.000Z',
      failingSince: '2026-11-18T12:00:00.000Z',
      failure: 'unreachable',
      channels: 1,
    },
  });
});

test('when PTV is back, what changed there changes here, and the path’s editors are told', async () => {
  ptv.fault = undefined;
  const changed = ptvChannel(1, {
    modified: now.toISOString(),
    serviceChannelNames: [{ language: 'fi', value: 'Uusi neuvonta', type: 'Name' }],
  });
  ptv.channels.set(String(changed['id']), changed);
  await fetchOnce();
  expect(await page()).toContain('Uusi neuvonta');
  expect(await running.run(findSource)).toMatchObject({ failure: null });
  const { cookie } = await running.signIn('editor');
  const notices = async () =>
    (
      (await (await running.ask('/api/paths/channel-notices', { cookie })).json()) as {
        notices: { path: string }[];
      }
    ).notices;
  const told = await notices();
  expect(told).toMatchObject([{ what: 'changed', name: { fi: 'Uusi neuvonta' } }]);
  const seen = `/api/paths/${told[0]!.path}/channel-notices/seen`;
  expect((await running.ask(seen, { method: 'POST', cookie })).status).toBe(204);
  expect(await notices()).toEqual([]);
});
