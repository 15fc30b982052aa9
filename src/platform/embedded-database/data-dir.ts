import { createHash } from 'node:crypto';
import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedDatabaseError } from './refusal.ts';
import { findServerUser, weAreRoot, type ServerUser } from './server-user.ts';

/** Where the data may be: the setting, when someone gave one, and the place to use without it. */
export type DataDirChoice = {
  /** The setting DATA_DIR, when it was given. */
  dataDir?: string | undefined;
  /** `data` in the checkout. */
  defaultDir: string;
};

/** The folder of PostgreSQL's own files inside a data folder. */
export function clusterOf(dir: string): string {
  return join(dir, 'postgres');
}

/** Chooses the data folder. It need not exist yet; links in its path are followed. */
export async function resolveDataDir(choice: DataDirChoice): Promise<string> {
  const given = choice.dataDir?.trim();
  const dir = await followLinks(resolve(given || choice.defaultDir));
  if (!weAreRoot()) return dir;
  return given ? refuseClosed(dir) : openDefault(dir);
}

/** Creates the data folder so that the server's user may enter it, whatever the umask. */
export async function createDataDir(dir: string): Promise<void> {
  try {
    const first = await mkdir(dir, { recursive: true });
    if (first !== undefined && weAreRoot()) await openUpTo(first, dir);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `The data folder ${dir} cannot be created: ${(error as Error).message}. Set DATA_DIR to another place.`,
    );
  }
}

async function openUpTo(first: string, dir: string): Promise<void> {
  for (let at = dir; at.length >= first.length; at = dirname(at)) await chmod(at, 0o711);
}

// Data that exists goes before the rule: a folder opened or closed later must not make the
// program start with an empty database.
async function openDefault(dir: string): Promise<string> {
  const elsewhere = placeForClosedCheckout(dir);
  if (await exists(clusterOf(elsewhere))) return elsewhere;
  if (await exists(clusterOf(dir))) return refuseClosed(dir);
  const user = await findServerUser(clusterOf(dir));
  return (await firstClosed(dir, user)) === undefined ? dir : elsewhere;
}

function placeForClosedCheckout(dir: string): string {
  const checkout = createHash('sha256').update(dirname(dir)).digest('hex').slice(0, 12);
  return join('/var/lib/polku', checkout);
}

async function refuseClosed(dir: string): Promise<string> {
  const closed = await firstClosed(dir, await findServerUser(clusterOf(dir)));
  if (closed === undefined) return dir;
  throw new EmbeddedDatabaseError(
    `The data folder ${dir} cannot be used: the database does not run as root and may not enter ${closed}. ` +
      `Set DATA_DIR to an open place such as /var/lib/polku, or run: chmod o+x ${closed}`,
  );
}

async function firstClosed(dir: string, user: ServerUser | undefined): Promise<string | undefined> {
  if (user === undefined) return undefined;
  for (const folder of withAncestors(dir)) {
    const found = await stat(folder).catch(() => undefined);
    if (found === undefined) return undefined;
    if (!mayEnter(found, user)) return folder;
  }
  return undefined;
}

function withAncestors(dir: string): string[] {
  const parent = dirname(dir);
  return parent === dir ? [dir] : [...withAncestors(parent), dir];
}

// As the kernel decides: the first class that fits counts alone.
function mayEnter(folder: { mode: number; uid: number; gid: number }, user: ServerUser): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await followLinks(parent), basename(path));
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
