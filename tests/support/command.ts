import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownEnvironment } from './server.ts';

const root = join(import.meta.dirname, '../..');

/** A command of `npm run polku` in a process of its own. */
export interface Command {
  readonly child: ChildProcess;
  /** Fulfilled when it has ended, however it did. */
  readonly ended: Promise<Ended>;
}

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly text: string;
  /** The most memory that it had, in MiB, as far as the machine tells. */
  readonly peakMiB: number;
}

/** Starts a command. */
export function startCommand(args: readonly string[], env: Record<string, string>): Command {
  const child = spawn(process.execPath, [join(root, 'src/cli/polku.ts'), ...args], {
    cwd: root,
    env: ownEnvironment(env),
  });
  let text = '';
  let peakMiB = 0;
  const watch = setInterval(() => (peakMiB = Math.max(peakMiB, peakOf(child.pid!))), 20);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const ended = new Promise<Ended>((done) =>
    child.once('close', (code) => {
      clearInterval(watch);
      done({ code, text, peakMiB });
    }),
  );
  return { child, ended };
}

/** Runs a command to its end. */
export const runCommand = (args: readonly string[], env: Record<string, string>): Promise<Ended> =>
  startCommand(args, env).ended;

function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
