import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';

let running: TestProcess;
let unit: string;
let admin: string;
beforeAll(async () => {
  running = await startProcess();
  unit = await running.addUnit();
  admin = (await running.signIn('administrator')).cookie;
});
afterAll(() => running.stop());

interface Made {
  token: { id: string; ending: string; state: string; used: string | null; lastDay: string };
  secret: string;
}
const make = async (change: object = {}): Promise<Made> => {
  const json = { name: 'Ajanvaraus', purpose: 'Käynnit', role: 'collector', node: unit, ...change };
  const response = await running.ask('/api/tokens', { method: 'POST', cookie: admin, json });
  expect(response.status).toBe(201);
  return response.json() as Promise<Made>;
};
const listed = async (id: string): Promise<Made['token']> => {
  const response = await running.ask('/api/tokens', { cookie: admin });
  const { tokens } = (await response.json()) as { tokens: Made['token'][] };
  return tokens.find((token) => token.id === id)!;
};
const revoke = (id: string): Promise<Response> =>
  running.ask(`/api/tokens/${id}/revoke`, { method: 'POST', cookie: admin });
const ask = (token: string): Promise<Response> => running.ask('/api/nodes', { token });
const change = (id: string, set: ReturnType<typeof sql>): Promise<unknown> =>
  running.run((ctx) => sql`update api_token set ${set} where id = ${id}`.execute(ctx.db));

test('is shown once and recognisable, holds 192 random bits, and only its hash is stored', async () => {
  const { token, secret } = await make();
  expect(secret).toMatch(/^polku_[\w-]{32}$/);
  expect(Buffer.from(secret.slice(6), 'base64url').byteLength).toBe(24);
  expect(token.ending).toBe(secret.slice(-4));
  expect(JSON.stringify(await listed(token.id))).not.toContain(secret);
  const { rows } = await running.run((ctx) =>
    sql<{ whole: string; hashed: boolean }>`
      select t::text as whole, token_hash = sha256(${Buffer.from(secret)}) as hashed from api_token t where id = ${token.id}`.execute(
      ctx.db,
    ),
  );
  expect(rows[0]!.hashed).toBe(true);
  expect(rows[0]!.whole).not.toContain(secret.slice(6));
});

test('the audit log knows it as what it is, and who made and revoked it', async () => {
  const { token, secret } = await make();
  const address = `/api/nodes/${unit}/feedback-points`;
  expect((await running.ask(address, { method: 'POST', token: secret, json: {} })).status).toBe(
    201,
  );
  await revoke(token.id);
  const { rows } = await running.run((ctx) =>
    sql<{ actor_kind: string; actor_id: string; action: string }>`
      select actor_kind, actor_id, action from audit_entry
      where actor_id = ${token.id} or thing = ${`token/${token.id}`} order by at, id`.execute(
      ctx.db,
    ),
  );
  expect(rows).toMatchObject([
    { actor_kind: 'token', actor_id: token.id, action: 'collection.createPoint' },
    { actor_kind: 'account', action: 'identity.revokeToken' },
  ]);
});

describe('a token that is no good', () => {
  test('is refused from the very next request on when it is revoked', async () => {
    const { token, secret } = await make();
    expect((await ask(secret)).status).toBe(200);
    expect((await revoke(token.id)).status).toBe(200);
    expect((await ask(secret)).status).toBe(401);
    expect((await listed(token.id)).state).toBe('revoked');
    // Again changes nothing.
    expect((await revoke(token.id)).status).toBe(200);
  });
  test('is refused when it has expired by the clock of the database', async () => {
    const { token, secret } = await make({ expiresInDays: 1 });
    expect((await listed(token.id)).state).toBe('ends-soon');
    expect((await ask(secret)).status).toBe(200);
    await change(token.id, sql`expires_at = now() - interval '1 second'`);
    expect((await ask(secret)).status).toBe(401);
    expect((await listed(token.id)).state).toBe('expired');
  });
  test('gets one and the same answer whether it is unknown, expired, revoked or misspelt', async () => {
    const [expired, revoked] = [await make(), await make()];
    await change(expired.token.id, sql`expires_at = now()`);
    await revoke(revoked.token.id);
    const bad = [expired.secret, revoked.secret, `polku_${newSecret()}`, 'polku_', 'x'.repeat(500)];
    const answers = await Promise.all(
      bad.map(async (token) => {
        const response = await ask(token);
        const { instance: _, ...problem } = (await response.json()) as { instance: string };
        return { status: response.status, problem, asks: response.headers.get('www-authenticate') };
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      status: 401,
      asks: 'Bearer',
      problem: {
        type: '/problems/token-invalid',
        title: expect.stringContaining('Pyydä pääkäyttäjältä uusi'),
      },
    });
  });
  test('is not helped by the cookie of somebody who has signed in', async () => {
    const init = { cookie: admin, token: `polku_${newSecret()}` };
    expect((await running.ask('/api/nodes', init)).status).toBe(401);
  });
  test('is limited by address, which does not harm a valid token behind the same one', async () => {
    const { secret } = await make();
    let response = await ask('polku_guess');
    for (let tries = 0; tries < 100 && response.status === 401; tries += 1)
      response = await ask(`polku_${newSecret()}`);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(secret)).status).toBe(200);
  });
});

test('its use is written at most once a minute', async () => {
  const { token, secret } = await make();
  expect((await listed(token.id)).used).toBeNull();
  await ask(secret);
  const { used: first } = await listed(token.id);
  expect(first).not.toBeNull();
  await Promise.all([ask(secret), ask(secret)]);
  expect((await listed(token.id)).used).toBe(first);
  await change(token.id, sql`used_at = now() - interval '61 seconds'`);
  const { used: before } = await listed(token.id);
  await ask(secret);
  expect((await listed(token.id)).used! > before!).toBe(true);
});

test('the rule against other origins is for cookies, not for tokens; a token gets no cookie', async () => {
  const { secret } = await make();
  const init = { method: 'POST', json: {}, headers: { origin: 'https://elsewhere.example' } };
  const address = `/api/nodes/${unit}/feedback-points`;
  const response = await running.ask(address, { ...init, token: secret });
  expect(response.status).toBe(201);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect((await running.ask(address, { ...init, cookie: admin })).status).toBe(403);
});

test('its event stream ends within five seconds after it is revoked', async () => {
  const { token, secret } = await make({ role: 'viewer' });
  const response = await running.ask(`/api/nodes/${unit}/news`, { token: secret });
  expect(response.status).toBe(200);
  const reader = response.body!.getReader();
  await reader.read();
  const since = performance.now();
  await revoke(token.id);
  while (!(await reader.read()).done);
  expect(performance.now() - since).toBeLessThan(5_000);
});

test('is valid to the end of its last day, a year at most', async () => {
  const { token } = await make({ expiresInDays: 366 });
  expect((await listed(token.id)).lastDay).toBe(token.lastDay);
  const json = { name: 'x', role: 'viewer', node: unit, expiresInDays: 367 };
  const response = await running.ask('/api/tokens', { method: 'POST', cookie: admin, json });
  expect(response.status).toBe(422);
});
