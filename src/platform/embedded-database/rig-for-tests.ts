import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findPostmaster, stopPostmaster } from './postmaster.ts';

type Outcome =
  | { outcome: 'open'; url: string; adopted: boolean; ms: number }
  | { outcome: 'refused'; name: string; message: string };

/** Processes of one test that open, or try to open, one data folder. */
export class Holders {
  readonly #dir: string;
  readonly #children: ChildProcess[] = [];

  constructor(dir: string) {
    this.#dir = dir;
  }

  launch(how: 'open' | 'join' = 'open') {
    const script = join(import.meta.dirname, 'holder-for-tests.ts');
    const child = spawn(process.execPath, [script, how, this.#dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    return { child, outcome: firstLine(child) };
  }

  async opened(how: 'open' | 'join' = 'open') {
    const { child, outcome } = this.launch(how);
    const result = await outcome;
    if (result.outcome === 'refused') throw new Error(result.message);
    return { child, ...result };
  }

  async refused() {
    const result = await this.launch().outcome;
    if (result.outcome === 'open') throw new Error('it was opened');
    return result;
  }

  postmaster() {
    return findPostmaster(join(this.#dir, 'postgres'));
  }

  async endAll(): Promise<void> {
    await Promise.all(this.#children.map((child) => end(child, 'SIGKILL')));
    const server = await this.postmaster();
    if (server) await stopPostmaster(join(this.#dir, 'postgres'), server.pid);
  }
}

async function firstLine(child: ChildProcess): Promise<Outcome> {
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line);
  throw new Error(`process ${child.pid} said nothing`);
}

/** Signals a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** A new folder that every user may enter. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'polku-test-')));
  await chmod(folder, 0o755);
  return folder;
}

/** Copies the data folder of a stopped server; the binaries are only linked. */
export async function copyStopped(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const name of await readdir(from)) {
    if (name.startsWith('postgres-binaries')) await symlink(join(from, name), join(to, name));
  }
  // Node's own copying does not keep the owner.
  await promisify(execFile)('cp', ['-a', join(from, 'postgres'), to]);
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The living processes of a server: itself and its children. Only Linux tells; elsewhere none. */
export async function processesOf(postmasterPid: number): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir('/proc').catch(() => [])) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const [, state, parent] = /\) (\S) (\d+)/.exec(stat) ?? [];
    const itsOwn = Number(pid) === postmasterPid || Number(parent) === postmasterPid;
    if (itsOwn && state !== 'Z') found.push(pid);
  }
  return found;
}
