import type pg from 'pg';
import type { Table } from './catalog.ts';

/** What a table holds, in two figures: equal ones mean equal rows, in whatever order they lie. */
export interface Fingerprint {
  readonly table: string;
  readonly rows: number;
  /** The sum of a hash of each row. */
  readonly checksum: string;
}

/** Counts and sums up each table as the connection sees it now. */
export async function takeFingerprints(
  client: pg.Client,
  tables: readonly Table[],
): Promise<Fingerprint[]> {
  const taken: Fingerprint[] = [];
  for (const table of tables) taken.push(await takeFingerprint(client, table));
  return taken;
}

async function takeFingerprint(client: pg.Client, table: Table): Promise<Fingerprint> {
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select count(*)::text as rows, coalesce(sum(
       ('x' || left(encode(sha256(convert_to(row(${table.columns.join(', ')})::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint
     ), 0)::text as checksum from public.${table.name}`,
  );
  return { table: table.name, rows: Number(rows[0]!.rows), checksum: rows[0]!.checksum };
}

/** The tables whose fingerprints differ, or that only one side has. */
export function differing(wanted: readonly Fingerprint[], found: readonly Fingerprint[]): string[] {
  const line = ({ table, rows, checksum }: Fingerprint): string => `${table} ${rows} ${checksum}`;
  const standing = new Set(found.map(line));
  const expected = new Set(wanted.map(line));
  const odd = [
    ...wanted.filter((each) => !standing.has(line(each))),
    ...found.filter((each) => !expected.has(line(each))),
  ];
  return [...new Set(odd.map(({ table }) => table))];
}

/** All rows of all tables. */
export const countRows = (fingerprints: readonly Fingerprint[]): number =>
  fingerprints.reduce((sum, { rows }) => sum + rows, 0);
