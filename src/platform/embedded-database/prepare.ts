import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { copyBinaries, findBinaries } from './binaries.ts';
import type { Place } from './place.ts';
import { isAlive } from './processes.ts';
import { syncFolder } from './sync.ts';
import { EmbeddedDatabaseError, unstartable } from './refusal.ts';

const run = promisify(execFile);

const unfinishedPrefix = 'postgres-unfinished-';
const removal = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };
const passwordFile = 'polku.password';

/** The name of the database's owner. */
export const ownerName = 'polku';

/** Makes sure that binaries and cluster exist, and answers where the binaries are. */
export async function prepare(place: Place): Promise<string> {
  const ready = await findPrepared(place);
  if (ready) return ready;
  const unlock = await lockPreparing(place);
  try {
    if (!(await findBinaries(place))) await copyBinaries(place);
    const binaries = (await findBinaries(place)) as string;
    if (await isEmpty(place.cluster)) await createCluster(place, binaries);
    return binaries;
  } finally {
    await unlock();
  }
}

/** The owner's password. It was made with the cluster and lives in it. */
export async function readPassword(place: Place): Promise<string> {
  const path = join(place.cluster, passwordFile);
  return readFile(path, 'utf8').catch((error: Error) => {
    throw unstartable(place.dir, [`the password file cannot be read: ${error.message}`]);
  });
}

async function findPrepared(place: Place): Promise<string | undefined> {
  const binaries = await findBinaries(place);
  return binaries && !(await isEmpty(place.cluster)) ? binaries : undefined;
}

// Only what is absent or empty is ever initialised. A folder with something else in it is left to
// the server, which refuses it.
async function isEmpty(cluster: string): Promise<boolean> {
  const names = await readdir(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new EmbeddedDatabaseError(
      `The database in ${cluster} belongs to another user (${error.message}). Start Polku as that user.`,
    );
  });
  return names.length === 0;
}

// The cluster appears under its name all at once, complete and on disk, with its password in it.
async function createCluster(place: Place, binaries: string): Promise<void> {
  await removeUnfinished(place.dir);
  const unfinished = join(place.dir, unfinishedPrefix + process.pid);
  const passwordPath = `${unfinished}.password`;
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordPath, randomBytes(24).toString('base64url'), {
    mode: 0o600,
    flush: true,
  });
  if (place.user) {
    await chown(unfinished, place.user.uid, place.user.gid);
    await chown(passwordPath, place.user.uid, place.user.gid);
  }
  await initdb(place, binaries, unfinished, passwordPath);
  await rename(passwordPath, join(unfinished, passwordFile));
  await syncFolder(unfinished);
  await moveIntoPlace(unfinished, place.cluster);
  await syncFolder(place.dir);
}

async function moveIntoPlace(unfinished: string, cluster: string): Promise<void> {
  try {
    await rename(unfinished, cluster);
  } catch (error) {
    if (await isEmpty(cluster)) throw error;
    // Another start was quicker; its database is as good as ours.
    await rm(unfinished, removal);
  }
}

async function initdb(place: Place, binaries: string, into: string, password: string) {
  const options = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=fi'];
  options.push('--data-checksums', '--auth=scram-sha-256', `--username=${ownerName}`);
  // These two go to postgresql.conf, where an operator may tune them; see launch.ts for the rest.
  options.push('--set=shared_buffers=128MB', '--set=max_connections=100');
  try {
    await run(
      join(binaries, 'bin/initdb'),
      [...options, `--pwfile=${password}`, `--pgdata=${into}`],
      {
        cwd: place.dir,
        env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
        ...place.user,
      },
    );
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new EmbeddedDatabaseError(
      `The database could not be created in ${place.dir}:\n${stderr?.trim() || message}`,
    );
  }
}

async function removeUnfinished(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    const pid = Number.parseInt(name.slice(unfinishedPrefix.length), 10);
    if (pid !== process.pid && isAlive(pid)) continue;
    // A killed start leaves an initdb behind that may still be writing: try again, then let it be.
    await rm(join(dir, name), removal).catch(() => undefined);
  }
}

// Saves twenty simultaneous starts from twenty initdbs. Correctness does not hang on it: rename
// onto a cluster fails. So a lock that cannot be had in half a minute is simply passed by.
async function lockPreparing(place: Place): Promise<() => Promise<void>> {
  const path = join(place.dir, 'preparing.pid');
  for (let round = 0; round < 600; round++) {
    const taken = await writeFile(path, String(process.pid), { flag: 'wx' }).then(
      () => true,
      () => false,
    );
    if (taken) return () => rm(path, { force: true });
    const owner = Number(await readFile(path, 'utf8').catch(() => '0'));
    if (owner > 0 && !isAlive(owner)) await rm(path, { force: true });
    await sleep(50);
  }
  return () => Promise.resolve();
}
