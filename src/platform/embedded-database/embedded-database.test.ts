import { times } from '#tests/faults/size.ts';
import { chmod, chown, mkdir, readFile, readdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isHeld, resolveDataDir } from './index.ts';
import { copyStopped, end, Holders, processesOf, query, temporaryFolder } from './rig-for-tests.ts';

const racers = times(20, 4);
const asRoot = process.getuid?.() === 0;

let seedBase: string;
let base: string;
let dir: string;
let holders: Holders;

// A first start takes two seconds, so most tests begin with a copy of one that was stopped.
beforeAll(async () => {
  seedBase = await temporaryFolder();
  const first = new Holders(join(seedBase, 'data'));
  await end((await first.opened()).child, 'SIGTERM');
}, 60_000);

afterAll(() => rm(seedBase, { recursive: true, force: true }));

beforeEach(async () => {
  base = await temporaryFolder();
  useFolder(join(base, 'data'));
});

afterEach(async () => {
  await holders.endAll();
  await rm(base, { recursive: true, force: true });
}, 30_000);

function useFolder(folder: string): void {
  dir = folder;
  holders = new Holders(folder);
}

function seed(): Promise<void> {
  return copyStopped(join(seedBase, 'data'), dir);
}

describe('opening', () => {
  test('makes a Finnish UTF-8 database with checksums that no network reaches', async () => {
    const { url, adopted } = await holders.opened();
    expect(adopted).toBe(false);
    const [facts] = await query(
      url,
      `select current_database() as name, current_user as "user", datlocale as locale,
              pg_encoding_to_char(encoding) as encoding, current_setting('data_checksums') as checksums,
              current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync
         from pg_database where datname = current_database()`,
    );
    expect(facts).toEqual({
      name: 'polku',
      user: 'polku',
      locale: 'fi',
      encoding: 'UTF8',
      checksums: 'on',
      addresses: '',
      fsync: 'on',
    });
  }, 30_000);

  test('keeps what was stored, and stopping leaves no process', async () => {
    await seed();
    const first = await holders.opened();
    await query(first.url, 'create table kept as select 42 as answer');
    const server = await holders.postmaster();
    await end(first.child, 'SIGTERM');
    expect(await holders.postmaster()).toBeUndefined();
    expect(await processesOf(server!.pid)).toEqual([]);

    const second = await holders.opened();
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  }, 30_000);

  test('works in a path too long for a socket', async () => {
    useFolder(join(base, 'päivä ja yö, '.repeat(12), 'data'));
    const { url, child } = await holders.opened();
    expect(url).toContain('host=%2Ftmp%2Fpolku-');
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const socketDir = (await holders.postmaster())!.socketDir;
    await end(child, 'SIGTERM');
    await rm(socketDir, { recursive: true });
  }, 30_000);

  test('writes no stored value into the log', async () => {
    await seed();
    const { url } = await holders.opened();
    await query(url, 'create table person (phone text primary key)');
    await query(url, "insert into person values ('0401234567')");
    await expect(query(url, "insert into person values ('0401234567')")).rejects.toThrow(
      'duplicate key',
    );
    const log = await readFile(join(dir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('0401234567');
  }, 30_000);
});

describe('a second process', () => {
  test('is refused with a sentence that names the first', async () => {
    await seed();
    const first = await holders.opened();
    const { name, message } = await holders.refused();
    expect(name).toBe('AlreadyHeldError');
    expect(message).toBe(
      `Another Polku (process ${first.child.pid}) already uses ${dir} (it runs test open). ` +
        'Stop it first or set DATA_DIR.',
    );
  }, 30_000);

  test(`A6: loses the race: of ${racers} starts exactly one wins`, async () => {
    const starts = Array.from({ length: racers }, () => holders.launch());
    const outcomes = await Promise.all(starts.map((start) => start.outcome));
    const winner = outcomes.findIndex(({ outcome }) => outcome === 'open');
    const losers = outcomes.filter((outcome) => outcome.outcome === 'refused');
    expect(losers).toHaveLength(racers - 1);
    for (const { message } of losers) {
      expect(message).toContain(`(process ${starts[winner]!.child.pid})`);
    }
  }, 120_000);
});

describe('after kill -9', () => {
  test('A6: of the holder alone, the next start adopts its server', async () => {
    await seed();
    const first = await holders.opened();
    await query(first.url, 'create table kept as select 42 as answer');
    const server = await holders.postmaster();
    await end(first.child, 'SIGKILL');

    const second = await holders.opened();
    expect(second.adopted).toBe(true);
    expect((await holders.postmaster())?.pid).toBe(server?.pid);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await end(second.child, 'SIGTERM');
    expect(await holders.postmaster()).toBeUndefined();
  }, 30_000);

  test('of holder and server, the next start recovers', async () => {
    await seed();
    const first = await holders.opened();
    await query(first.url, 'create table kept as select 42 as answer');
    process.kill((await holders.postmaster())!.pid, 'SIGKILL');
    await end(first.child, 'SIGKILL');

    const second = await holders.opened();
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  }, 30_000);

  test('of the server alone, its holder starts it again and still holds it', async () => {
    await seed();
    const first = await holders.opened();
    const killed = (await holders.postmaster())!.pid;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => isHeld(dir), { timeout: 12_000, interval: 100 }).toBe(true);
    expect((await holders.postmaster())?.pid).not.toBe(killed);
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await holders.refused()).message).toContain(`(process ${first.child.pid})`);
  }, 30_000);
});

describe('a command', () => {
  test('joins a running holder and leaves it running', async () => {
    await seed();
    const holder = await holders.opened();
    const command = await holders.opened('join');
    expect(command.url).toBe(holder.url);
    await end(command.child, 'SIGTERM');
    expect(await isHeld(dir)).toBe(true);
    expect(await query(holder.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 30_000);

  test('starts the server when nobody has, and stops it only after its guests', async () => {
    await seed();
    const first = await holders.opened('join');
    const second = await holders.opened('join');
    first.child.kill('SIGTERM');
    await new Promise((done) => setTimeout(done, 300));
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await end(second.child, 'SIGTERM');
    await end(first.child, 'SIGTERM');
    expect(await holders.postmaster()).toBeUndefined();
  }, 30_000);

  test('leaves a server that it found abandoned as it found it', async () => {
    await seed();
    const crashed = await holders.opened();
    await end(crashed.child, 'SIGKILL');
    const command = await holders.opened('join');
    expect(command.adopted).toBe(true);
    await end(command.child, 'SIGTERM');
    expect(await holders.postmaster()).toBeDefined();
    expect(await isHeld(dir)).toBe(false);
  }, 30_000);
});

describe('damaged data', () => {
  test("is neither started nor replaced, and the refusal shows the server's words", async () => {
    await seed();
    const first = await holders.opened();
    await end(first.child, 'SIGTERM');
    await truncate(join(dir, 'postgres/global/pg_control'), 100);
    const { message } = await holders.refused();
    expect(message).toContain('pg_control');
    expect(message).toContain('docs/operations.md');
  }, 30_000);

  test('that only shows when a connection is made is refused too, and its server stopped', async () => {
    await seed();
    await truncate(join(dir, 'postgres/base/5/pg_filenode.map'), 0);
    const { message } = await holders.refused();
    expect(message).toContain('pg_filenode.map');
    expect(message).toContain('docs/operations.md');
    expect(await holders.postmaster()).toBeUndefined();
  }, 30_000);

  test('a folder that holds something else is not initialised', async () => {
    await mkdir(join(dir, 'postgres/base'), { recursive: true });
    const { message } = await holders.refused();
    expect(message).toContain('docs/operations.md');
    expect(await readdir(join(dir, 'postgres'))).toEqual(['base']);
  }, 30_000);
});

describe.runIf(asRoot)('as root', () => {
  test('refuses a DATA_DIR in a closed place', async () => {
    await chmod(base, 0o700);
    const { message } = await holders.refused();
    expect(message).toContain(`may not enter ${base}.`);
    expect(message).toContain('Set DATA_DIR');
  }, 30_000);

  test('moves the default out of a closed checkout, the same way each time', async () => {
    expect(await resolveDataDir({ defaultDir: dir })).toBe(dir);
    await chmod(base, 0o700);
    const moved = await resolveDataDir({ defaultDir: dir });
    expect(moved).toMatch(/^\/var\/lib\/polku\/[0-9a-f]{12}$/);
    expect(await resolveDataDir({ dataDir: '', defaultDir: dir })).toBe(moved);
  });

  test('does not start empty beside data that has become closed', async () => {
    await mkdir(join(dir, 'postgres'), { recursive: true });
    await chmod(base, 0o700);
    await expect(resolveDataDir({ defaultDir: dir })).rejects.toThrow('may not enter');
  });

  test("accepts a data folder that only the server's user may enter", async () => {
    await seed();
    const first = await holders.opened();
    await end(first.child, 'SIGTERM');
    const owner = await stat(join(dir, 'postgres'));
    await chown(dir, owner.uid, owner.gid);
    await chmod(dir, 0o700);
    expect((await holders.opened()).adopted).toBe(false);
  }, 30_000);
});
