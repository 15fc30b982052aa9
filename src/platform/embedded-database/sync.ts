import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
}

/** Waits until everything below a folder is on the disk. Links are left to their folders. */
export async function syncTree(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() || entry.isDirectory()) await syncFolder(join(entry.parentPath, entry.name));
  }
  await syncFolder(dir);
}
