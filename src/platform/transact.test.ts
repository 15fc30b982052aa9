import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#main/database.ts';
import { cloneDatabase } from '#tests/support/database.ts';
import { transact } from './transact.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let pool: pg.Pool;
let plain: Kysely<unknown>;

beforeAll(async () => {
  clone = await cloneDatabase();
  ({ pool, db: plain } = openDatabase(clone.url, 2));
  await pool.query('create table note (place integer generated always as identity, word text)');
});
beforeEach(async () => {
  await pool.query('truncate note restart identity');
});
afterAll(async () => {
  await pool.end();
  await clone.drop();
});

const words = async (): Promise<string[]> =>
  (await pool.query<{ word: string }>('select word from note order by place')).rows.map(
    ({ word }) => word,
  );

describe('a transaction', () => {
  test('takes what is begun at once in the order in which it was begun', async () => {
    const given = Array.from({ length: 50 }, (_, index) => `word ${index}`);
    await transact(pool, 'write', (db) =>
      Promise.all(given.map((word) => sql`insert into note (word) values (${word})`.execute(db))),
    );
    expect(await words()).toEqual(given);
  });

  test('stores nothing when one of its statements fails', async () => {
    const failing = transact(pool, 'write', (db) =>
      Promise.all([
        sql`insert into note (word) values ('first')`.execute(db),
        sql`select 1 / 0`.execute(db),
        sql`insert into note (word) values ('last')`.execute(db),
      ]),
    );
    await expect(failing).rejects.toThrow('division by zero');
    expect(await words()).toEqual([]);
  });

  test('stores nothing when the failure was swallowed on the way', async () => {
    const failing = transact(pool, 'write', async (db) => {
      await sql`insert into note (word) values ('first')`.execute(db);
      await sql`select 1 / 0`.execute(db).catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('nothing was committed');
    expect(await words()).toEqual([]);
  });

  test('commits with what was only sent, and stores nothing when that fails', async () => {
    const note = (word: string | null) =>
      sql`insert into note (word) values (${word}::text)`.compile(plain);
    const result = await transact(pool, 'write', async (_, send) => {
      send(note('sent'));
      send(note('sent after it'));
      return 'done';
    });
    expect([result, await words()]).toEqual(['done', ['sent', 'sent after it']]);
    await pool.query('alter table note add constraint short check (length(word) < 20)');
    const failing = transact(pool, 'write', async (db, send) => {
      send(note('a word that is too long'));
      await sql`insert into note (word) values ('after it')`.execute(db);
    });
    await expect(failing).rejects.toThrow('violates check constraint "short"');
    const failingLast = transact(pool, 'write', async (_, send) => {
      send(note('fits'));
      send(note('a word that is too long'));
    });
    await expect(failingLast).rejects.toThrow('violates check constraint "short"');
    expect(await words()).toEqual(['sent', 'sent after it']);
  });

  test('lets nothing that was left running write after its end', async () => {
    let left: Promise<unknown> = Promise.resolve();
    const failing = transact(pool, 'write', async (db) => {
      left = (async () => {
        await sql`select pg_sleep(0.05)`.execute(db);
        await sql`insert into note (word) values ('late')`.execute(db);
      })();
      left.catch(() => undefined);
      throw new Error('gave up');
    });
    await expect(failing).rejects.toThrow('gave up');
    await expect(left).rejects.toThrow('the transaction has ended');
    expect(await words()).toEqual([]);
  });

  test('that only reads sees one snapshot and cannot write', async () => {
    const counts = await transact(pool, 'read', async (db) => {
      const count = async (): Promise<unknown> =>
        (await sql<{ n: number }>`select count(*) as n from note`.execute(db)).rows[0]!.n;
      const before = await count();
      await pool.query("insert into note (word) values ('meanwhile')");
      return [before, await count()];
    });
    expect(counts).toEqual([0, 0]);
    const writing = transact(pool, 'read', (db) =>
      sql`insert into note (word) values ('no')`.execute(db),
    );
    await expect(writing).rejects.toThrow('read-only');
    expect(await words()).toEqual(['meanwhile']);
  });

  test('whose connection breaks fails, and the next one gets another connection', async () => {
    const broken = transact(pool, 'write', async (db) => {
      await sql`insert into note (word) values ('lost')`.execute(db);
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    });
    await expect(broken).rejects.toThrow();
    await transact(pool, 'write', (db) => sql`insert into note (word) values ('kept')`.execute(db));
    expect(await words()).toEqual(['kept']);
  });
});
