import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { chainEntries } from './chain-entries.ts';
import { removeOldEntries } from './remove-old.ts';
import { verifyChain } from './verify-chain.ts';

const inTransaction = withDatabase();
const DAY = 86_400_000;

async function append(ctx: TestContext, daysAgo: number, count = 1): Promise<void> {
  const then = ctx.as({ now: new Date(ctx.now().getTime() - daysAgo * DAY) });
  for (let turn = 0; turn < count; turn += 1)
    await then.audit({ action: 'identity.signIn', detail: { turn } });
}

describe('the rows', () => {
  inTransaction('can be appended and nothing else', async ({ ctx }) => {
    await append(ctx, 0, 2);
    await chainEntries(ctx);
    await append(ctx, 0);
    for (const text of [
      "update audit_entry set action = 'x'",
      'update audit_entry set number = 9, hash = $$x$$ where number = 1',
      "update audit_entry set number = 9, hash = $$x$$, thing = 'x' where number is null",
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      await sql`savepoint before`.execute(ctx.db);
      await expect(sql.raw(text).execute(ctx.db), text).rejects.toThrow('append-only');
      await sql`rollback to savepoint before`.execute(ctx.db);
    }
    await chainEntries(ctx);
    expect(await verifyChain(ctx)).toMatchObject({ checked: 3, waiting: 0, faults: [] });
  });
  inTransaction('are chained in the county’s own chain', async ({ ctx, other }) => {
    await append(ctx, 0, 3);
    await append(other, 0, 2);
    await chainEntries(ctx);
    await chainEntries(other);
    expect(await verifyChain(ctx)).toMatchObject({ checked: 3, faults: [] });
    expect(await verifyChain(other)).toMatchObject({ checked: 2, faults: [] });
  });
});

inTransaction('what the guide says finds a change without Polku', async ({ ctx }) => {
  const [, text] = /```sql\n(.*?)```/s.exec(readFileSync('docs/guides/audit-log.md', 'utf8'))!;
  await append(ctx, 400, 3);
  await append(ctx, 0, 5);
  await chainEntries(ctx);
  await removeOldEntries(ctx, new Date(ctx.now().getTime() - 365 * DAY), 2);
  const ask = async (): Promise<boolean[]> => {
    const { rows } = await sql<{ whole: boolean }>`${sql.raw(text!)}`.execute(ctx.db);
    return rows.map(({ whole }) => whole);
  };
  expect(await ask()).toEqual(Array(6).fill(true));
  await sql`alter table audit_entry disable trigger user`.execute(ctx.db);
  await sql`update audit_entry set action = 'x' where county_id = ${ctx.county} and number = 4`.execute(
    ctx.db,
  );
  expect(await ask()).toEqual([true, false, true, true, true, true]);
});

describe('after the oldest were removed', () => {
  inTransaction('the rest can still be verified, and it says so itself', async ({ ctx }) => {
    await append(ctx, 400, 10);
    await append(ctx, 100, 5);
    await chainEntries(ctx);
    const removed = await removeOldEntries(ctx, new Date(ctx.now().getTime() - 365 * DAY), 7);
    expect(removed).toBe(7);
    // The entry that tells of it need not be chained yet.
    expect(await verifyChain(ctx)).toMatchObject({ checked: 8, waiting: 1, faults: [] });
    await chainEntries(ctx);
    expect(await removeOldEntries(ctx, new Date(ctx.now().getTime() - 365 * DAY), 7)).toBe(3);
    expect(await removeOldEntries(ctx, new Date(ctx.now().getTime() - 365 * DAY), 7)).toBe(0);
    await chainEntries(ctx);
    const verdict = await verifyChain(ctx);
    expect(verdict).toMatchObject({ checked: 7, start: { number: 10 }, head: { number: 17 } });
    expect(verdict.faults).toEqual([]);
  });
  inTransaction('nobody can pass a removal of their own off as that', async ({ ctx }) => {
    await append(ctx, 10, 10);
    await chainEntries(ctx);
    await sql`alter table audit_entry disable trigger user`.execute(ctx.db);
    await sql`
      update audit_chain set start_number = 4, start_hash = (select hash from audit_entry where county_id = ${ctx.county} and number = 4)
      where county_id = ${ctx.county}`.execute(ctx.db);
    await sql`delete from audit_entry where county_id = ${ctx.county} and number <= 4`.execute(
      ctx.db,
    );
    expect((await verifyChain(ctx)).faults).toEqual([{ kind: 'start', number: 4 }]);
  });
  inTransaction('what has no number yet stays', async ({ ctx }) => {
    await append(ctx, 400, 2);
    expect(await removeOldEntries(ctx, ctx.now(), 100)).toBe(0);
  });
});

describe('several processes', () => {
  let one: TestProcess;
  let other: TestProcess;
  beforeAll(async () => {
    one = await startProcess();
    other = await startProcess({ url: one.url });
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
  });
  const verdict = () => one.parts.edge.read({ kind: 'public' }, 'test', (ctx) => verifyChain(ctx));

  test('append and chain at once, and every entry gets one number', async () => {
    const appends = Array.from({ length: 6 }, async () => {
      for (let turn = 0; turn < 50; turn += 1)
        await one.run((ctx) => ctx.audit({ action: 'identity.signIn' }));
    });
    const chains = Array.from({ length: 4 }, async () => {
      for (let turn = 0; turn < 40; turn += 1) await one.run((ctx) => chainEntries(ctx));
    });
    await Promise.all([...appends, ...chains]);
    await one.run((ctx) => chainEntries(ctx));
    const { checked, head, waiting, faults } = await verdict();
    expect([checked, waiting, faults]).toEqual([head.number, 0, []]);
    expect(checked).toBeGreaterThanOrEqual(300);
  });

  test('an entry whose transaction ends late comes after those that were quicker', async () => {
    const slow = new pg.Client({ connectionString: one.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `insert into audit_entry (county_id, id, at, actor_kind, action) values ($1, gen_random_uuid(), now() - interval '5 s', 'system', 'slow')`,
      [one.county],
    );
    await one.run((ctx) => ctx.audit({ action: 'quick' }));
    await one.run((ctx) => chainEntries(ctx));
    await slow.query('commit');
    await slow.end();
    await one.run((ctx) => chainEntries(ctx));
    const { rows } = await sql<{ action: string }>`
      select action from audit_entry where county_id = ${one.county} and action in ('slow', 'quick') order by number`.execute(
      one.parts.db,
    );
    expect(rows.map(({ action }) => action)).toEqual(['quick', 'slow']);
    expect(await verdict()).toMatchObject({ waiting: 0, faults: [] });
  });
});
