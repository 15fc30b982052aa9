import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeOldBinaries } from './binaries.ts';
import { requireRoom } from './free-space.ts';
import { createSocketDir, type Place } from './place.ts';
import { findPostmaster } from './postmaster.ts';
import { prepare } from './prepare.ts';
import { EmbeddedDatabaseError, unstartable } from './refusal.ts';

const largestLog = 5_000_000;

/** A server that this process has started; it may have ended since. */
export type Launch = { child: ChildProcess; logFrom: number };

// Given on the command line, so that postgresql.conf cannot undo what the product promises:
// durable commits, no network, and no personal data in the log.
function serverArguments(place: Place): string[] {
  const settings = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: place.socketDir,
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    log_statement: 'none',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    // The detail of an error quotes the row: `Key (phone)=(…) already exists`.
    log_error_verbosity: 'terse',
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', place.cluster, ...pairs];
}

/** Starts the server and returns once its pid file names it, or it has ended. */
export async function launchPostmaster(place: Place): Promise<Launch> {
  await requireRoom(place.dir);
  const binaries = await prepare(place);
  await createSocketDir(place);
  await rotateLog(place.log);
  const log = await open(place.log, 'a', 0o600);
  try {
    const logFrom = (await log.stat()).size;
    const child = spawnServer(place, binaries, log.fd);
    const launch = { child, logFrom };
    await untilNamedOrEnded(place, launch);
    if (!hasEnded(launch)) await removeOldBinaries(place);
    return launch;
  } finally {
    await log.close();
  }
}

// Detached: Ctrl-C goes to the whole terminal group, and the server must outlive the requests that
// are still being answered.
function spawnServer(place: Place, binaries: string, log: number): ChildProcess {
  const child = spawn(join(binaries, 'bin/postgres'), serverArguments(place), {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: place.dir,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
    ...place.user,
  });
  child.unref();
  return child;
}

async function untilNamedOrEnded(place: Place, launch: Launch): Promise<void> {
  let failure: Error | undefined;
  launch.child.once('error', (error) => (failure = error));
  do {
    await sleep(5);
    if (failure) {
      throw new EmbeddedDatabaseError(`PostgreSQL cannot be run here: ${failure.message}`);
    }
    if ((await findPostmaster(place.cluster))?.pid === launch.child.pid) return;
  } while (!hasEnded(launch));
}

function hasEnded({ child }: Launch): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * Tells why a launched server has ended. What passes by itself is returned as a sentence; what
 * does not is thrown with the server's last words.
 */
export async function explainEnd(place: Place, launch: Launch): Promise<string> {
  while (!hasEnded(launch)) await sleep(5);
  if (launch.child.exitCode === 0) return 'the server was stopped by someone else';
  const said = (await readFile(place.log)).subarray(launch.logFrom).toString('utf8');
  const lines = said.trim().split('\n');
  // Another start was quicker, or the processes of a killed server are still going away.
  const passing = lines.findLast((line) =>
    /lock file .* already exists|pre-existing shared memory block/.test(line),
  );
  if (passing) return passing;
  throw unstartable(place.dir, lines.slice(-15));
}

async function rotateLog(path: string): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size <= largestLog) return;
  await rename(path, `${path}.1`).catch(() => undefined);
  await chmod(`${path}.1`, 0o600).catch(() => undefined);
}
