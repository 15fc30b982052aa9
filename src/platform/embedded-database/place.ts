import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterOf, createDataDir, resolveDataDir, type DataDirChoice } from './data-dir.ts';
import { EmbeddedDatabaseError } from './refusal.ts';
import { findServerUser, type ServerUser } from './server-user.ts';

/** Every path of one embedded database, and whom its server runs as. */
export type Place = {
  dir: string;
  /** PostgreSQL's own folder; it exists only once initdb has finished. */
  cluster: string;
  socketDir: string;
  log: string;
  /** Undefined: the server runs as ourselves. */
  user: ServerUser | undefined;
};

// A socket's path may have 107 bytes on Linux and 103 on macOS; PostgreSQL adds `/.s.PGSQL.5432`.
const longestSocketDir = 88;

/** Finds the data folder, creates it when needed, and names what is in it. */
export async function findPlace(choice: DataDirChoice): Promise<Place> {
  const dir = await resolveDataDir(choice);
  await createDataDir(dir);
  return {
    dir,
    cluster: clusterOf(dir),
    socketDir: socketDirOf(dir),
    log: join(dir, 'postgres.log'),
    user: await findServerUser(clusterOf(dir)),
  };
}

// Not os.tmpdir(): two processes with different TMPDIR must agree.
function socketDirOf(dir: string): string {
  const inside = join(dir, 'socket');
  const plain = /^[\w./-]+$/.test(inside) && Buffer.byteLength(inside) <= longestSocketDir;
  return plain
    ? inside
    : `/tmp/polku-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`;
}

/** Creates the socket's folder, closed to everyone but the server's user and root. */
export async function createSocketDir({ socketDir, user }: Place): Promise<void> {
  const created = await mkdir(socketDir, { recursive: true, mode: 0o700 });
  if (created !== undefined && user) await chown(socketDir, user.uid, user.gid);
  // In /tmp anyone could have made the folder first, with a false server in it.
  const found = await lstat(socketDir);
  const owner = user?.uid ?? process.getuid?.();
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return;
  throw new EmbeddedDatabaseError(
    `The folder ${socketDir} belongs to someone else or is open to others. Remove it and start again.`,
  );
}
