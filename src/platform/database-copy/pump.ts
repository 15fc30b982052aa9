import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Table } from './catalog.ts';

/** The stored columns of a table, as SQL lists them. */
export const columnsOf = ({ columns }: Table): string => columns.join(', ');

/** Reads rows as PostgreSQL's COPY writes them; `query` is any SELECT. No more is held than a few packets. */
export function readRows(client: pg.Client, query: string): Readable {
  return client.query(copyTo(`copy (${query}) to stdout`));
}

/** Writes such rows into a table; `into` names it with its columns. */
export async function writeRows(
  client: pg.Client,
  into: string,
  rows: Readable | AsyncIterable<Buffer>,
): Promise<void> {
  await pipeline(rows, client.query(copyFrom(`copy ${into} from stdin`)));
}
