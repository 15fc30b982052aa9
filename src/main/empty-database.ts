import { join } from 'node:path';
import type pg from 'pg';
import { findSeal, listMigrations, type Migration } from '#platform/database-copy/index.ts';
import { migrateJobs } from '#platform/jobs.ts';
import { migrate, readMigrations } from '#platform/migrate.ts';
import { COUNTY_LOCK } from './county.ts';

/** A refusal to fill a database, in words for the person at the terminal. */
export class UnfitDatabase extends Error {
  override name = 'UnfitDatabase';
}

/**
 * Makes the tables of an empty database as they are where the rows come from, which may be older than this program; the
 * next start brings them up to date. @throws UnfitDatabase when it holds anything, or is older than PostgreSQL 15.
 */
export async function makeTables(
  { client, url, root }: { client: pg.Client; url: string; root: string },
  wanted: readonly Migration[],
): Promise<void> {
  const folder = join(root, 'migrations');
  await requireKnown(folder, wanted);
  await requireVersion(client);
  const standing = await listMigrations(client);
  if (standing.length === 0) await requireNothing(client);
  const names = new Set(wanted.map(({ name }) => name));
  if (standing.some(({ name }) => !names.has(name)))
    throw new UnfitDatabase(
      'The tables of this database are newer than the rows that are to come. Give an empty database.',
    );
  await requireNoCounty(client);
  await migrate(url, folder, names);
  await migrateJobs(url);
}

/**
 * Makes sure, in the open transaction and until its end, that nobody else makes a county here.
 * @throws UnfitDatabase when there is one.
 */
export async function claim(client: pg.Client): Promise<void> {
  await client.query(`set local lock_timeout to '15s'`);
  await client.query('select pg_advisory_xact_lock($1)', [COUNTY_LOCK]);
  await requireNoCounty(client);
}

async function requireKnown(folder: string, wanted: readonly Migration[]): Promise<void> {
  const known = new Map(
    (await readMigrations(folder)).map(({ name, checksum }) => [name, checksum]),
  );
  const strange = wanted.find(({ name, checksum }) => known.get(name) !== checksum);
  if (strange)
    throw new UnfitDatabase(
      `The rows are of a newer version of Polku (${strange.name}). Use that version or a newer one.`,
    );
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  if (rows[0]!.version < 150_000)
    throw new UnfitDatabase('The database server must be PostgreSQL 15 or newer.');
}

async function requireNothing(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') limit 1`,
  );
  if (rows[0])
    throw new UnfitDatabase(
      `The database is not empty: it holds “${rows[0].name}”. Give an empty one.`,
    );
}

/** A copy that a broken move left behind has never been in use, so it may be written over. */
async function requireNoCounty(client: pg.Client): Promise<void> {
  if ((await findSeal(client))?.state === 'arriving') return;
  const { rows } = await client.query<{ is: boolean }>(
    `select to_regclass('public.county') is not null as is`,
  );
  if (!rows[0]!.is) return;
  const { rowCount } = await client.query('select from public.county limit 1');
  if (rowCount !== 0)
    throw new UnfitDatabase(
      'There is a county in this database already, and nothing was changed. Give an empty database or an empty DATA_DIR.',
    );
}
