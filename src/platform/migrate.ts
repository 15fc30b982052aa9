import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const LOCK = 7_065_107;

/**
 * Brings the schema up to date: each file of `folder` once, in order, in a transaction of its own, so that an
 * interrupted one leaves the schema as it was before it. Several processes may call it at once.
 *
 * @param only the names of the files to apply; without them, all. A copy is filled at the level of what it is a copy of.
 * @throws when a file that has already run was changed since: migrations are append-only.
 */
export async function migrate(
  url: string,
  folder: string,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'polku migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      `create table if not exists schema_migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    return await applyMissing(client, folder, only);
  } finally {
    await client.end();
  }
}

async function applyMissing(
  client: pg.Client,
  folder: string,
  only: ReadonlySet<string> | undefined,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration',
  );
  const done = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const applied: string[] = [];
  for (const { name, text, checksum } of await readMigrations(folder)) {
    if (only && !only.has(name)) continue;
    const before = done.get(name);
    if (before !== undefined && before !== checksum) {
      throw new Error(`Migration ${name} was changed after it ran. Add a new file instead.`);
    }
    if (before === undefined) {
      await applyOne(client, name, text, checksum);
      applied.push(name);
    }
  }
  return applied;
}

/** The migrations of this version of the program, in order. */
export async function readMigrations(
  folder: string,
): Promise<{ name: string; text: string; checksum: string }[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function applyOne(
  client: pg.Client,
  name: string,
  text: string,
  checksum: string,
): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      name,
      checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
