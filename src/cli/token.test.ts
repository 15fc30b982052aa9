import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import type { Opened } from './open-command.ts';
import { createToken } from './token-create.ts';
import { listTokens } from './token-list.ts';
import { revokeToken } from './token-revoke.ts';

let running: TestProcess;
let opened: Opened;
let said: string;
beforeAll(async () => {
  running = await startProcess();
  await running.addUnit();
  opened = { run: running.run, read: running.run, close: async () => undefined };
});
afterAll(() => running.stop());
beforeEach(() => {
  said = '';
  const hear = (text: unknown): boolean => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
});
afterEach(() => vi.restoreAllMocks());

const wanted = { name: 'Ajanvaraus', role: 'collector', node: 'P1' };

test('a token is made, works, is listed without its secret, and is revoked at once', async () => {
  expect(await listTokens(opened)).toBe(0);
  expect(said).toBe('There are no tokens.\n');
  expect(await createToken(opened, wanted)).toBe(0);
  const [secret] = /polku_[\w-]{32}/.exec(said)!;
  const [id] = /[0-9a-f-]{36}/.exec(said)!;
  expect((await running.ask('/api/nodes', { token: secret })).status).toBe(200);
  said = '';
  await listTokens(opened);
  expect(said).toMatch(
    new RegExp(`^${id}  valid  …${secret.slice(-4)}  collector on P1  to .* used .*Ajanvaraus\n$`),
  );
  expect(said).not.toContain(secret);
  expect(await revokeToken(opened, { id })).toBe(0);
  expect((await running.ask('/api/nodes', { token: secret })).status).toBe(401);
});

test('what is missing or unknown is said, and nothing is made', async () => {
  const before = await running.run((ctx) => ctx.db.selectFrom('api_token').select('id').execute());
  expect(await createToken(opened, { ...wanted, role: 'king' })).toBe(2);
  expect(await createToken(opened, { ...wanted, days: '400' })).toBe(2);
  expect(await createToken(opened, { role: 'viewer', node: 'P1' })).toBe(2);
  expect(await createToken(opened, { ...wanted, node: 'X9' })).toBe(1);
  expect(said).toContain('no node with the code X9');
  expect(await revokeToken(opened, { id: 'x' })).toBe(2);
  expect(await revokeToken(opened, { id: crypto.randomUUID() })).toBe(1);
  expect(await running.run((ctx) => ctx.db.selectFrom('api_token').select('id').execute())).toEqual(
    before,
  );
});
