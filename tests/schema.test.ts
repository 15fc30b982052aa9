import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase } from './support/database.ts';

let client: pg.Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  client = new pg.Client({ connectionString: clone.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await drop();
});

async function names(text: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(text);
  return rows.map(({ name }) => name);
}

// Exceptions are compared for equality: a list may only shrink.

test('every table holds county data under its county: county_id leads its primary key', async () => {
  const exceptions = await names(`
    select t.relname as name from pg_class t join pg_namespace s on s.oid = t.relnamespace
    where s.nspname = 'public' and t.relkind = 'r' and not exists (
      select 1 from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where i.indrelid = t.oid and i.indisprimary and a.attname = 'county_id')
    order by 1`);
  expect(exceptions).toEqual(['schema_migration', 'secret']);
});

test('every table with county data stands behind the second wall', async () => {
  expect(
    await names(`
      select t.relname as name from pg_class t
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
        and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'county_id')
        and not (t.relrowsecurity and exists (
          select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null))`),
  ).toEqual([]);
});

test('every instant is timestamptz', async () => {
  expect(
    await names(`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp without time zone'`),
  ).toEqual([]);
});

test('texts are text, never varchar or char', async () => {
  expect(
    await names(`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type in ('character varying', 'character')`),
  ).toEqual([]);
});

test('every foreign key within a county carries the county', async () => {
  expect(
    await names(`
      select c.conrelid::regclass || '.' || c.conname as name from pg_constraint c join pg_namespace s on s.oid = c.connamespace
      where s.nspname = 'public' and c.contype = 'f' and not exists (
        select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname = 'county_id')`),
  ).toEqual([]);
});

test('every foreign key that is followed on deletion has an index of its own columns', async () => {
  const missing = await names(`
    select c.conrelid::regclass || ' (' || (
      select string_agg(a.attname, ', ' order by k.place) from unnest(c.conkey) with ordinality k(number, place)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) || ')' as name
    from pg_constraint c join pg_namespace s on s.oid = c.connamespace
    where s.nspname = 'public' and c.contype = 'f' and c.confdeltype = 'c' and not exists (
      select 1 from pg_index i where i.indrelid = c.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
    order by 1`);
  expect(missing).toEqual([]);
});

test('names are snake case and singular', async () => {
  expect(
    await names(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name !~ '^[a-z]+(_[a-z]+)*$'`,
    ),
  ).toEqual([]);
  expect(
    await names(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name ~ '[^s]s$' order by 1`,
    ),
  ).toEqual([]);
});
