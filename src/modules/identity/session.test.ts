import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#main/app.ts';
import { newId } from '#platform/ids.ts';
import { openLog } from '#platform/log.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { addAccount } from './accounts.ts';

let running: TestProcess;
let account: string;
let password: string;

beforeAll(async () => {
  running = await startProcess();
  const form = { email: 'maija@example.fi', name: 'Maija', language: 'fi' } as const;
  const made = await running.run((ctx) => addAccount(ctx, form));
  account = made.account.id;
  password = made.password;
});
afterAll(() => running.stop());

const signIn = (email: string, given: string): Promise<Response> =>
  running.ask('/api/session', { method: 'POST', json: { email, password: given } });

async function written(since: Date): Promise<unknown[]> {
  const { rows } = await running.run((ctx) =>
    sql`select actor_kind, actor_id, action, thing from audit_entry
      where county_id = ${running.county} and action like 'identity.%' and at >= ${since} order by id`.execute(
      ctx.db,
    ),
  );
  return rows;
}

test('every sign-in, failed one and sign-out is in the audit log, and no word of what was typed', async () => {
  const since = new Date();
  expect((await signIn('maija@example.fi', 'wrong')).status).toBe(401);
  expect((await signIn('nobody@example.fi', 'wrong')).status).toBe(401);
  const [here, there] = await Promise.all([
    signIn('Maija@Example.fi ', password),
    signIn('maija@example.fi', password),
  ]);
  const cookieOf = (response: Response): string =>
    response.headers.get('set-cookie')!.split(';')[0]!;
  const out = (path: string, cookie: string): Promise<Response> =>
    running.ask(path, { method: 'DELETE', cookie });
  expect((await out('/api/session', cookieOf(here!))).status).toBe(204);
  expect((await out('/api/session/all', cookieOf(there!))).status).toBe(204);
  const thing = `account/${account}`;
  const own = { actor_kind: 'account', actor_id: account };
  const nobody = { actor_kind: 'public', actor_id: null, action: 'identity.signInRefused' };
  expect(await written(since)).toEqual([
    { ...nobody, thing },
    { ...nobody, thing: null },
    { ...own, action: 'identity.signIn', thing },
    { ...own, action: 'identity.signIn', thing },
    { ...own, action: 'identity.signOut', thing: null },
    { ...own, action: 'identity.signOutEverywhere', thing: null },
  ]);
});

test('whoever tries what they may not is in the log with the id of the request', async () => {
  const lines: { msg: string; by?: string; requestId: string; status?: number }[] = [];
  const log = openLog('info', { write: (text: string) => void lines.push(JSON.parse(text)) });
  const app = createApp({ ...running.parts, log });
  const viewer = await running.signIn('viewer');
  const headers = { cookie: viewer.cookie };
  const { token, id } = await running.addToken('viewer');
  await app.request('/api/accounts', { headers });
  await app.request('/api/accounts', { headers: { authorization: `Bearer ${token}` } });
  await app.request('/api/session', {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  });
  await app.request(`/api/nodes/${newId()}/dashboard`);
  const refused = lines.filter(({ msg }) => msg === 'refused');
  expect(refused.map(({ by }) => by)).toEqual([
    `account/${viewer.account}`,
    `token/${id}`,
    'nobody',
  ]);
  const requests = lines.filter(({ status }) => status === 403).map(({ requestId }) => requestId);
  expect(refused.map(({ requestId }) => requestId)).toEqual(requests);
});

test('a password that is made of the names of the house and its owner is refused, a long one is taken', async () => {
  const entered = await signIn('maija@example.fi', password);
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  const change = (next: string, current = password): Promise<Response> =>
    running.ask('/api/account/password', { method: 'PUT', cookie, json: { current, next } });
  expect((await change('neljä sanaa vailla yhteyttä', 'wrong')).status).toBe(422);
  expect((await change('lyhyt-2468a')).status).toBe(422);
  for (const next of ['Testikunta2026', 'maija@example.fi', 'salasana-1234']) {
    const response = await change(next);
    expect(response.status, next).toBe(422);
    const { errors } = (await response.json()) as { errors: unknown[] };
    expect(errors).toMatchObject([{ pointer: '/next', code: 'guessable' }]);
  }
  expect(await (await change('ChickenWing101')).json()).toMatchObject({
    errors: [{ pointer: '/next', code: 'leaked' }],
  });
  // Whatever it is made of, and as long as people like; nothing of it is cut or changed.
  const long = ` Neljä sanaa, joilla ei ole mitään yhteistä keskenään 🌲 ${'x'.repeat(100)} `;
  expect((await change(long)).status).toBe(204);
  expect((await signIn('maija@example.fi', long.trim())).status).toBe(401);
  expect((await signIn('maija@example.fi', long.toLowerCase())).status).toBe(401);
  expect((await signIn('maija@example.fi', long)).status).toBe(200);
});

test('a password is stored as argon2id with a salt and the cost that OWASP asks for at least', async () => {
  const { rows } = await running.run((ctx) =>
    sql<{ password_hash: string }>`select password_hash from account where id = ${account}`.execute(
      ctx.db,
    ),
  );
  expect(rows[0]!.password_hash).toMatch(
    /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22,}\$[\w+/]{43}$/,
  );
});

test('signing out has the browser forget what it keeps', async () => {
  const { cookie } = await running.signIn('viewer');
  const response = await running.ask('/api/session', { method: 'DELETE', cookie });
  expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
  expect(response.headers.get('set-cookie')).toMatch(/^polku=; .*Max-Age=0$/);
});
