import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { startProcess, type TestProcess } from './support/process.ts';

// What people send is never a part of a statement: it is found as it was written, or not at all.

const ATTEMPTS = [
  "' or '1'='1",
  "' or 1=1 --",
  "'; drop table account_role; --",
  "'); delete from account; --",
  "x' union select password_hash from account --",
  "' || (select password_hash from account limit 1) || '",
  "' and pg_sleep(5) --",
  "'; select pg_sleep(5); --",
  String.raw`\'; drop table account; --`,
  '$1',
  '$$; drop table account; $$',
  '"account"',
  '%',
  '_',
  ':name',
  '?',
  '/* */ or true',
  '{1,2}',
  "E'\\x00'",
  '\u02bc or 1=1',
] as const;

let running: TestProcess;
let cookie: string;
let unit: string;

beforeAll(async () => {
  running = await startProcess();
  ({ cookie } = await running.signIn('administrator'));
  unit = await running.addUnit();
});
afterAll(() => running.stop());

/** The rows of people and places; the tables are there. */
async function standing(): Promise<unknown> {
  const { rows } = await running.run((ctx) =>
    sql`select (select count(*)::int from account), (select count(*)::int from account_role), (select count(*)::int from node)`.execute(
      ctx.db,
    ),
  );
  return rows[0];
}

test.each(ATTEMPTS)('%s is a word like others, wherever it is written', async (attempt) => {
  const before = await standing();
  const began = performance.now();
  const word = encodeURIComponent(attempt);
  const places = [
    `/fi/yksikot/${word}`,
    `/fi/polut/${word}`,
    `/p/${word}`,
    `/a/${word}`,
    `/staff/preview/paths/${word}`,
    `/api/nodes/${word}/dashboard`,
    `/api/nodes/${unit}/dashboard?set=${word}`,
    `/api/nodes/${unit}/dashboard?channel=${word}`,
    `/api/audit?thing=${word}`,
    `/api/audit?action=${word}`,
    `/api/audit.csv?thing=${word}`,
  ];
  for (const address of places) {
    const response = await running.ask(address, { cookie });
    const text = await response.text();
    expect(response.status, address).toBeLessThan(500);
    expect(text, address).not.toContain('$argon2id$');
  }
  const found = await running.ask(`/api/audit?thing=${word}`, { cookie });
  expect(await found.json()).toMatchObject({ entries: [] });
  const json = { email: attempt, password: attempt };
  const { status } = await running.ask('/api/session', { method: 'POST', json });
  expect(status).toBe(401);
  expect(await standing()).toEqual(before);
  expect(performance.now() - began).toBeLessThan(4_000);
});

test.each(ATTEMPTS)('%s is stored as it was written', async (name) => {
  const email = `${newId()}@example.fi`;
  const made = await running.ask('/api/accounts', {
    method: 'POST',
    cookie,
    json: { email, name },
  });
  expect(made.status).toBe(201);
  const { accounts } = (await (await running.ask('/api/accounts', { cookie })).json()) as {
    accounts: { email: string; name: string }[];
  };
  expect(accounts.find((each) => each.email === email)?.name).toBe(name);
});
