import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import {
  beginSnapshot,
  columnsOf,
  findSeal,
  listMigrations,
  listSequences,
  listTables,
  openSession,
  readRows,
  type Table,
  takeFingerprints,
} from '#platform/database-copy/index.ts';
import {
  countUnfinishedJobs,
  JOB_STAGE,
  listQueues,
  UNFINISHED_JOBS,
} from '#platform/unfinished-jobs.ts';
import { END, FIRST_WORDS, headOf, LEFT_OUT, type Manifest } from './manifest.ts';

/**
 * Writes a backup of a county that goes on working: everything is read from one snapshot, row by row, and no more than
 * a few packets are held. @throws when the database holds no county.
 */
export async function writeBackup(url: string, output: Writable): Promise<Manifest> {
  const client = await openSession(url, 'backup');
  try {
    const queues = await listQueues(client).catch(() => []);
    const { at, name } = await beginSnapshot(client);
    const tables = (await listTables(client)).filter((table) => !LEFT_OUT.includes(table.name));
    const manifest: Manifest = {
      format: 1,
      county: await findCounty(client),
      takenAt: at.toISOString(),
      snapshot: name,
      postgres: await versionOf(client),
      migrations: await listMigrations(client),
      tables: await takeFingerprints(client, tables),
      leftOut: [...LEFT_OUT],
      sequences: await listSequences(client),
      jobs: await countUnfinishedJobs(client),
      queues,
    };
    await pipeline(compose(client, manifest, tables), createGzip({ level: 4 }), output);
    return manifest;
  } finally {
    await client.end();
  }
}

async function* compose(
  client: pg.Client,
  manifest: Manifest,
  tables: readonly Table[],
): AsyncGenerator<Buffer | string> {
  yield `${FIRST_WORDS}${JSON.stringify(manifest)}\n`;
  for (const table of tables) {
    const columns = columnsOf(table);
    yield `${headOf(`public.${table.name} (${columns})`)}\n`;
    yield* readRows(client, `select ${columns} from public.${table.name}`);
    yield `${END}\n`;
  }
  yield `${headOf(JOB_STAGE)}\n`;
  yield* readRows(client, UNFINISHED_JOBS);
  yield `${END}\n`;
}

async function findCounty(client: pg.Client): Promise<string> {
  const { rows: there } = await client.query<{ is: boolean }>(
    `select to_regclass('public.county') is not null as is`,
  );
  const { rows } = there[0]!.is
    ? await client.query<{ code: string }>('select code from county order by created_at limit 1')
    : { rows: [] };
  if (!rows[0])
    throw new Error('There is no county in this database, so there is nothing to back up.');
  if ((await findSeal(client))?.state === 'arriving')
    throw new Error('A county is being moved into this database and is not whole yet.');
  return rows[0].code;
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return rows[0]!.server_version;
}
