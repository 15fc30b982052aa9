import { describe, expect } from 'vitest';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import type { Entry } from './contract.ts';
import { addEntry, moveEntry, retireEntry, setEntryProperties } from './edit-entries.ts';
import { listEntries } from './entry-store.ts';
import { confirmEntryText, writeEntryText } from './write-entry-text.ts';

const test = withDatabase();

const entryOf = async (ctx: TestContext, id: string): Promise<Entry> =>
  (await listEntries(ctx)).find((entry) => entry.id === id)!;

const scheme = (ctx: TestContext): Promise<string> =>
  addEntry(ctx, { kind: 'segmentation-scheme', name: 'Tarpeet' });

const segment = (ctx: TestContext, parent: string, name: string): Promise<string> =>
  addEntry(ctx, { kind: 'segment', parent, name });

describe('an entry', () => {
  test('is added last among its kind, moved, and stands below what it belongs to', async ({
    ctx,
  }) => {
    const parent = await scheme(ctx);
    const [a, b, c] = [
      await segment(ctx, parent, 'A'),
      await segment(ctx, parent, 'B'),
      await segment(ctx, parent, 'C'),
    ];
    await moveEntry(ctx, c, 0);
    expect((await listEntries(ctx)).map(({ id }) => id)).toEqual([parent, c, a, b]);
  });

  test.for([
    ['a segment without its scheme', { kind: 'segment', name: 'A' }, '/parent', 'missing'],
    ['an empty name', { kind: 'term', name: ' ' }, '/name', 'missing'],
    [
      'a name that is too long',
      { kind: 'cornerstone', name: 'x'.repeat(85) },
      '/name',
      'too-big-text',
    ],
    ['a personal identity code', { kind: 'term', name: '010101-123N' }, '/name', 'identity-code'],
  ] as const)('refuses %s', async ([, form, pointer, code], { ctx }) => {
    await expect(addEntry(ctx, form)).rejects.toMatchObject({ faults: [{ pointer, code }] });
  });

  test('refuses to hang on what it does not belong to', async ({ ctx }) => {
    const parent = await scheme(ctx);
    await expect(addEntry(ctx, { kind: 'profile', parent, name: 'Liisa' })).rejects.toMatchObject({
      faults: [{ pointer: '/kind', code: 'not-below-that' }],
    });
    await expect(addEntry(ctx, { kind: 'term', parent, name: 'Lähete' })).rejects.toMatchObject({
      faults: [{ pointer: '/parent', code: 'not-below-that' }],
    });
  });

  test('is each county’s own', async ({ ctx, other }) => {
    const id = await addEntry(ctx, { kind: 'cornerstone', name: 'Kohtaaminen' });
    expect(await listEntries(other)).toEqual([]);
    for (const attempt of [
      setEntryProperties(other, id, {}),
      moveEntry(other, id, 0),
      retireEntry(other, id, true),
      writeEntryText(other, id, {
        field: 'name',
        variant: 'sv',
        text: 'x',
        expectedRevision: null,
      }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'entry-not-found' });
  });
});

describe('a text', () => {
  const write = (
    ctx: TestContext,
    id: string,
    variant: 'fi' | 'sv' | 'fi-simple',
    text: string,
    expectedRevision: number | null,
    field = 'name',
  ) => writeEntryText(ctx, id, { field, variant, text, expectedRevision });

  test('that was written meanwhile is not overwritten; theirs comes back', async ({ ctx }) => {
    const id = await addEntry(ctx, { kind: 'cornerstone', name: 'Kohtaaminen' });
    expect(await write(ctx, id, 'fi', 'Inhimillinen kohtaaminen', 1)).toMatchObject({
      kind: 'written',
      revision: 2,
    });
    expect(await write(ctx, id, 'fi', 'Hyvä kohtaaminen', 1)).toEqual({
      kind: 'clash',
      current: { text: 'Inhimillinen kohtaaminen', revision: 2 },
    });
  });

  test('is stale when what it was made from changes, and fresh again when confirmed', async ({
    ctx,
  }) => {
    const id = await addEntry(ctx, { kind: 'cornerstone', name: 'Kohtaaminen' });
    await write(ctx, id, 'sv', 'Bemötande', null);
    await write(ctx, id, 'fi-simple', 'Sinut kohdataan', null);
    const stale = async (): Promise<(boolean | undefined)[]> => {
      const said = (await entryOf(ctx, id)).texts['name'];
      return [said?.sv?.stale, said?.['fi-simple']?.stale];
    };
    expect(await stale()).toEqual([false, false]);
    await write(ctx, id, 'fi', 'Kohtaaminen ihmisenä', 1);
    expect(await stale()).toEqual([true, true]);
    await confirmEntryText(ctx, { entry: id, field: 'name', variant: 'sv' });
    expect(await stale()).toEqual([false, true]);
  });

  test('that is emptied goes, but the entry keeps its Finnish name', async ({ ctx }) => {
    const id = await addEntry(ctx, { kind: 'cornerstone', name: 'Kohtaaminen' });
    await write(ctx, id, 'sv', 'Bemötande', null);
    expect(await write(ctx, id, 'sv', '', 2)).toMatchObject({ kind: 'written', revision: null });
    await expect(write(ctx, id, 'fi', ' ', 1)).rejects.toMatchObject({
      faults: [{ pointer: '/text', code: 'missing' }],
    });
  });

  test.for([
    ['of a field that its kind lacks', 'motto', 'fi', 'x', '/field', 'not-an-option'],
    [
      'in easy language where nobody reads it',
      'employee',
      'fi-simple',
      'x',
      '/variant',
      'not-an-option',
    ],
    ['that is too long', 'name', 'sv', 'x'.repeat(85), '/text', 'too-big-text'],
    [
      'with a personal identity code',
      'customer',
      'fi',
      'Kalle 010101-123N',
      '/text',
      'identity-code',
    ],
  ] as const)('is refused %s', async ([, field, variant, text, pointer, code], { ctx }) => {
    const id = await addEntry(ctx, { kind: 'cornerstone', name: 'Kohtaaminen' });
    await expect(write(ctx, id, variant, text, null, field)).rejects.toMatchObject({
      faults: [{ pointer, code }],
    });
  });
});
