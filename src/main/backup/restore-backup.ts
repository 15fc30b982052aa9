import type pg from 'pg';
import { claim, makeTables } from '#main/empty-database.ts';
import { migrateAll } from '#main/migrate.ts';
import {
  columnsOf,
  differing,
  fillTables,
  findSeal,
  inTransaction,
  listTables,
  openSession,
  setSequences,
  takeFingerprints,
  writeRows,
} from '#platform/database-copy/index.ts';
import { createQueues, JOB_STAGE, plantJobs } from '#platform/unfinished-jobs.ts';
import { join } from 'node:path';
import { BrokenBackup, type BackupFile } from './backup-file.ts';
import type { Manifest } from './manifest.ts';

/**
 * Fills an empty database from a backup, in one transaction: either all of it is there, counted and summed up again, or
 * nothing is. @throws BrokenBackup or UnfitDatabase, with a sentence for the person at the terminal.
 */
export async function restoreBackup(
  url: string,
  root: string,
  file: BackupFile,
  manifest: Manifest,
): Promise<void> {
  const client = await openSession(url, 'restore');
  try {
    if (await findSeal(client))
      throw new Error('A move has left its mark on this database. Give an empty one.');
    await makeTables({ client, url, root }, manifest.migrations);
    await createQueues(client, manifest.queues);
    await inTransaction(client, async () => {
      await claim(client);
      await fill(client, file, manifest);
    });
    await client.query('analyze');
  } finally {
    await client.end();
  }
  await migrateAll(url, join(root, 'migrations'));
}

async function fill(client: pg.Client, file: BackupFile, manifest: Manifest): Promise<void> {
  const all = await listTables(client);
  const brought = all.filter(({ name }) => !manifest.leftOut.includes(name));
  await fillTables(client, all, async () => {
    for (const table of brought) {
      const into = `public.${table.name} (${columnsOf(table)})`;
      await writeRows(client, into, file.rows(into));
    }
    const jobs = await plantJobs(client, () => writeRows(client, JOB_STAGE, file.rows(JOB_STAGE)));
    await file.end();
    const wrong = differing(manifest.tables, await takeFingerprints(client, brought));
    if (jobs !== manifest.jobs) wrong.push('jobs');
    if (wrong.length > 0)
      throw new BrokenBackup(
        `The backup is not as its manifest says; nothing was restored. Different: ${wrong.join(', ')}.`,
      );
    await setSequences(client, manifest.sequences);
  });
}
