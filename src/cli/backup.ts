import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Manifest } from '#main/backup/manifest.ts';
import { writeBackup } from '#main/backup/write-backup.ts';
import { joinServer } from '#main/open-server.ts';
import type { Settings } from '#main/settings.ts';
import { countRows } from '#platform/database-copy/index.ts';
import { noteInAudit } from './note-in-audit.ts';

/** `backup --to <file or folder>`: writes a backup that only its owner may read; `-` writes it to standard output. */
export async function backup(settings: Settings, { to }: { to?: string }): Promise<number> {
  if (!to) {
    process.stderr.write('Say where to: --to <file, folder or - for standard output>.\n');
    return 2;
  }
  const server = await joinServer(settings, process.cwd(), 'polku backup');
  try {
    await noteInAudit(server.url, 'operation.backup');
    if (to === '-') {
      report(await writeBackup(server.url, process.stdout), 'standard output');
      return 0;
    }
    const file = await chooseFile(to);
    report(await writeWhole(file, (output) => writeBackup(server.url, output)), file);
    return 0;
  } finally {
    await server.stop();
  }
}

async function chooseFile(to: string): Promise<string> {
  const given = resolve(to);
  const found = await stat(given).catch(() => undefined);
  if (found?.isDirectory()) {
    const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    return join(given, `polku-${time}Z.sql.gz`);
  }
  if (found) throw new Error(`${given} is there already. Give another name, or a folder.`);
  return given;
}

/** The file appears under its name only when it is whole and on the disk. */
async function writeWhole<T>(file: string, write: (output: Writable) => Promise<T>): Promise<T> {
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    const result = await write(
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await rename(unfinished, file);
    const folder = await open(dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
    return result;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function report({ takenAt, tables }: Manifest, where: string): void {
  // Standard output may be the backup itself.
  process.stderr.write(
    `Backed up ${countRows(tables)} rows of ${tables.length} tables as of ${takenAt} to ${where}.\n`,
  );
}
