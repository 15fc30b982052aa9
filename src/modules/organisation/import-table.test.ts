import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect } from 'vitest';
import { buildActor, buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { exportTable } from './export-table.ts';
import { checkTable, importTable } from './import-table.ts';
import { closeNode } from './move-node.ts';
import { readTable } from './read-table.ts';
import {
  bringIn,
  bringInTree,
  changesOf,
  check,
  codeOfRoot,
  file,
  refusalsOf,
  shapeOf,
} from './table-for-tests.ts';
import { findNodes, listNodes } from './tree.ts';

const test = withDatabase();

test('a tree comes in whatever the order of its rows, and comes in once however often it is brought', async ({
  ctx,
}) => {
  await bringInTree(ctx);
  const tree = await shapeOf(ctx);
  expect(tree['U2']).toEqual({
    parent: 'S1',
    kind: 'unit',
    name: { fi: 'Yksikkö 2' },
    oid: '1.2.246.10.1.10.2',
    sensitive: true,
    closed: false,
    successor: undefined,
  });
  const again = Buffer.from(await exportTable(ctx, 'sv'));
  expect(await bringIn(ctx, again)).toMatchObject({
    rows: 6,
    accepted: 6,
    unchanged: 6,
    lines: [],
  });
  expect(await shapeOf(ctx)).toEqual(tree);
});

test('a check says the same as the import and writes nothing', async ({ ctx }) => {
  await bringInTree(ctx);
  const before = await shapeOf(ctx);
  const bytes = file(
    'U1;S2;yksikkö;Yksikkö 1;Enhet 1;Unit 1;1.2.246.10.1.10.1;ei;ei;',
    'U2;S1;yksikkö;Uusi nimi;;;1.2.246.10.1.10.2;kyllä;kyllä;U1',
    'U3;S2;yksikkö;Yksikkö 3;;;;;;',
  );
  const checked = await check(ctx, bytes);
  expect(changesOf(checked)).toEqual({ U1: ['moved'], U2: ['renamed', 'merged'], U3: ['added'] });
  expect(checked.absent).toBe(4);
  expect(await shapeOf(ctx)).toEqual(before);
  expect(await bringIn(ctx, bytes)).toEqual(checked);
  expect(await shapeOf(ctx)).toMatchObject({
    U1: { parent: 'S2' },
    U2: { closed: true, successor: 'U1', name: { fi: 'Uusi nimi' } },
    U3: { parent: 'S2' },
  });
});

test('a tree that grows too deep is refused where it does', async ({ ctx }) => {
  const root = await codeOfRoot(ctx);
  const rows = Array.from(
    { length: 14 },
    (_, index) => `D${index};${index === 0 ? root : `D${index - 1}`};toimialue;T;;;;;;`,
  );
  const outcome = await bringIn(ctx, file(...rows));
  expect(outcome.refused).toBeGreaterThan(0);
  expect(Object.keys(await shapeOf(ctx)).length).toBeLessThanOrEqual(13);
});

test('OIDs may change hands within a file', async ({ ctx }) => {
  await bringInTree(ctx);
  await bringIn(
    ctx,
    file(
      'U1;S1;yksikkö;Yksikkö 1;;;1.2.246.10.1.10.2;;;',
      'U2;S1;yksikkö;Yksikkö 2;;;1.2.246.10.1.10.1;;;',
    ),
  );
  expect(await shapeOf(ctx)).toMatchObject({
    U1: { oid: '1.2.246.10.1.10.2' },
    U2: { oid: '1.2.246.10.1.10.1' },
  });
});

test('a column that the file does not have is left as it is', async ({ ctx }) => {
  await bringInTree(ctx);
  const before = await shapeOf(ctx);
  const outcome = await bringIn(
    ctx,
    Buffer.from('kod,namn på finska,egen kolumn\nU2,Toinen nimi,x\n'),
  );
  expect(outcome.ignored).toEqual(['egen kolumn']);
  expect(await shapeOf(ctx)).toEqual({
    ...before,
    U2: { ...before['U2'], name: { fi: 'Toinen nimi' } },
  });
});

test('whoever went on in a unit that is merged goes on in its successor, and the file may say so or not', async ({
  ctx,
}) => {
  await bringInTree(ctx);
  const ids = new Map((await listNodes(ctx)).map(({ code, id }) => [code, id]));
  await closeNode(ctx, ids.get('U2')!, { closed: true, successor: ids.get('U1')! });
  const before = Buffer.from(await exportTable(ctx, 'fi'));
  await bringIn(
    ctx,
    file(
      'U3;S1;yksikkö;Yksikkö 3;;;;;;',
      'U1;S1;yksikkö;Yksikkö 1;Enhet 1;Unit 1;1.2.246.10.1.10.1;ei;kyllä;U3',
    ),
  );
  expect(await shapeOf(ctx)).toMatchObject({ U1: { successor: 'U3' }, U2: { successor: 'U3' } });
  // The older file opens U1 again, as it says; U2 follows it.
  expect(changesOf(await check(ctx, before))).toEqual({ U1: ['reopened'], U2: ['merged'] });
});

test('what was checked is what is written: after another change the digest is refused', async ({
  ctx,
}) => {
  await bringInTree(ctx);
  const table = await readTable(file('U9;S1;yksikkö;Yksikkö 9;;;;;;'));
  const { digest } = await checkTable(ctx, table, 'fi');
  await bringIn(ctx, file('U9;S2;yksikkö;Yksikkö 9;;;;;;'));
  await expect(importTable(ctx, table, { language: 'fi', digest })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'table-changed',
  });
});

test('an administrator of a part changes nothing outside, takes nothing in and moves nothing out', async ({
  ctx,
}) => {
  await bringInTree(ctx);
  const ids = new Map((await listNodes(ctx)).map(({ code, id }) => [code, id]));
  const actor = await buildActor(ctx, 'administrator', ids.get('S1'));
  const part = ctx.as({ actor });
  const outcome = await bringIn(
    part,
    file(
      'U1;S2;yksikkö;Yksikkö 1;Enhet 1;Unit 1;1.2.246.10.1.10.1;ei;ei;',
      'U2;S1;yksikkö;Oma nimi;;;1.2.246.10.1.10.2;kyllä;ei;',
      'U8;S2;yksikkö;Muualle;;;;;;',
      'U9;S1;yksikkö;Omiin;;;;;;',
      'S1;S2;palvelu;Palvelu 1;;;;;;',
      'S2;D;palvelu;Toisten nimi;;;;;;',
      `D;${await codeOfRoot(ctx)};toimialue;Toimiala;;;;;;`,
    ),
  );
  expect(refusalsOf(outcome)).toEqual({
    U1: 'outside',
    U8: 'outside',
    S1: 'outside',
    S2: 'outside',
  });
  expect(changesOf(outcome)).toEqual({ U2: ['renamed'], U9: ['added'] });
  const lines = (await exportTable(part, 'fi')).trim().split('\r\n');
  expect(lines.map((line) => line.split(';')[0]).slice(1)).toEqual(['S1', 'U1', 'U2', 'U9']);
});

test('every changed node is in the audit log, and the pages are told once', async ({ ctx }) => {
  await bringInTree(ctx);
  const rows = await ctx.db
    .selectFrom('audit_entry')
    .select('action')
    .where('county_id', '=', ctx.county)
    .execute();
  const actions = rows.map(({ action }) => action as string).toSorted();
  expect(actions).toEqual([
    ...Array.from({ length: 5 }, () => 'organisation.importNode'),
    'organisation.importTree',
  ]);
  expect(ctx.events.filter(({ name }) => name === 'organisation.nodeChanged')).toHaveLength(1);
});

test('another county’s tree with the same codes is not touched', async ({ ctx, other }) => {
  await bringInTree(other);
  const before = await shapeOf(other);
  await bringInTree(ctx);
  await bringIn(ctx, file('U1;S2;yksikkö;Toinen;;;;;kyllä;'));
  expect(await shapeOf(other)).toEqual(before);
});

test('H2: whatever names are, no cell begins a formula, and they come back as they were', async ({
  ctx,
}) => {
  const unit = await buildNode(ctx);
  const start = fc.constantFrom('=', '+', '-', '@', "'=", "''+", '＝', '"', ';', ',', '-5', 'ä');
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('fi', 'en'),
      async (prefix, rest, language) => {
        const name = `${prefix}${rest}x`
          .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
          .normalize('NFC')
          .trim();
        await ctx.db
          .updateTable('node_name')
          .set({ name })
          .where('node_id', '=', unit.id)
          .execute();
        const text = await exportTable(ctx, language as 'fi');
        const cells = parse(text, { bom: true, delimiter: language === 'en' ? ',' : ';' }).flat();
        expect(cells.filter((cell) => /^[=+@＝]/.test(cell))).toEqual([]);
        const outcome = await check(ctx, Buffer.from(text));
        expect(outcome, JSON.stringify(outcome.lines)).toMatchObject({ refused: 0, lines: [] });
        expect((await findNodes(ctx, [unit.id]))[0]!.name.fi).toBe(name);
      },
    ),
    { numRuns: 100 },
  );
});
