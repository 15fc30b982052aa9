import { describe, expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import { addEntry, retireEntry, setEntryProperties } from './edit-entries.ts';
import { listEntries } from './entry-store.ts';
import { ENTRY_KINDS, FIELDS } from './entry.ts';
import { getPublicHandbook, listTerms } from './public-handbook.ts';
import { readHandbook } from './read-handbook.ts';
import { takeSeed } from './take-seed.ts';
import { writeEntryText } from './write-entry-text.ts';

const test = withDatabase();

describe('the seed', () => {
  test('fills an empty handbook once, with nothing missing in any language of the county', async ({
    ctx,
  }) => {
    const made = await takeSeed(ctx);
    const { entries, languages, relations } = await readHandbook(ctx, ctx.root);
    expect(entries).toHaveLength(made);
    expect(new Set(entries.map(({ properties }) => properties.kind))).toEqual(new Set(ENTRY_KINDS));
    const missing = entries.flatMap(({ properties: { kind }, texts }) =>
      FIELDS[kind].flatMap(({ name, required }) =>
        required
          ? languages
              .filter((language) => !texts[name]?.[language])
              .map((language) => `${kind} ${texts['name']?.fi?.text} ${name} ${language}`)
          : [],
      ),
    );
    expect(missing).toEqual([]);
    expect(new Set(relations.map(({ kind }) => kind))).toEqual(
      new Set(['phase', 'segment', 'promise']),
    );
    const terms = entries.filter(({ properties }) => properties.kind === 'term');
    expect(terms.length).toBeGreaterThanOrEqual(25);
    expect(terms.filter(({ texts }) => !texts['definition']?.['fi-simple'])).toEqual([]);
    await expect(takeSeed(ctx)).rejects.toMatchObject({ code: 'handbook-not-empty' });
  });

  test('can be written by hand: each text fits its field', async ({ ctx }) => {
    await takeSeed(ctx);
    const tooLong = (await listEntries(ctx)).flatMap(({ properties: { kind }, texts }) =>
      FIELDS[kind].flatMap(({ name, maximum, easy }) =>
        Object.entries(texts[name] ?? {})
          .filter(
            ([variant, { text }]) => text.length > maximum || (variant.endsWith('simple') && !easy),
          )
          .map(([variant, { text }]) => `${kind}.${name}.${variant}: ${text}`),
      ),
    );
    expect(tooLong).toEqual([]);
  });
});

describe('the public', () => {
  test('reads promises that are public and in force, and nothing that is out of use', async ({
    ctx,
  }) => {
    await takeSeed(ctx);
    const shown = async (): Promise<number> => (await getPublicHandbook(ctx, 'fi')).promises.length;
    expect(await shown()).toBe(0);
    const [first, second, third, fourth] = (await listEntries(ctx, { kinds: ['promise'] })).map(
      ({ id }) => id,
    );
    await setEntryProperties(ctx, first!, {
      public: true,
      validFrom: '2026-11-18',
      validTo: '2026-11-18',
    });
    await setEntryProperties(ctx, second!, { public: true, validFrom: '2026-11-19' });
    await setEntryProperties(ctx, third!, { public: true, validTo: '2026-11-17' });
    await setEntryProperties(ctx, fourth!, { public: true });
    expect(await shown()).toBe(2);
    await retireEntry(ctx, fourth!, true);
    expect(await shown()).toBe(1);
    expect((await getPublicHandbook(ctx, 'sv')).promises[0]).toMatchObject({
      needs: ['Sakkunskap'],
    });
  });

  test('refuses a promise that ends before it begins', async ({ ctx }) => {
    const id = await addEntry(ctx, { kind: 'promise', name: 'Lupaus' });
    await expect(
      setEntryProperties(ctx, id, { validFrom: '2026-02-01', validTo: '2026-01-31' }),
    ).rejects.toMatchObject({ faults: [{ pointer: '/validTo', code: 'ends-before-start' }] });
  });

  test('reads words by the alphabet of the language, easy ones where they are written', async ({
    ctx,
  }) => {
    await takeSeed(ctx);
    const plain = await listTerms(ctx, 'fi');
    expect(plain.map(({ name }) => name)).toEqual(
      plain.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'fi')),
    );
    expect(plain.find(({ name }) => name === 'lähete')?.forms).toContain('lähetteen');
    const easy = (await listTerms(ctx, 'fi-simple')).find(({ name }) => name === 'lähete');
    expect(easy?.definition).toMatch(/^Lääkärin kirje\./);
    expect(new Set(plain.map(({ anchor }) => anchor)).size).toBe(plain.length);
  });

  test('gets different places for words that are written alike', async ({ ctx }) => {
    for (const name of ['Lähete', 'lähete']) {
      const id = await addEntry(ctx, { kind: 'term', name });
      await writeEntryText(ctx, id, {
        field: 'definition',
        variant: 'fi',
        text: 'Kirje.',
        expectedRevision: null,
      });
    }
    const places = (await listTerms(ctx, 'fi')).map(({ anchor }) => anchor);
    expect(places.toSorted()).toEqual(['lahete', 'lahete-2']);
    expect(await listTerms(ctx, 'sv')).toEqual([]);
  });
});
