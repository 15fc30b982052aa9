import { describe, expect } from 'vitest';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import { ensureDraft } from './edit-draft.ts';
import { getDraft } from './get-draft.ts';
import { confirmText, writeText } from './write-text.ts';

const test = withDatabase();

describe('texts', () => {
  const read = async (ctx: TestContext, path: string, language: 'fi' | 'sv') =>
    (await getDraft(ctx, path)).elements[0]!.texts['title']![language]!;

  test('a translation is stale after its original changed, until it is written again or confirmed', async ({
    ctx,
  }) => {
    const { path } = await buildFitPath(ctx);
    const before = await read(ctx, path, 'fi');
    await writeText(ctx, {
      path,
      anchor: 'polku',
      field: 'title',
      language: 'fi',
      text: 'Uusi nimi',
      expectedRevision: before.revision,
    });
    expect(await read(ctx, path, 'sv')).toMatchObject({ stale: true });
    await confirmText(ctx, { path, anchor: 'polku', field: 'title', language: 'sv' });
    expect(await read(ctx, path, 'sv')).toMatchObject({ stale: false, text: 'Polku sv' });
    expect(await read(ctx, path, 'fi')).toMatchObject({ stale: false });
  });

  test('staleness is kept through publication and the next draft', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    const { revision } = await read(ctx, path, 'fi');
    await writeText(ctx, {
      path,
      anchor: 'polku',
      field: 'title',
      language: 'fi',
      text: 'Uusi nimi',
      expectedRevision: revision,
    });
    await publishReviewed(ctx, path);
    await ensureDraft(ctx, path);
    expect(await read(ctx, path, 'sv')).toMatchObject({ stale: true });
  });

  test('a clash keeps both: the stored text stays and is given back beside the other', async ({
    ctx,
  }) => {
    const { path } = await buildFitPath(ctx);
    const { revision } = await read(ctx, path, 'fi');
    const place = {
      path,
      anchor: 'polku',
      field: 'title',
      language: 'fi' as const,
      expectedRevision: revision,
    };
    const first = await writeText(ctx, { ...place, text: 'Ensimmäinen' });
    expect(first).toMatchObject({ kind: 'written' });
    const second = await writeText(ctx, { ...place, text: 'Toinen' });
    expect(second).toEqual({
      kind: 'clash',
      current: { text: 'Ensimmäinen', revision: (first as { revision: number }).revision },
    });
    expect(await read(ctx, path, 'fi')).toMatchObject({ text: 'Ensimmäinen' });
    const over = await writeText(ctx, {
      ...place,
      text: 'Toinen',
      expectedRevision: (first as { revision: number }).revision,
    });
    expect(over).toMatchObject({ kind: 'written' });
  });

  test('the same text sent twice is written once', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    const { revision } = await read(ctx, path, 'fi');
    const form = {
      path,
      anchor: 'polku',
      field: 'title',
      language: 'fi' as const,
      expectedRevision: revision,
      text: 'Uusi',
    };
    expect(await writeText(ctx, form)).toEqual(await writeText(ctx, form));
  });

  test('an emptied text goes', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    await writeText(ctx, {
      path,
      anchor: step,
      field: 'cost',
      language: 'fi',
      text: 'Maksuton',
      expectedRevision: null,
    });
    const cost = async () =>
      (await getDraft(ctx, path)).elements.find(({ anchor }) => anchor === step)?.texts['cost'];
    const { revision } = (await cost())!.fi!;
    expect(
      await writeText(ctx, {
        path,
        anchor: step,
        field: 'cost',
        language: 'fi',
        text: '',
        expectedRevision: revision,
      }),
    ).toMatchObject({ kind: 'written', revision: null });
    expect(await cost()).toBeUndefined();
  });

  test.for([
    [
      'a field that the kind does not have',
      { anchor: 'polku', field: 'cost' },
      '/field',
      'not-an-option',
    ],
    [
      'a text that is too long',
      { anchor: 'polku', field: 'title', text: 'x'.repeat(85) },
      '/text',
      'too-big-text',
    ],
    [
      'a personal identity code',
      { anchor: 'polku', field: 'note', text: 'Kuten 131052-308T kertoi' },
      '/text',
      'identity-code',
    ],
    [
      'a personal identity code of the marks of 2023',
      { anchor: 'polku', field: 'note', text: '131052Y308t' },
      '/text',
      'identity-code',
    ],
  ] as const)('refuses %s', async ([, given, pointer, code], { ctx }) => {
    const { path } = await buildFitPath(ctx);
    const form = { text: 'teksti', language: 'fi' as const, expectedRevision: null, ...given };
    await expect(writeText(ctx, { ...form, path })).rejects.toMatchObject({
      kind: 'invalid',
      faults: [{ pointer, code }],
    });
  });
});
