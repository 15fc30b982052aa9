import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError } from './refusal.ts';

const run = promisify(execFile);

/** An account that PostgreSQL can run as. */
export type ServerUser = { uid: number; gid: number };

const candidates = ['polku', 'postgres', 'nobody'];

/** True when the program runs as root, which PostgreSQL itself refuses to do. */
export function weAreRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Whom the server runs as; undefined means ourselves. Data that exists decides: its files belong
 * to one user, and installing a package that brings a better candidate must not lock them away.
 */
export async function findServerUser(cluster: string): Promise<ServerUser | undefined> {
  if (!weAreRoot()) return undefined;
  return (await ownerOf(cluster)) ?? (await firstCandidate());
}

async function ownerOf(cluster: string): Promise<ServerUser | undefined> {
  const found = await stat(cluster).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function firstCandidate(): Promise<ServerUser> {
  for (const name of candidates) {
    const user = await lookUp(name);
    if (user) return user;
  }
  throw new EmbeddedDatabaseError(
    'PostgreSQL does not run as root, and this machine has none of the users polku, postgres and nobody. ' +
      'Create one with: useradd --system polku',
  );
}

// `id` also knows the users that are not in /etc/passwd (macOS, LDAP).
async function lookUp(name: string): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
