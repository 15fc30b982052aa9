import type pg from 'pg';
import type { Table } from './catalog.ts';
import type { Snapshot } from './session.ts';
import { columnsOf, readRows, writeRows } from './pump.ts';

/**
 * Brings one table up to date with its source, which may not be written to meanwhile: rows that the snapshot may not
 * have seen are copied again, and rows that are no longer there are removed. The number of copied rows comes back.
 */
export async function copyDifference(
  source: pg.Client,
  target: pg.Client,
  table: Table,
  since: Snapshot,
): Promise<number> {
  const fresh = await bring(source, target, table, 'fresh', table.columns, newerThan(since));
  await target.query(`delete from public.${table.name} t using fresh f where ${sameKey(table)}`);
  if ((await count(target, table.name)) + fresh !== (await count(source, table.name)))
    await removeGone(source, target, table);
  if (fresh > 0) {
    await target.query(
      `insert into public.${table.name} (${columnsOf(table)}) overriding system value select ${columnsOf(table)} from fresh`,
    );
  }
  await target.query('drop table fresh');
  return fresh;
}

// Every row carries the transaction that wrote it. Numbers of transactions come round, so ages are compared; a row that
// seems younger than it is costs no more than being copied twice.
const newerThan = ({ oldest }: Snapshot): string =>
  `where age(t.xmin) <= age('${BigInt(oldest)}'::xid)`;

const sameKey = ({ key }: Table): string =>
  key.map((column) => `t.${column} = f.${column}`).join(' and ');

async function removeGone(source: pg.Client, target: pg.Client, table: Table): Promise<void> {
  await bring(source, target, table, 'there', table.key, '');
  await target.query(
    `delete from public.${table.name} t where not exists (select from there f where ${sameKey(table)})`,
  );
  await target.query('drop table there');
}

/** Copies some columns of some rows into a table that lasts as long as the transaction. */
async function bring(
  source: pg.Client,
  target: pg.Client,
  table: Table,
  name: string,
  columns: readonly string[],
  where: string,
): Promise<number> {
  const list = columns.join(', ');
  await target.query(
    `create temp table ${name} on commit drop as select ${list} from public.${table.name} with no data`,
  );
  await writeRows(
    target,
    `${name} (${list})`,
    readRows(source, `select ${list} from public.${table.name} t ${where}`),
  );
  await target.query(`analyze ${name}`);
  return count(target, name, '');
}

async function count(client: pg.Client, name: string, schema = 'public.'): Promise<number> {
  const { rows } = await client.query<{ n: string }>(
    `select count(*)::text as n from ${schema}${name}`,
  );
  return Number(rows[0]!.n);
}
