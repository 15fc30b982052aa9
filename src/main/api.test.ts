import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { route } from '#platform/http/route.ts';
import { openLog } from '#platform/log.ts';
import { mountRoutes } from './api.ts';
import type { AppEnvironment } from './app.ts';

const Account = z.object({ name: z.string(), roles: z.array(z.object({ role: z.string() })) });

/** What becomes of an answer where answers are held against their schemas. */
async function answerWith(result: unknown): Promise<number> {
  const app = new Hono<AppEnvironment>();
  app.use(async (http, next) => {
    http.set('log', openLog('silent'));
    http.set('requestId', 'test');
    await next();
  });
  const shown = route({
    method: 'get',
    path: '/api/accounts',
    summary: 'Test',
    access: 'public',
    transaction: 'none',
    response: Account,
    handle: async () => result as z.infer<typeof Account>,
  });
  mountRoutes(app, [shown], undefined as never, true);
  return (await app.request('/api/accounts')).status;
}

test('an answer holds what its schema names', async () => {
  expect(await answerWith({ name: 'Maija', roles: [{ role: 'viewer' }] })).toBe(200);
  expect(await answerWith({ name: 'Maija', roles: [], closed: undefined })).toBe(200);
});

test.each([
  { name: 'Maija', roles: [], password_hash: '$argon2id$' },
  { name: 'Maija', roles: [{ role: 'viewer', county_id: 'x' }] },
  { name: 'Maija' },
])('an answer with more or less than that is a fault: %o', async (result) => {
  expect(await answerWith(result)).toBe(500);
});
