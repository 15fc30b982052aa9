import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import type { Entry } from './contract.ts';
import { addEntry, setEntryProperties } from './edit-entries.ts';
import { listEntries } from './entry-store.ts';
import { joinEntries, selectRelations } from './relations.ts';

const test = withDatabase();

const entryOf = async (ctx: TestContext, id: string): Promise<Entry> =>
  (await listEntries(ctx)).find((entry) => entry.id === id)!;

const scheme = (ctx: TestContext): Promise<string> =>
  addEntry(ctx, { kind: 'segmentation-scheme', name: 'Tarpeet' });

const segment = (ctx: TestContext, parent: string, name: string): Promise<string> =>
  addEntry(ctx, { kind: 'segment', parent, name });

const LIMIT = {
  startEvent: { fi: 'yhteydenotto', sv: 'kontakten' },
  endEvent: { fi: 'ratkaisu' },
  operator: 'at-most',
  value: 7,
  unit: 'days',
  population: { fi: 'kiireettömät', en: 'not urgent' },
  statistic: 'share',
  share: 90,
  minimumN: 10,
};

describe('rule 10: a promise’s threshold', () => {
  test('is kept when it names everything', async ({ ctx }) => {
    const id = await addEntry(ctx, { kind: 'promise', name: 'Apua viikossa' });
    await setEntryProperties(ctx, id, { thresholds: [LIMIT] });
    expect((await entryOf(ctx, id)).properties).toMatchObject({ thresholds: [LIMIT] });
  });

  test.for(Object.keys(LIMIT))('is refused without its %s', async (field, { ctx }) => {
    const id = await addEntry(ctx, { kind: 'promise', name: 'Apua viikossa' });
    const { [field as 'value']: _, ...lacking } = LIMIT;
    await expect(setEntryProperties(ctx, id, { thresholds: [lacking] })).rejects.toMatchObject({
      faults: [{ pointer: `/thresholds/0/${field}`, code: 'missing' }],
    });
  });

  test.for([
    [{ startEvent: { fi: ' ' } }, '/thresholds/0/startEvent/fi', 'missing'],
    [{ endEvent: { sv: 'lösningen' } }, '/thresholds/0/endEvent/fi', 'missing'],
    [{ value: 0 }, '/thresholds/0/value', 'too-small-number'],
    [{ minimumN: 4 }, '/thresholds/0/minimumN', 'too-small-number'],
    [{ statistic: 'share', share: null }, '/thresholds/0/share', 'missing'],
    [{ statistic: 'median' }, '/thresholds/0/share', 'not-an-option'],
    [{ unit: 'fortnights' }, '/thresholds/0/unit', 'not-an-option'],
  ] as const)('is refused with %o', async ([change, pointer, code], { ctx }) => {
    const id = await addEntry(ctx, { kind: 'promise', name: 'Apua viikossa' });
    const thresholds = [{ ...LIMIT, ...change }];
    await expect(setEntryProperties(ctx, id, { thresholds })).rejects.toMatchObject({
      faults: [{ pointer, code }],
    });
  });
});

test('limits that were written in one language are Finnish since they have several', async ({
  ctx,
}) => {
  const id = await addEntry(ctx, { kind: 'promise', name: 'Apua viikossa' });
  await setEntryProperties(ctx, id, { thresholds: [LIMIT, LIMIT] });
  const former = {
    ...LIMIT,
    startEvent: 'yhteydenotto',
    endEvent: 'ratkaisu',
    population: 'kaikki',
  };
  await sql`update handbook_entry set properties = jsonb_set(properties, '{thresholds}',
    ${JSON.stringify([former, LIMIT])}::jsonb) where id = ${id}`.execute(ctx.db);
  const migration = await readFile('migrations/0025-texts-in-all-languages.sql', 'utf8');
  const update = migration.slice(migration.indexOf('update handbook_entry'));
  // Done again it changes nothing.
  for (const _ of [1, 2]) await sql.raw(update).execute(ctx.db);
  expect((await entryOf(ctx, id)).properties).toMatchObject({
    thresholds: [
      {
        ...LIMIT,
        startEvent: { fi: 'yhteydenotto' },
        endEvent: { fi: 'ratkaisu' },
        population: { fi: 'kaikki' },
      },
      LIMIT,
    ],
  });
});

describe('a segment', () => {
  test('says which share of people it is only together with where that is known from', async ({
    ctx,
  }) => {
    const id = await segment(ctx, await scheme(ctx), 'Nopeus');
    for (const share of [
      { percent: 18 },
      { percent: 18, evidence: ' ' },
      { percent: 101, evidence: 'x' },
    ])
      await expect(setEntryProperties(ctx, id, { share })).rejects.toMatchObject({
        kind: 'invalid',
      });
    await setEntryProperties(ctx, id, { share: { percent: 18, evidence: 'Kysely 2022, n = 463' } });
  });

  test.for([
    ['rule 18: a profile is never a real person', 'profile', { fictional: false }],
    [
      'rule 18: nor has one an account',
      'profile',
      { account: '0199aaaa-0000-7000-8000-000000000001' },
    ],
    ['rule 18: a segment holds no people', 'segment', { people: ['010101-123N'] }],
    ['segments of a scheme shut nobody out', 'segmentation-scheme', { exclusive: true }],
    ['and are of situations', 'segmentation-scheme', { situational: false }],
  ] as const)('%s', async ([, kind, properties], { ctx }) => {
    const top = await scheme(ctx);
    const below = await segment(ctx, top, 'Nopeus');
    const ids = {
      'segmentation-scheme': top,
      segment: below,
      profile: await addEntry(ctx, { kind: 'profile', parent: below, name: 'Malla' }),
    };
    await expect(setEntryProperties(ctx, ids[kind], properties)).rejects.toMatchObject({
      kind: 'invalid',
    });
  });
});

describe('a relation', () => {
  test('joins segments of two schemes, once whichever comes first, and is undone', async ({
    ctx,
  }) => {
    const a = await segment(ctx, await scheme(ctx), 'A');
    const b = await segment(ctx, await scheme(ctx), 'B');
    await joinEntries(ctx, { kind: 'segment', from: a, to: b, joined: true });
    await joinEntries(ctx, { kind: 'segment', from: b, to: a, joined: true });
    expect(await selectRelations(ctx)).toHaveLength(1);
    await joinEntries(ctx, { kind: 'segment', from: b, to: a, joined: false });
    expect(await selectRelations(ctx)).toEqual([]);
  });

  test('refuses segments of one scheme, phases of two, and what is of another kind', async ({
    ctx,
  }) => {
    const first = await scheme(ctx);
    const [a, b] = [await segment(ctx, first, 'A'), await segment(ctx, first, 'B')];
    const promise = await addEntry(ctx, { kind: 'promise', name: 'Lupaus' });
    const phase = async (kind: 'customer-phase' | 'standard-phase'): Promise<string> =>
      addEntry(ctx, {
        kind,
        name: 'Vaihe',
        parent: await addEntry(ctx, { kind: 'phase-scheme', name: 'Malli' }),
      });
    const [own, theirs] = [await phase('customer-phase'), await phase('standard-phase')];
    for (const [kind, from, to] of [
      ['segment', a, b],
      ['segment', a, a],
      ['phase', own, theirs],
      ['phase', theirs, own],
      ['promise', a, promise],
      ['promise', promise, promise],
    ] as const)
      await expect(joinEntries(ctx, { kind, from, to, joined: true })).rejects.toMatchObject({
        kind: 'invalid',
      });
    expect(await selectRelations(ctx)).toEqual([]);
  });
});
