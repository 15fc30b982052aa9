import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { ask } from '#tests/support/busy-county.ts';
import { runCommand } from '#tests/support/command.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { BackupFile } from './backup-file.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const root = join(import.meta.dirname, '../../..');
const ODD = 'tab\there, "quotes", \\N, \\. and\n\\.\nnew lines ä 𝄞';

let county: TestProcess;
let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let whole: Buffer;
const job = newId();

beforeAll(async () => {
  county = await startProcess();
  empty = await emptyDatabase();
  await county.addUnit();
  const { account } = await county.signIn('administrator');
  await ask(county.url, 'update account set name = $1 where id = $2', [ODD, account]);
  await ask(
    county.url,
    `insert into pgboss.job (id, name, data, start_after) values ($1, 'rollUpUnitDays', $2, now() + interval '1 day')`,
    [job, JSON.stringify({ odd: ODD })],
  );
  whole = await backUp(county.url);
});
afterAll(async () => {
  await county.stop();
  await empty.drop();
});

async function backUp(url: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  const output = new Writable({
    write(part: Buffer, _, done) {
      parts.push(part);
      done();
    },
  });
  await writeBackup(url, output);
  return Buffer.concat(parts);
}

async function restore(bytes: Buffer, url = empty.url): Promise<void> {
  const file = new BackupFile(Readable.from([bytes]));
  await restoreBackup(url, root, file, await file.manifest());
}

const counties = async (): Promise<number> => {
  const [there] = await ask<{ is: boolean }>(
    empty.url,
    `select to_regclass('public.county') is not null as is`,
  );
  if (!there!.is) return 0;
  return (await ask(empty.url, 'select from county')).length;
};

const changed = (from: string | RegExp, to: string): Buffer => {
  const text = gunzipSync(whole).toString('utf8');
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  return gzipSync(other);
};

test.each([
  ['that was cut', () => whole.subarray(0, whole.length - 2_000), /damaged|too early/],
  [
    'with a flipped byte',
    () => {
      const other = Buffer.from(whole);
      other[Math.floor(other.length / 2)]! ^= 0xff;
      return other;
    },
    /damaged|manifest|syntax|expected|checksum/,
  ],
  ['with a changed row', () => changed('Yksikkö 1', 'Yksikkö 9'), /Different: node_name/],
  ['with a removed row', () => changed(/\n[^\n]*Yksikkö 1\n/, '\n'), /Different: node_name/],
  ['that goes on after its end', () => Buffer.concat([whole, gzipSync('x')]), /after its end/],
  ['of a newer version', () => changed('0010-platform.sql', '9999-later.sql'), /newer version/],
  ['of another form', () => changed('"format":1', '"format":2'), /does not know/],
  ['that is none', () => gzipSync('hello\n'), /not a backup/],
  ['that is not even packed', () => Buffer.from('hello\n'), /damaged or no backup/],
])('a backup %s restores nothing, and says why', async (_, make, why) => {
  await expect(restore(make())).rejects.toThrow(why);
  expect(await counties()).toBe(0);
});

test('a whole one brings everything, and only into an empty database', async () => {
  await restore(whole);
  const names = await ask<{ name: string }>(empty.url, 'select name from account');
  expect(names).toEqual([{ name: ODD }]);
  const jobs = await ask(empty.url, 'select id, data from pgboss.job');
  expect(jobs).toEqual([{ id: job, data: { odd: ODD } }]);
  expect(await ask(empty.url, 'select * from session')).toEqual([]);
  // What guards the rows stands again: keys between tables, and triggers.
  const guards = `select conname::text as name from pg_constraint where connamespace = 'public'::regnamespace and convalidated
    union all select tgname || tgenabled::text from pg_trigger where not tgisinternal order by 1`;
  expect(await ask(empty.url, guards)).toEqual(await ask(county.url, guards));
  await expect(restore(whole)).rejects.toThrow(/There is a county in this database already/);
  expect(await backUp(empty.url).then((bytes) => rowsOf(bytes))).toEqual(rowsOf(whole));
});

/** The rows of a backup without its first line, in any order: they lie as they were written. */
const rowsOf = (bytes: Buffer): string[] =>
  gunzipSync(bytes).toString('utf8').split('\n').slice(1).toSorted();

test(
  'the commands refuse what they cannot do in one sentence each',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polku-backup-'));
    try {
      const file = join(folder, 'there');
      await writeFile(file, 'hello');
      const env = { DATABASE_URL: county.url };
      const over = await runCommand(['backup', '--to', file], env);
      expect(over).toMatchObject({ code: 1, text: expect.stringContaining('is there already') });
      expect(await readFile(file, 'utf8')).toBe('hello');
      const dataDir = join(folder, 'data');
      const none = await runCommand(['restore', '--from', file], { DATA_DIR: dataDir });
      expect(none).toMatchObject({ code: 1, text: expect.stringMatching(/damaged or no backup/) });
      // Not even a folder was made for it.
      expect(existsSync(dataDir)).toBe(false);
      const unsaid = await runCommand(['move', '--to', 'mysql://x'], env);
      expect(unsaid).toMatchObject({ code: 2, text: expect.stringMatching(/--to postgres:/) });
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
