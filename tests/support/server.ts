import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
// oxlint-disable-next-line eslint/no-restricted-imports -- what stands at the root, as nothing is installed yet when it runs
import { serverCommand, serverEnvironment } from '../../prepare.mjs';
import { connectToRunning } from '#platform/embedded-database/index.ts';

/** A built server in a process of its own, with an embedded database in a folder of its own. */
export interface BuiltServer {
  readonly port: number;
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Milliseconds from the start of the process to its first answer that it is ready. */
  readonly readyMs: number;
  readonly pid: number;
  /** Ends the process at once, as a power cut of the program would; the database server lives on. */
  kill(): Promise<void>;
  /** Resident memory of the process in MiB. */
  memory(): Promise<number>;
  stop(options?: { keep: boolean }): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/**
 * Starts `dist/server/server.js` as `npm start` does; run `npm run build` first. Its database is an embedded one of its
 * own, unless a server's address is given.
 */
export async function startServer(given: {
  port: number;
  dataDir?: string;
  databaseUrl?: string;
  env?: Record<string, string>;
}): Promise<BuiltServer> {
  const dataDir = given.dataDir ?? (await freshFolder());
  const began = performance.now();
  const child = spawn(process.execPath, serverCommand, {
    cwd: root,
    env: ownEnvironment({
      PORT: String(given.port),
      DATA_DIR: dataDir,
      DATABASE_URL: given.databaseUrl ?? '',
      ...given.env,
    }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(child, given.port);
  const readyMs = Math.round(performance.now() - began);
  return {
    port: given.port,
    databaseUrl: given.databaseUrl ?? (await embeddedUrl(dataDir)),
    dataDir,
    readyMs,
    pid: child.pid!,
    memory: () => residentMemory(child.pid!),
    kill: () => end(child, 'SIGKILL'),
    async stop(options) {
      await end(child, 'SIGTERM');
      if (!options?.keep) await rm(dirname(dataDir), { recursive: true, force: true });
    },
  };
}

/** Runs it to its end, as when it refuses to start, and gives what it said. */
export function runServer(given: {
  port: number;
  dataDir: string;
  env?: Record<string, string>;
}): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, serverCommand, {
    cwd: root,
    env: ownEnvironment({ PORT: String(given.port), DATA_DIR: given.dataDir, ...given.env }),
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  return new Promise((done) => child.once('close', (code) => done({ code, text })));
}

/** This process's environment without the settings of Polku that it may hold itself, and with those given. */
export function ownEnvironment(given: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, DATA_DIR: _dir, PORT: _port, NODE_ENV: _mode, ...rest } = process.env;
  return { ...serverEnvironment, ...rest, ...given };
}

async function embeddedUrl(dataDir: string): Promise<string> {
  const database = await connectToRunning(dataDir, 'test');
  if (!database) throw new Error('the server holds no database');
  await database.detach();
  return database.url;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'polku-bench-'));
  await chmod(folder, 0o755);
  return join(folder, 'data');
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('the server did not become ready in a minute');
}

async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
