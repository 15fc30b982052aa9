import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDatabaseError } from './refusal.ts';
import { runsWith } from './processes.ts';

// A checkpoint on a slow disk takes its time; cutting it short only moves the work to the next start.
const longestStop = 120_000;

/** A running server, as its pid file tells. */
export type Postmaster = { pid: number; port: number; socketDir: string };

/** The live server of a cluster. A pid file whose process is gone, or is another program, is none. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, socketDir] = text.split('\n');
  if (!pid || !port || !socketDir) return undefined;
  const server = { pid: Number(pid), port: Number(port), socketDir };
  return (await runsWith(server.pid, cluster)) ? server : undefined;
}

/** Stops the server as `fast` does: open transactions are rolled back, nothing committed is lost. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  if (!(await runsWith(pid, cluster))) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + longestStop;
  while (await runsWith(pid, cluster)) {
    if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        `The database server (process ${pid}) was told to stop but has not. It is safe to wait.`,
      );
    }
    await sleep(process.platform === 'linux' ? 5 : 50);
  }
}
