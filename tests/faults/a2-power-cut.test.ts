import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  ask,
  invite,
  keepSending,
  pause,
  type Thanked,
  versionInUse,
} from '#tests/support/busy-county.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { times } from './size.ts';

const PORT = 4182;
const CUTS = times(50, 2);
const CLIENTS = 8;

const folder = mkdtempSync(join(tmpdir(), 'polku-cut-'));
const image = join(folder, 'disk.img');
const place = join(folder, 'disk');
const mounted = makeDisk();
if (!mounted) {
  rmSync(folder, { recursive: true });
  console.warn('A2 is skipped: this machine does not let the test mount a disk of its own.');
}

test.skipIf(!mounted)(
  `A2: after ${CUTS} power cuts under ${CLIENTS} retrying clients every answer that was thanked for is on the disk, and each start succeeds`,
  { timeout: 3_600_000 },
  async () => {
    const given = { port: PORT, dataDir: join(place, 'data'), env: { LOG_LEVEL: 'silent' } };
    let server: BuiltServer = await startServer(given);
    const tokens = await invite(server.databaseUrl, times(60_000, 6_000));
    const version = await versionInUse(server.databaseUrl);
    const thanked: Thanked[] = [];
    const state = { going: true, ask: send };
    const clients = Array.from({ length: CLIENTS }, () =>
      keepSending(state, { tokens, version }, thanked),
    );
    try {
      for (let cut = 0; cut < CUTS; cut += 1) {
        await pause(300 + Math.random() * 1_500);
        await cutPower(server.pid, given.dataDir);
        const before = [...thanked];
        server = await startServer(given);
        const stored = await receipts(server);
        expect(before.filter(({ id, receipt }) => stored.get(id) !== receipt)).toEqual([]);
      }
      state.going = false;
      await Promise.all(clients);
      const stored = await receipts(server);
      expect(thanked.filter(({ id, receipt }) => stored.get(id) !== receipt)).toEqual([]);
      expect(thanked.length).toBeGreaterThan(CUTS);
    } finally {
      state.going = false;
      await server.stop({ keep: true });
      await Promise.race([Promise.all(clients), pause(1_000)]);
      await unmount();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

function makeDisk(): boolean {
  mkdirSync(place);
  return (
    run('truncate', ['-s', '900M', image]) &&
    run('mkfs.ext4', ['-q', '-F', image]) &&
    run('mount', ['-o', 'loop', image, place]) &&
    run('chmod', ['755', folder, place])
  );
}

/**
 * Everything stands still, and what had reached the disk by then is what the next start finds: all that only the file
 * system's memory held is gone with the old image.
 */
async function cutPower(program: number, dataDir: string): Promise<void> {
  const postmaster = Number(
    readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
  );
  process.kill(program, 'SIGSTOP');
  process.kill(postmaster, 'SIGSTOP');
  const all = [program, postmaster, ...childrenOf(postmaster)];
  for (const pid of all) signal(pid, 'SIGSTOP');
  // Thanks that were under way have arrived by then; they had been committed before.
  await pause(100);
  const copy = `${image}.copy`;
  expect(run('cp', ['--sparse=always', image, copy])).toBe(true);
  for (const pid of all) signal(pid, 'SIGKILL');
  await unmount();
  renameSync(copy, image);
  expect(run('mount', ['-o', 'loop', image, place])).toBe(true);
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function unmount(): Promise<void> {
  for (let tries = 0; tries < 200 && !run('umount', [place]); tries += 1) await pause(50);
}

function run(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

const send = (body: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${PORT}/api/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(10_000),
  });

async function receipts({ databaseUrl }: BuiltServer): Promise<Map<string, string>> {
  const rows = await ask<{ id: string; receipt: string }>(
    databaseUrl,
    'select id, receipt from answer',
  );
  return new Map(rows.map(({ id, receipt }) => [id, receipt]));
}
