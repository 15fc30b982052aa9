import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCounty } from '#main/county.ts';
import {
  beginSnapshot,
  copyDifference,
  differing,
  fillTables,
  inTransaction,
  listTables,
  openSession,
  readRows,
  setSeal,
  takeFingerprints,
  writeRows,
} from '#platform/database-copy/index.ts';
import { newId } from '#platform/ids.ts';
import { ask } from '#tests/support/busy-county.ts';
import { cloneDatabase, emptyDatabase } from '#tests/support/database.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { moveCounty } from './move-county.ts';

const root = join(import.meta.dirname, '../../..');
const start = (url: string): Promise<string> =>
  openCounty(url, root, { mode: 'production' }, () => undefined);

let county: TestProcess;
let empty: Awaited<ReturnType<typeof cloneDatabase>>;

beforeEach(async () => {
  // Its tables stand already, which takes a second to make; no county is in them.
  [county, empty] = await Promise.all([startProcess(), cloneDatabase()]);
});
afterEach(async () => {
  await county.stop();
  await empty.drop();
});

const namesOf = async (url: string): Promise<string[]> =>
  (await ask<{ name: string }>(url, 'select name from node_name order by name')).map(
    ({ name }) => name,
  );

test('the new database starts, the old one refuses to start, to be written and to be moved again', async () => {
  expect(await moveCounty(county.url, empty.url, root)).toMatchObject({ how: 'moved' });
  expect(await start(empty.url)).toBe(county.county);
  await expect(start(county.url)).rejects.toThrow(/^This county moved to .* Set DATABASE_URL/);
  await expect(county.addUnit()).rejects.toThrow('moved to another database');
  await expect(ask(county.url, 'truncate node cascade')).rejects.toThrow('moved to another');
  expect(await namesOf(county.url)).toEqual(await namesOf(empty.url));
  await expect(moveCounty(county.url, empty.url, root)).rejects.toThrow(/moved to .* already/);
});

test('a move that ended before the switch is begun anew, over the sealed copy that nothing starts on', async () => {
  await moveCounty(county.url, empty.url, root);
  await ask(county.url, 'drop schema polku_move cascade');
  await seal(empty.url, 'arriving', newId());
  await expect(start(empty.url)).rejects.toThrow(/is not whole yet/);
  await county.addUnit();
  expect(await moveCounty(county.url, empty.url, root)).toMatchObject({ how: 'moved' });
  expect(await namesOf(empty.url)).toEqual(await namesOf(county.url));
  expect(await start(empty.url)).toBe(county.county);
});

test('a move that ended after the switch only takes the seal off', async () => {
  await moveCounty(county.url, empty.url, root);
  const [left] = await ask<{ id: string }>(county.url, 'select id from polku_move.seal');
  await seal(empty.url, 'arriving', left!.id);
  expect(await moveCounty(county.url, empty.url, root)).toMatchObject({ how: 'finished' });
  expect(await start(empty.url)).toBe(county.county);
});

test('a database that holds a county or anything else is refused, and the old one goes on', async () => {
  const other = await startProcess();
  try {
    await expect(moveCounty(county.url, other.url, root)).rejects.toThrow(/a county in this/);
    await seal(other.url, 'arriving', newId());
    await expect(moveCounty(county.url, other.url, root)).rejects.toThrow(/Another county/);
  } finally {
    await other.stop();
  }
  const ledger = await emptyDatabase();
  await ask(ledger.url, 'create table ledger (n int)');
  await expect(moveCounty(county.url, ledger.url, root)).rejects.toThrow(/“ledger”/);
  await ledger.drop();
  await county.addUnit();
  expect(await start(county.url)).toBe(county.county);
});

test('rows written, changed and removed since the snapshot are brought, also where unique values change places', async () => {
  const clone = await cloneDatabase();
  const [source, target, elsewhere] = [
    await openSession(county.url, 'test'),
    await openSession(clone.url, 'test'),
    await openSession(empty.url, 'test'),
  ];
  try {
    // Somebody else on the server works for long: what was written since is taken for younger than the snapshot.
    await elsewhere.query('begin');
    await elsewhere.query('select pg_current_xact_id()');
    await ask(county.url, 'update county set code = code');
    const [a, b, c] = [await county.addUnit(), await county.addUnit(), await county.addUnit()];
    const tables = (await listTables(source)).filter(
      ({ name }) => name === 'node' || name === 'county',
    );
    await inTransaction(target, () =>
      fillTables(target, tables, async () => {
        const since = await beginSnapshot(source);
        for (const { name } of tables)
          await writeRows(target, name, readRows(source, `select * from ${name}`));
        await source.query('commit');
        await county.addUnit();
        const code = 'update node set code = $1 where id = $2';
        // One value passes through another, which only ends up free.
        for (const [value, id] of [
          ['X', a],
          ['P1', b],
          ['P2', a],
        ])
          await ask(county.url, code, [value, id]);
        for (const table of ['node_name', 'node_ancestor'])
          await ask(county.url, `delete from ${table} where node_id = $1`, [c]);
        await ask(county.url, 'delete from node where id = $1', [c]);
        for (const table of tables) await copyDifference(source, target, table, since);
      }),
    );
    const here = await takeFingerprints(target, tables);
    expect(differing(await takeFingerprints(source, tables), here)).toEqual([]);
    expect(here.find(({ table }) => table === 'node')!.rows).toBe(4);
  } finally {
    await Promise.all([source.end(), target.end(), elsewhere.end()]);
    await clone.drop();
  }
});

async function seal(url: string, state: 'arriving' | 'moved', id: string): Promise<void> {
  const client = await openSession(url, 'test');
  await inTransaction(client, () => setSeal(client, { id, state, place: 'elsewhere' }));
  await client.end();
}
