import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chainEntries,
  type ChainFault,
  type Link,
  readLink,
  verifyChain,
  writeLink,
} from '#modules/audit';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { fillPermissionFixtures, type Fixtures } from '#tests/support/permission-fixtures.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const ROWS = times(20_000, 1_000);
const TAMPERED = 100;

/** Appends so many entries and chains them; gives the head that the job tells the log. */
async function fillLog(ctx: TestContext): Promise<Link> {
  await sql`
    insert into audit_entry (county_id, id, at, actor_kind, actor_id, action, thing, node_id, request_id, detail)
    select ${ctx.county}, gen_random_uuid(), ${ctx.now()}::timestamptz - make_interval(mins => ${ROWS} - n), 'account', gen_random_uuid(),
      'feedback.readTexts', 'node/' || n, gen_random_uuid(), 'request ' || n, jsonb_build_object('purpose', 'discussion', 'n', n)
    from generate_series(1, ${ROWS}::integer) n`.execute(ctx.db);
  let head = '';
  for (let chained = 0; chained < ROWS; chained += 5_000) {
    const tell = await chainEntries(ctx);
    tell?.({ info: (line: { head: string }) => (head = line.head) } as never);
  }
  return readLink(head)!;
}

const row = (number: number): string => `county_id = $county and number = ${number}`;
const CHANGES = [
  'id = gen_random_uuid()',
  "at = at + interval '1 microsecond'",
  'actor_id = gen_random_uuid()',
  'actor_id = null',
  "actor_kind = 'system'",
  "action = 'feedback.readConcerns'",
  "thing = thing || ' '",
  'node_id = null',
  "request_id = ''",
  `detail = detail || '{"purpose": "other"}'`,
  "detail = detail - 'n'",
  "hash = decode(repeat('11', 32), 'hex')",
];

/** What an owner may do to one entry or two, and what the check must call it. */
const TAMPERINGS: readonly {
  readonly name: string;
  readonly told: readonly ChainFault['kind'][];
  readonly act: (at: number, other: number, turn: number) => readonly string[];
}[] = [
  {
    name: 'change',
    told: ['changed'],
    act: (at, _, turn) => [
      `update audit_entry set ${CHANGES[turn % CHANGES.length]} where ${row(at)}`,
    ],
  },
  {
    name: 'delete',
    told: ['missing', 'unproven'],
    act: (at) => [`delete from audit_entry where ${row(at)}`],
  },
  {
    name: 'swap of contents',
    told: ['swapped'],
    act: (at, other) => [
      `update audit_entry e set number = o.number, hash = o.hash from audit_entry o
        where e.county_id = $county and o.county_id = $county and e.number in (${at}, ${other}) and o.number in (${at}, ${other}) and e.number <> o.number`,
    ],
  },
  {
    name: 'swap of numbers',
    told: ['swapped'],
    act: (at, other) => [
      `update audit_entry set number = case number when ${at} then ${other} else ${at} end
        where county_id = $county and number in (${at}, ${other})`,
    ],
  },
  {
    name: 'insertion',
    told: ['inserted', 'changed'],
    act: (at) => [
      `insert into audit_entry (county_id, id, at, actor_kind, action, number, hash)
        select county_id, gen_random_uuid(), at, 'system', 'identity.signIn', number, hash from audit_entry where ${row(at)}`,
    ],
  },
  {
    name: 'cut',
    told: ['missing'],
    act: (at) => [
      `delete from audit_entry where county_id = $county and number >= ${at}`,
      `update audit_chain set head_number = ${at - 1}, head_hash = coalesce(
        (select hash from audit_entry where ${row(at - 1)}), start_hash) where county_id = $county`,
    ],
  },
];

const inTransaction = withDatabase();

/** Acts as the database's owner, whom no trigger and no index stops, asks the check, and takes it back. */
async function tamper(
  ctx: TestContext,
  statements: readonly string[],
  head?: Link,
): Promise<readonly ChainFault[]> {
  await sql`savepoint whole`.execute(ctx.db);
  await sql`alter table audit_entry disable trigger user`.execute(ctx.db);
  await sql`drop index audit_entry_number`.execute(ctx.db);
  for (const text of statements)
    await sql.raw(text.replaceAll('$county', `'${ctx.county}'`)).execute(ctx.db);
  const { faults } = await verifyChain(ctx, head);
  await sql`rollback to savepoint whole`.execute(ctx.db);
  return faults;
}

/** Two different entries, somewhere else each turn; every fifth pair are neighbours. */
function pick(turn: number): [number, number] {
  const at = 1 + ((turn * 7_919) % (ROWS - 1));
  return [at, turn % 5 === 0 ? at + 1 : 1 + ((at + ((turn * 104_729) % (ROWS - 2))) % (ROWS - 1))];
}

inTransaction(
  `F8: ${TAMPERED} tamperings by the database's owner are each found and named`,
  { timeout: 600_000 },
  async ({ ctx }) => {
    const head = await fillLog(ctx);
    expect(head.number).toBe(ROWS);
    expect((await verifyChain(ctx, head)).faults).toEqual([]);
    for (let turn = 0; turn < TAMPERED; turn += 1) {
      const { name, told, act } = TAMPERINGS[turn % TAMPERINGS.length]!;
      const [at, other] = pick(turn);
      const faults = await tamper(ctx, act(at, other, turn), head);
      const what = `${name} at ${at} (${other}): ${JSON.stringify(faults)}`;
      expect(
        faults.some(({ kind, number }) => number === at && told.includes(kind)),
        what,
      ).toBe(true);
      if (name.startsWith('swap'))
        expect(
          faults.map(({ number }) => number),
          what,
        ).toEqual([at, other].toSorted((a, b) => a - b));
      // Nothing is named that nobody touched, but for the one after a gap.
      expect(
        faults.every(({ kind }) => told.includes(kind)),
        what,
      ).toBe(true);
    }
    expect((await verifyChain(ctx, head)).faults).toEqual([]);
  },
);

inTransaction(
  `F8: ${TAMPERED} entries that were tampered with at once are all named`,
  { timeout: 600_000 },
  async ({ ctx }) => {
    await fillLog(ctx);
    const gap = Math.floor(ROWS / TAMPERED);
    const places = Array.from({ length: TAMPERED }, (_, turn) => 2 + turn * gap);
    const faults = await tamper(
      ctx,
      places.flatMap((at, turn) => TAMPERINGS[turn % 5]!.act(at, at + 2, turn)),
    );
    const named = new Set(faults.map(({ number }) => number));
    expect(places.filter((at) => !named.has(at))).toEqual([]);
  },
);

inTransaction('F8: a log that was written anew is found by its former head', async ({ ctx }) => {
  const head = await fillLog(ctx);
  // Whoever knows how the hashes are made can cut the end off and chain something else.
  const statements = [
    `delete from audit_entry where county_id = $county and number > ${ROWS - 10}`,
    `update audit_chain set head_number = ${ROWS - 10}, head_hash = (select hash from audit_entry where ${row(ROWS - 10)}) where county_id = $county`,
  ];
  await sql`alter table audit_entry disable trigger user`.execute(ctx.db);
  for (const text of statements)
    await sql.raw(text.replaceAll('$county', `'${ctx.county}'`)).execute(ctx.db);
  for (let turn = 0; turn < 20; turn += 1) await ctx.audit({ action: 'identity.signIn' });
  await chainEntries(ctx);
  expect((await verifyChain(ctx)).faults).toEqual([]);
  expect((await verifyChain(ctx, head)).faults).toEqual([{ kind: 'rewritten', number: ROWS }]);
});

inTransaction('F8: an entry of yesterday that is slipped in today is told', async ({ ctx }) => {
  await fillLog(ctx);
  const yesterday = new Date(ctx.now().getTime() - 86_400_000);
  await ctx.as({ now: yesterday }).audit({ action: 'identity.signIn' });
  await chainEntries(ctx);
  expect((await verifyChain(ctx)).faults).toMatchObject([{ kind: 'backdated', number: ROWS + 1 }]);
});

describe('a running program', () => {
  let running: TestProcess;
  let fixtures: Fixtures;
  beforeAll(async () => {
    running = await startProcess();
    fixtures = await fillPermissionFixtures(running);
  });
  afterAll(() => running.stop());

  const readings = (): readonly [action: string, address: string][] => [
    ['feedback.readTexts', `/api/nodes/${fixtures.own}/texts`],
    ['feedback.readConcerns', `/api/nodes/${fixtures.own}/concerns`],
    ['development.readGuide', `/api/nodes/${fixtures.own}/discussion-guide`],
    ['development.readSources', `/api/actions/${fixtures.action}/sources`],
  ];
  const count = (action: string): Promise<number> =>
    running.run(async (ctx) => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::integer as n from audit_entry where county_id = ${ctx.county} and action = ${action}
          and actor_kind = 'account' and node_id = ${fixtures.own} and detail ->> 'purpose' = 'moderation'`.execute(
        ctx.db,
      );
      return rows[0]!.n;
    });

  const READS = times(1_000, 50);
  test(
    `F8: ${READS} readings of each kind are all logged, with who, where and why`,
    { timeout: 300_000 },
    async () => {
      const { cookie } = await running.signIn('supervisor', fixtures.own);
      for (const [action, address] of readings()) {
        const headers = { 'polku-purpose': 'moderation' };
        for (let begun = 0; begun < READS; begun += 10) {
          const responses = await Promise.all(
            Array.from({ length: 10 }, () => running.ask(address, { cookie, headers })),
          );
          expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(200));
        }
        expect(await count(action), action).toBe(READS);
      }
    },
  );

  test('F8: nobody reads people’s words without saying why', async () => {
    const { cookie } = await running.signIn('supervisor', fixtures.own);
    for (const [, address] of readings()) {
      for (const purpose of [
        '',
        'muu',
        'other',
        'other; ',
        'other; %E4',
        `other; ${'a'.repeat(201)}`,
      ]) {
        const headers = { 'polku-purpose': purpose };
        const response = await running.ask(address, { cookie, headers });
        expect(response.status, `${address} ${purpose}`).toBe(422);
        expect(await response.json()).toMatchObject({ type: '/problems/purpose-needed' });
      }
    }
  });

  test('F8: the command names what was tampered with, and its exit code says so', async () => {
    const verify = (...args: string[]) => {
      const { status, stdout } = spawnSync(
        process.execPath,
        ['src/cli/polku.ts', 'audit', 'verify', ...args],
        { env: { ...process.env, DATABASE_URL: running.url }, encoding: 'utf8' },
      );
      return { status, stdout };
    };
    await running.run((ctx) => chainEntries(ctx));
    const clean = verify();
    expect(clean.stdout).toContain('Nothing was changed.');
    expect(clean.status).toBe(0);
    const head = /Head: (\S+)/.exec(clean.stdout)![1]!;
    expect(verify('--head', head).status).toBe(0);
    expect(verify('--head', 'ei').status).toBe(2);
    const owner = new pg.Client({ connectionString: running.url });
    await owner.connect();
    await owner.query('alter table audit_entry disable trigger user');
    await owner.query("update audit_entry set thing = 'answer/0' where number = 3");
    await owner.end();
    const found = verify('--head', writeLink(readLink(head)!));
    expect(found.status).toBe(1);
    expect(found.stdout).toMatch(/^ {2}3: was changed \(entry [0-9a-f-]{36}\)$/m);
  });
});
