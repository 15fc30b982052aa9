import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { ask, invite, pause, versionInUse } from '#tests/support/busy-county.ts';
import { type BuiltServer, runServer, startServer } from '#tests/support/server.ts';

const PORT = 4181;
const SUBMISSIONS = 500;
const SIZE_MB = 500;

const place = mkdtempSync(join(tmpdir(), 'polku-full-'));
const mounted = run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=755`, 'tmpfs', place]);
if (!mounted) {
  rmSync(place, { recursive: true });
  console.warn('A4 is skipped: this machine does not let the test mount a small disk.');
}

test.skipIf(!mounted)(
  `A4: on a full disk ${SUBMISSIONS} answers are refused in clear words, reading goes on, and all arrive once when there is room`,
  { timeout: 180_000 },
  async () => {
    const given = { port: PORT, dataDir: join(place, 'data'), env: { LOG_LEVEL: 'silent' } };
    const fill = join(place, 'fill');
    let server: BuiltServer | undefined;
    try {
      server = await startServer(given);
      const bodies = await prepareAnswers(server);
      const cookie = await signIn();
      expect((await sendAll(bodies.slice(0, 20))).map(({ status }) => status)).toEqual(
        Array.from({ length: 20 }, () => 201),
      );

      fillUp(fill);
      expect(statfsSync(place).bavail).toBe(0);
      const early = await sendAll(bodies.slice(20, 40));
      // From here on the program has looked at the disk.
      await pause(400);
      const late = await sendAll(bodies.slice(40));
      expect(late.filter(({ status }) => status !== 503)).toEqual([]);
      expect(new Set(late.map(({ retryAfter, title }) => `${retryAfter} ${title}`))).toEqual(
        new Set([
          '60 Mitään ei voi nyt tallentaa, koska palvelun levytila on täynnä. Mitään ei tallennettu. Yritä myöhemmin uudelleen.',
        ]),
      );
      const home = await fetch(`${origin}/fi`);
      expect(home.status).toBe(200);
      for (const address of ['/fi/polut', '/fi/tulokset', '/health/live'])
        expect([address, (await fetch(origin + address)).status]).toEqual([address, 200]);
      expect((await fetch(`${origin}/api/session`, { headers: { cookie } })).status).toBe(200);
      expect((await fetch(`${origin}/health/ready`)).status).toBe(503);

      await server.kill();
      await crashDatabase(given.dataDir);
      const full = await runServer(given);
      expect(full.code).toBe(1);
      expect(full.text).toMatch(
        /The disk of .* is full: 0 MB are free.* Free some space and start again\./,
      );
      expect(full.text).not.toContain('    at ');

      rmSync(fill);
      server = await startServer(given);
      const again = await sendAll(bodies);
      expect(again.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
      // Whoever was thanked on the full disk gets the same receipt: it was no false thanks.
      for (const [index, { status, receipt }] of early.entries())
        if (status === 201) expect(again[20 + index]!.receipt).toBe(receipt);
      const stored = await ask<{ id: string; receipt: string }>(
        server.databaseUrl,
        'select id, receipt from answer where id = any($1::uuid[])',
        [bodies.map((body) => (JSON.parse(body) as { id: string }).id)],
      );
      expect(stored.map(({ receipt }) => receipt).toSorted()).toEqual(
        again.map(({ receipt }) => receipt!).toSorted(),
      );
    } finally {
      await server?.stop({ keep: true });
      await crashDatabase(given.dataDir);
      run('umount', [place]);
      rmSync(place, { recursive: true, force: true });
    }
  },
);

const origin = `http://127.0.0.1:${PORT}`;

function run(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  for (let size = 1024 * 1024; size >= 4096;) {
    try {
      if (writeSync(handle, Buffer.alloc(size)) < size) size /= 2;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      size /= 2;
    }
  }
  closeSync(handle);
}

/** Ends the database server at once, as the loss of the machine would. */
async function crashDatabase(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postgres/postmaster.pid');
  try {
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    return;
  }
  await pause(1_000);
}

async function prepareAnswers(server: BuiltServer): Promise<string[]> {
  const tokens = await invite(server.databaseUrl, SUBMISSIONS + 40);
  const surveyVersion = await versionInUse(server.databaseUrl);
  return tokens.map((token) =>
    JSON.stringify({
      id: newId(),
      token,
      surveyVersion,
      language: 'fi',
      recommendation: 9,
      scores: { 'got-help': 5 },
      comment: 'Hyvin meni.',
    }),
  );
}

interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly title?: string;
  readonly receipt?: string;
}

async function sendAll(bodies: readonly string[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (let start = 0; start < bodies.length; start += 20)
    answered.push(...(await Promise.all(bodies.slice(start, start + 20).map(send))));
  return answered;
}

async function send(body: string): Promise<Answered> {
  const response = await fetch(`${origin}/api/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'fi' },
    body,
  });
  const said = (await response.json()) as { title?: string; receipt?: string };
  return { ...said, status: response.status, retryAfter: response.headers.get('retry-after') };
}

async function signIn(): Promise<string> {
  const response = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'johto@esimerkkila.example', password: 'polku-esimerkki' }),
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}
