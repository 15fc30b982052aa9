import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from './support/database.ts';
import { type BuiltServer, ownEnvironment, startServer } from './support/server.ts';

const root = join(import.meta.dirname, '..');

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

/** Runs a program of the project to its end. */
function run(file: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, file), ...args], {
      cwd: root,
      env: ownEnvironment(env),
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.once('close', (code) => done({ code, text }));
  });
}

describe('a running server', () => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startServer({ port: 3971, env: { LOG_LEVEL: 'silent' } });
  });
  afterAll(() => rm(dirname(server.dataDir), { recursive: true, force: true }));

  test('is live, and ready to write durably', async () => {
    for (const part of ['live', 'ready']) {
      const response = await fetch(`http://127.0.0.1:${server.port}/health/${part}`);
      expect([response.status, await response.json()]).toEqual([200, { status: part }]);
    }
  });
  test('describes its API, readable without a third party', async () => {
    const description = (await (
      await fetch(`http://127.0.0.1:${server.port}/api/openapi.json`)
    ).json()) as { openapi: string; paths: object };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toContain('/api/answers');
    const docs = await (await fetch(`http://127.0.0.1:${server.port}/api/docs`)).text();
    expect(docs).toContain('POST /api/answers');
    expect(docs).not.toMatch(/(src|href)="https?:/);
  });
  test('refuses a second start on its data folder, and names itself', async () => {
    const { code, text } = await run('dist/server/server.js', [], {
      PORT: '3972',
      DATA_DIR: server.dataDir,
    });
    expect(code).toBe(1);
    expect(text).toContain(String(server.pid));
  });
  test('is joined by commands: the figures equal the answers', async () => {
    const { code, text } = await run('src/cli/polku.ts', ['answers', 'recount'], {
      DATA_DIR: server.dataDir,
    });
    expect({ code, text: text.trim() }).toEqual({
      code: 0,
      text: 'All figures equal the answers.',
    });
  });
  test('ends within five seconds when told to, an open event stream or not', async () => {
    const body = JSON.stringify({
      email: 'johto@esimerkkila.example',
      password: 'polku-esimerkki',
    });
    const session = await fetch(`http://127.0.0.1:${server.port}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
    const { roles } = (await session.json()) as { roles: { node: string }[] };
    const stream = await fetch(`http://127.0.0.1:${server.port}/api/nodes/${roles[0]!.node}/news`, {
      headers: { cookie },
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const began = performance.now();
    await server.stop({ keep: true });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test.each([
  [{ PORT: 'many' }, /PORT/],
  [{ POLKU_MODE: 'test' }, /POLKU_MODE/],
  [{ POLKU_MODE: 'production' }, /PUBLIC_URL: is needed/],
  [
    { POLKU_MODE: 'production', PUBLIC_URL: 'http://polut.example.fi' },
    /PUBLIC_URL: must begin with https/,
  ],
  [{ PUBLIC_URL: 'http://polut.example.fi' }, /PUBLIC_URL: must begin with https/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
])('a wrong setting %o stops the start with a sentence that names it', async (env, sentence) => {
  const { code, text } = await run('dist/server/server.js', [], { PORT: '3973', ...env });
  expect(code).toBe(1);
  expect(text).toMatch(sentence);
  expect(text).not.toContain('    at ');
});

test(
  'production begins with an empty county, and the first administrator signs in',
  { timeout: 60_000 },
  async () => {
    const env = {
      POLKU_MODE: 'production',
      PUBLIC_URL: 'https://polut.example.fi',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
    };
    const server = await startServer({ port: 3974, env });
    try {
      const made = await run(
        'src/cli/polku.ts',
        ['admin', 'create', '--email', 'Eka@Example.fi', '--name', 'Eka'],
        { ...env, DATA_DIR: server.dataDir },
      );
      expect(made.code).toBe(0);
      const password = /only now\): (\S+)/.exec(made.text)?.[1];
      const body = JSON.stringify({ email: 'eka@example.fi', password });
      const response = await fetch(`http://127.0.0.1:${server.port}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('set-cookie')).toMatch(
        /^__Host-polku=.+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      );
      expect(response.headers.get('strict-transport-security')).toContain('max-age=');
      const page = await (await fetch(`http://127.0.0.1:${server.port}/fi`)).text();
      expect(page).not.toMatch(/esimerkki|Esimerkkil/);
    } finally {
      await server.stop();
    }
  },
);

test(
  'with DATABASE_URL no embedded server is started, and the county stands there',
  { timeout: 60_000 },
  async () => {
    const database = await cloneDatabase();
    const server = await startServer({
      port: 3975,
      databaseUrl: database.url,
      env: { LOG_LEVEL: 'silent' },
    });
    try {
      expect(existsSync(server.dataDir)).toBe(false);
      const page = await (await fetch(`http://127.0.0.1:${server.port}/fi`)).text();
      expect(page).toContain('Esimerkkilän hyvinvointialue');
    } finally {
      await server.stop();
      await database.drop();
    }
  },
);
