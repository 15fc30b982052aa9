import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import { buildFitPath, publishReviewed, reviewDraft } from '#tests/support/path-builders.ts';
import { getDraft } from './get-draft.ts';
import { checkNewPathTable, checkPathTable, importPathTable } from './import-path-table.ts';
import { bring, OPTIONS, said } from './path-table-for-tests.ts';
import { checkDraft } from './publish-draft.ts';
import { readPathTable } from './read-path-table.ts';

const test = withDatabase();

describe('a file that is wrong', () => {
  test('is refused row by row with the reason, and the others are written', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    const rows = [
      ['x', '', '', '', 'Action', '', '', '', 'Ilman vaihetta'],
      ['', 'askel', '', '', '', '', '', '', 'Ilman vaihetta'],
      ['', 'Mikä', '', '', '', '', '', '', 'a'],
      ['', '', '', '', '', '', '', 'klingon', 'a'],
      [step, 'Vaihe', '', '', '', '', '', '', 'a'],
      ['', '', '', 'Alku', 'Action', '', '', '', 'x'.repeat(85)],
      ['', '', '', 'Alku', 'Muistiinpanot', '', '', '', 'y'.repeat(20_000)],
      ['', '', '', 'Alku', 'Professional', '', '', '', 'Ei askelta'],
      ['', '', '', 'Alku', 'Action', '', '', '', 'Hetu 131052-308T'],
      [step, '', '', '', '', '', 'hölynpöly', '', 'a'],
      ['', '', 'ei-ole', '', '', 'step', '', '', 'a'],
      ['', 'askel', 'polku', '', '', '', '', '', 'Väärän alla'],
      ['', 'kanava', step, '', '', '', '', '', 'Puhelin'],
      [step, '', '', '', '', '', 'cost', 'fi', '5 €'],
      [step, '', '', '', '', '', 'cost', 'fi', '6 €'],
      ['UUSI!', 'askel', '', 'Alku', '', '', '', '', 'Tunnus'],
      ['', '', '', 'Alku', '', '', '', '', '\u0000'],
      ['', '', '', '', '', '', '', '', 'Yksin'],
    ];
    const head = 'id,type,parent,phase,lane,label,field,language,text';
    const outcome = await bring(ctx, path, [head, ...rows.map((row) => row.join(','))].join('\n'));
    expect(said(outcome)).toEqual([
      '2: phase-missing',
      '3: phase-missing',
      '4: type-unknown',
      '5: language-unknown',
      '6: type-fixed',
      '7: text-too-long',
      '8: text-far-too-long',
      '9: step-missing',
      '10: identity-code',
      '11: field-unknown',
      '12: type-missing',
      '13: parent-kind',
      '14: channel-in-editor',
      '15: written step cost fi → 5 €',
      '16: text-doubled',
      '17: id-wrong',
      '18: text-wrong',
      '19: type-missing',
    ]);
    expect(outcome).toMatchObject({ rows: 18, accepted: 1, refused: 17, unchanged: 0 });
    expect(JSON.stringify(outcome)).not.toContain('131052');
    // What only refused rows name is not added.
    expect((await getDraft(ctx, path)).elements).toHaveLength(3);
  });

  test('a channel is refused in the column that names it', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    const outcome = await bring(ctx, path, 'Vaihe;Rivi;Teksti\nAlku;Kanava;Puhelin\n');
    expect(outcome.lines[0]?.refusals).toMatchObject([
      { code: 'channel-in-editor', column: 'Rivi' },
    ]);
  });

  test.for([
    ['', 'table-empty'],
    ['Vaihe;Rivi\nA;B\n', 'table-without-texts'],
    ['Teksti;Text\nA;B\n', 'table-column-doubled'],
    ['PK\u0003\u0004workbook', 'table-is-workbook'],
    [`Teksti\n"${'x'.repeat(200_000)}`, 'table-broken'],
    [`Teksti\n${'x\n'.repeat(20_001)}`, 'table-too-long'],
  ] as const)('is refused as a whole: %#', async ([text, code]) => {
    await expect(readPathTable(Buffer.from(text))).rejects.toMatchObject({ kind: 'invalid', code });
  });

  test('nothing is written when the path has changed since the check, and nothing at all by a check', async ({
    ctx,
  }) => {
    const { path, step } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    const table = await readPathTable(Buffer.from(`id,language,text\n${step},fi,Soita heti\n`));
    const { digest } = await checkPathTable(ctx, path, table, OPTIONS);
    expect((await getDraft(ctx, path)).status).toBe('published');
    await bring(ctx, path, `id,language,text\n${step},fi,Toisen teksti\n`);
    await expect(importPathTable(ctx, path, table, { ...OPTIONS, digest })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'path-changed',
    });
  });
});

test('what comes in voids an approval, and what changes nothing does not', async ({ ctx }) => {
  const { path, step } = await buildFitPath(ctx);
  await reviewDraft(ctx, path);
  expect(await checkDraft(ctx, path)).toEqual([]);
  await bring(ctx, path, `id,language,text\n${step},fi,Varaa aika\n`);
  const before = await checkDraft(ctx, path);
  const { refused } = await bring(ctx, path, `id,language,text\n${step},fi,Soita heti\n`);
  const after = await checkDraft(ctx, path);
  expect(refused).toBe(0);
  expect(before.filter(({ code }) => code === 'review-outdated')).toEqual([]);
  expect(after.map(({ code }) => code)).toContain('review-outdated');
});

test('H5: no spreadsheet takes long by its shape', { timeout: 60_000 }, async () => {
  const shape = fc.oneof(
    fc.uint8Array({ maxLength: 5_000 }),
    fc
      .tuple(
        fc.constantFrom(
          '"',
          ';',
          '\n',
          '-',
          '131052-',
          ' a',
          '""',
          "'",
          '=',
          '👩‍⚕️',
          '\u0301',
          '!;a',
        ),
        fc.integer({ min: 1, max: 5_000 }),
      )
      .map(([sign, count]) => Buffer.from(`Vaihe;Rivi;Teksti\nA;Toiminta;${sign.repeat(count)}`)),
    fc
      .integer({ min: 1, max: 2_000 })
      .map((count) => Buffer.from(`Vaihe;Rivi;Teksti\n${'A;Tunne;!!!\n'.repeat(count)}`)),
  );
  await fc.assert(
    fc.asyncProperty(shape, async (bytes) => {
      const began = performance.now();
      await readPathTable(bytes).then(
        (table) => checkNewPathTable(table, 'Polku', 'fi'),
        (error: { code?: string }) => expect(error.code).toMatch(/^table-/),
      );
      expect(performance.now() - began).toBeLessThan(1_000);
    }),
    { numRuns: 60 },
  );
});
