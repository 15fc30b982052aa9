import type pg from 'pg';
import type { Table } from './catalog.ts';

/**
 * Fills tables while nothing stands in the way of the order in which rows come: foreign keys are taken off and put back,
 * which holds every row against them at once, and triggers sleep, as they have done their work where the rows come from.
 * Call it in a transaction: what fails leaves everything as it was.
 */
export async function fillTables(
  client: pg.Client,
  tables: readonly Table[],
  fill: () => Promise<void>,
): Promise<void> {
  const keys = await listForeignKeys(client);
  const triggers = await listTriggers(client);
  await client.query(`lock table ${tables.map(({ name }) => `public.${name}`).join(', ')}`);
  for (const { table, name } of keys)
    await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { table, name } of triggers)
    await client.query(`alter table ${table} disable trigger ${name}`);
  await client.query(`truncate ${tables.map(({ name }) => `public.${name}`).join(', ')}`);
  await fill();
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const { table, name, mode } of triggers)
    await client.query(`alter table ${table} enable ${mode} trigger ${name}`);
}

async function listForeignKeys(
  client: pg.Client,
): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0`,
  );
  return rows;
}

async function listTriggers(
  client: pg.Client,
): Promise<{ table: string; name: string; mode: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; mode: string }>(
    `select g.tgrelid::regclass::text as table, quote_ident(g.tgname) as name,
       case g.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end as mode
       from pg_trigger g join pg_class t on t.oid = g.tgrelid
      where not g.tgisinternal and g.tgenabled <> 'D' and t.relnamespace = 'public'::regnamespace`,
  );
  return rows;
}
