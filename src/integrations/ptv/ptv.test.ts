import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import {
  type Channel,
  changeChannel,
  findChannels,
  findSource,
  storeSource,
  writeEasy,
} from '#modules/channels';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import {
  PTV_ORGANISATION,
  ptvChannel,
  ptvId,
  type PtvServer,
  startPtvServer,
} from '#tests/support/ptv-server.ts';
import { fetchFromPtv } from './fetch-from-ptv.ts';

const test = withDatabase();
let ptv: PtvServer;
beforeAll(async () => void (ptv = await startPtvServer()));
afterAll(() => ptv.stop());
beforeEach(() => {
  ptv.channels.clear();
  ptv.asked.length = 0;
  ptv.fault = undefined;
});

const put = (...channels: Record<string, unknown>[]): void => {
  for (const channel of channels) ptv.channels.set(String(channel['id']), channel);
};
const fetch_ = async (ctx: TestContext, by: 'clock' | 'person' = 'person'): Promise<void> => {
  await fetchFromPtv(ptv.outbound)((work) => work(ctx), [{ by }]);
};
const setUp = (ctx: TestContext): Promise<void> => storeSource(ctx, PTV_ORGANISATION, ptv.address);
const later = (ctx: TestContext, days: number): TestContext =>
  ctx.as({ now: new Date(ctx.now().getTime() + days * 86_400_000) });

async function copies(ctx: TestContext): Promise<Channel[]> {
  const rows = await ctx.db
    .selectFrom('channel')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('origin', '=', 'ptv')
    .orderBy('outside_id')
    .execute();
  const found = await findChannels(
    ctx,
    rows.map(({ id }) => id as string),
  );
  return rows.map(({ id }) => found.get(id as string)!);
}

describe('a fetch', () => {
  test('takes over all pages of the organisation’s channels, with texts, number and hours', async ({
    ctx,
  }) => {
    put(...[1, 2, 3, 4, 5].map((n) => ptvChannel(n)));
    await setUp(ctx);
    await fetch_(ctx);
    const found = await copies(ctx);
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({
      kind: 'phone',
      origin: 'ptv',
      phone: '+358 300001234',
      closed: false,
      fetchedAt: ctx.now().toISOString(),
      opening: { state: 'open', changes: '2026-11-18T14:00:00.000Z' },
    });
    expect(found[0]?.texts).toMatchObject({
      name: { fi: 'Neuvonta 1', sv: 'Rådgivning 1', en: 'Advice 1' },
      description: { fi: 'Soita ja kysy.', sv: 'Ring och fråga.', en: 'Call and ask.' },
      cost: { fi: 'Paikallisverkkomaksu' },
    });
    expect(found[0]?.hours).toContainEqual({
      kind: 'exceptional',
      validFrom: '2026-12-24',
      validTo: '2026-12-26',
      spells: [],
      note: { fi: 'joulu' },
    });
    expect(ptv.asked.filter((path) => path.includes('organization'))).toHaveLength(3);
    expect(await findSource(ctx)).toMatchObject({
      running: false,
      done: 5,
      total: 5,
      failure: null,
      channels: 5,
    });
  });

  test('of an organisation without channels is no failure: its list is null', async ({ ctx }) => {
    await setUp(ctx);
    await fetch_(ctx);
    expect(await findSource(ctx)).toMatchObject({ failure: null, channels: 0 });
  });

  test('asks by day for what changed, and once a week for everything', async ({ ctx }) => {
    put(ptvChannel(1), ptvChannel(2));
    await setUp(ctx);
    await fetch_(ctx, 'clock');
    ptv.asked.length = 0;
    put(
      ptvChannel(2, {
        modified: '2026-11-19T08:00:00Z',
        webPages: [{ url: 'https://www.kela.fi/', language: 'fi' }],
      }),
    );
    await fetch_(later(ctx, 1), 'clock');
    expect(ptv.asked).toEqual([
      `/api/v11/ServiceChannel/organization/${PTV_ORGANISATION}?page=1&date=2026-11-17`,
      `/api/v11/ServiceChannel/list?guids=${ptvId(2)}`,
    ]);
    // What is in no list of changes has not vanished.
    expect((await copies(ctx)).map(({ closed, url }) => [closed, url])).toEqual([
      [false, null],
      [false, 'https://www.kela.fi/'],
    ]);
    ptv.channels.delete(ptvId(1));
    await fetch_(later(ctx, 7), 'clock');
    expect((await copies(ctx)).map(({ closed }) => closed)).toEqual([true, false]);
  });

  test('tells what changed, vanished and came back, and of what stayed the same nothing', async ({
    ctx,
  }) => {
    put(ptvChannel(1), ptvChannel(2));
    await setUp(ctx);
    await fetch_(ctx);
    const [first, second] = await copies(ctx);
    ctx.events.length = 0;
    await fetch_(ctx);
    expect(ctx.events).toEqual([]);
    ptv.channels.delete(ptvId(1));
    put(ptvChannel(2, { publishingStatus: 'Deleted' }), ptvChannel(3));
    await fetch_(ctx);
    expect(ctx.events.map(({ data }) => data)).toEqual([
      { channel: second?.id, what: 'closed' },
      { channel: first?.id, what: 'closed' },
    ]);
    ctx.events.length = 0;
    put(ptvChannel(1));
    await fetch_(ctx);
    expect(ctx.events.map(({ data }) => data)).toEqual([{ channel: first?.id, what: 'reopened' }]);
  });

  test('leaves the county’s own easy language alone, and says that it is behind', async ({
    ctx,
  }) => {
    put(ptvChannel(1));
    await setUp(ctx);
    await fetch_(ctx);
    const [copy] = await copies(ctx);
    const notes = [{ from: 'joulu', text: 'joulun pyhät' }];
    const easy = { 'fi-simple': { description: 'Soita meille.', notes } };
    await writeEasy(ctx, copy!.id, { easy, before: {} });
    const said = async () => (await copies(ctx))[0]!.easy['fi-simple']!.description;
    await fetch_(ctx);
    expect(await said()).toEqual({ text: 'Soita meille.', stale: false });
    const [changed] = [ptvChannel(1)];
    put(JSON.parse(JSON.stringify(changed).replaceAll('Soita ja kysy.', 'Soita arkena.')));
    await fetch_(ctx);
    expect((await copies(ctx))[0]!.texts.description.fi).toBe('Soita arkena.');
    expect(await said()).toEqual({ text: 'Soita meille.', stale: true });
    expect((await copies(ctx))[0]!.easyNotes).toEqual({ 'fi-simple': notes });
  });

  test('is not changed by hand', async ({ ctx }) => {
    const own = { kind: 'location' as const, texts: { name: { fi: 'Oma' } } };
    put(ptvChannel(1));
    await setUp(ctx);
    await fetch_(ctx);
    const [copy] = await copies(ctx);
    await expect(changeChannel(ctx, copy!.id, { ...own, before: own })).rejects.toMatchObject({
      code: 'channel-copied',
    });
  });
});

describe('a fetch that fails', () => {
  test.for([
    [503, 'unreachable'],
    [429, 'unreachable'],
    [404, 'answer'],
    ['not-json', 'answer'],
  ] as const)(
    'with %s leaves the last copy and says since when',
    async ([fault, failure], { ctx }) => {
      put(ptvChannel(1));
      await setUp(ctx);
      await fetch_(ctx);
      ptv.fault = fault;
      await fetch_(later(ctx, 1));
      await fetch_(later(ctx, 2));
      expect(await findSource(ctx)).toMatchObject({
        failure,
        failingSince: later(ctx, 1).now().toISOString(),
        fetchedAt: ctx.now().toISOString(),
        running: false,
        channels: 1,
      });
      ptv.fault = undefined;
      await fetch_(later(ctx, 3));
      expect(await findSource(ctx)).toMatchObject({ failure: null, failingSince: null });
    },
  );

  test('because everything is gone at once is not believed', async ({ ctx }) => {
    put(ptvChannel(1));
    await setUp(ctx);
    await fetch_(ctx);
    ptv.channels.clear();
    await fetch_(ctx);
    expect(await findSource(ctx)).toMatchObject({ failure: 'empty', channels: 1 });
  });

  test('a channel that makes no sense is left out, and the others are taken', async ({ ctx }) => {
    put(
      ptvChannel(1),
      ptvChannel(2, { phoneNumbers: 'ei lista' }),
      ptvChannel(3, { serviceChannelType: 'Fax' }),
    );
    await setUp(ctx);
    await fetch_(ctx);
    expect(await copies(ctx)).toHaveLength(1);
  });

  test('an answer without end is cut', async ({ ctx }) => {
    put(
      ptvChannel(1, {
        serviceChannelNames: [{ language: 'fi', value: 'x'.repeat(9_000_000), type: 'Name' }],
      }),
    );
    await setUp(ctx);
    await fetch_(ctx);
    expect(await findSource(ctx)).toMatchObject({ failure: 'too-big' });
  });
});
