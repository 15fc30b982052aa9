import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainUrl } from '#platform/plain-role.ts';
import { fillPermissionFixtures } from './support/permission-fixtures.ts';
import { startProcess, type TestProcess } from './support/process.ts';

let own: TestProcess;
let neighbour: TestProcess;
let owner: pg.Client;
/** The tables in which the neighbour has rows. */
let tables: string[];

beforeAll(async () => {
  own = await startProcess();
  neighbour = await startProcess({ url: own.url });
  await fillPermissionFixtures(own);
  await fillPermissionFixtures(neighbour);
  owner = new pg.Client({ connectionString: own.url });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'county_id' order by 1",
  );
  tables = [];
  for (const { name } of rows) if ((await theirRows(name)).length > 0) tables.push(name);
});
afterAll(async () => {
  await owner.end();
  await neighbour.stop();
  await own.stop();
});

async function theirRows(table: string): Promise<Record<string, unknown>[]> {
  const { rows } = await owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${pg.escapeIdentifier(table)} t where county_id = $1 limit 3`,
    [neighbour.county],
  );
  return rows.map(({ row }) => row);
}

test('the neighbour has something in most tables, with the codes of the own county', async () => {
  expect(tables.length).toBeGreaterThan(25);
  const { rows } = await owner.query(
    'select code from node group by code having count(distinct county_id) = 2',
  );
  expect(rows.length).toBeGreaterThan(3);
});

test('a query that forgets the county finds the rows of one only, in every table', async () => {
  for (const table of tables) {
    const { rows } = await own.run((ctx) =>
      sql<{ theirs: number }>`
        select count(*) filter (where county_id <> ${own.county})::int as theirs from ${sql.table(table)}`.execute(
        ctx.db,
      ),
    );
    expect(rows[0]!.theirs, table).toBe(0);
  }
});

test('nothing of another county can be changed or removed, and nothing entered into it', async () => {
  for (const table of tables) {
    const changed = await own
      .run((ctx) =>
        sql`update ${sql.table(table)} set county_id = county_id where county_id = ${neighbour.county}`.execute(
          ctx.db,
        ),
      )
      .then(({ numAffectedRows }) => Number(numAffectedRows), refusal);
    expect([0, 'refused'], table).toContain(changed);
    const removed = await own
      .run((ctx) =>
        sql`delete from ${sql.table(table)} where county_id = ${neighbour.county}`.execute(ctx.db),
      )
      .then(({ numAffectedRows }) => Number(numAffectedRows), refusal);
    expect([0, 'refused'], table).toContain(removed);
    const [row] = await theirRows(table);
    const entered = await own
      .run((ctx) =>
        sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)`.execute(
          ctx.db,
        ),
      )
      .then(() => 'entered', refusal);
    expect(entered, table).toBe('refused');
  }
});

// A table that nobody may change at all refuses before the wall is asked.
function refusal(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (code === '42501' || /append-only|immutable|never change/i.test(message)) return 'refused';
  throw error;
}

test('the program’s login owns nothing, passes no wall, and without a county sees nothing', async () => {
  const plain = new pg.Client({ connectionString: await plainUrl(own.url) });
  await plain.connect();
  try {
    const { rows } = await plain.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
    for (const table of tables) {
      const found = await plain.query(`select from ${pg.escapeIdentifier(table)}`);
      expect(found.rowCount, table).toBe(0);
    }
    await expect(plain.query('alter table answer disable row level security')).rejects.toThrow(
      'must be owner',
    );
    await plain.query('set row_security = off');
    await expect(plain.query('select from answer')).rejects.toThrow('row-level security');
  } finally {
    await plain.end();
  }
});
