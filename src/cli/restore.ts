import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { BackupFile } from '#main/backup/backup-file.ts';
import { restoreBackup } from '#main/backup/restore-backup.ts';
import { joinServer } from '#main/open-server.ts';
import type { Settings } from '#main/settings.ts';
import { countRows } from '#platform/database-copy/index.ts';

/** `restore --from <file>`: fills an empty DATA_DIR or DATABASE_URL from a backup; `-` reads it from standard input. */
export async function restore(settings: Settings, { from }: { from?: string }): Promise<number> {
  if (!from) {
    process.stderr.write('Say what from: --from <file, or - for standard input>.\n');
    return 2;
  }
  if (from !== '-') await access(from, constants.R_OK);
  const file = new BackupFile(from === '-' ? process.stdin : createReadStream(from));
  // What is no backup must not even make a database.
  const manifest = await file.manifest();
  const server = await joinServer(settings, process.cwd(), 'polku restore');
  try {
    await restoreBackup(server.url, process.cwd(), file, manifest);
  } finally {
    await server.stop();
  }
  process.stdout.write(
    `Restored ${countRows(manifest.tables)} rows of ${manifest.tables.length} tables as of ${manifest.takenAt}; counts and checksums are equal.\n` +
      'Everybody signs in again. Start Polku with the same settings.\n',
  );
  return 0;
}
