import type pg from 'pg';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#main/database.ts';
import { createCounty } from '#modules/organisation';
import { cloneDatabase } from '#tests/support/database.ts';
import { newId } from './ids.ts';
import { RateLimits, type RateLimitTables } from './rate-limit.ts';
import { createEdge } from './transaction.ts';

let db: Kysely<RateLimitTables>;
let pool: pg.Pool;
let drop: () => Promise<void>;
const county = newId();

beforeAll(async () => {
  const clone = await cloneDatabase();
  ({ drop } = clone);
  ({ db, pool } = openDatabase<RateLimitTables>(clone.url, 8));
  const jobs = { plan: async () => undefined, wake: () => undefined };
  const edge = createEdge({ pool, county, clock: () => new Date(), jobs, reactions: [] });
  await edge.write({ kind: 'system', name: 'test' }, 'test', (ctx) =>
    createCounty(ctx as never, { code: 'x', name: { fi: 'X' }, example: false }),
  );
});
afterAll(async () => {
  await pool.end();
  await drop();
});

/** How many of so many uses at once are let through. */
async function pass(limits: RateLimits, limit: Parameters<RateLimits['use']>[0], uses: number) {
  const results = await Promise.allSettled(
    Array.from({ length: uses }, () => limits.use(limit, 'somebody')),
  );
  return results.filter(({ status }) => status === 'fulfilled').length;
}

test('all who come at once share one lease, so that none of the limit is wasted', async () => {
  const limits = new RateLimits(db, county, 'secret');
  const limit = { name: 'many', uses: 600, windowSeconds: 600, lease: 50 };
  expect(await pass(limits, limit, 300)).toBe(300);
  expect(await pass(limits, limit, 300)).toBe(300);
  expect(await pass(limits, limit, 20)).toBe(0);
});

test('with a lease of one as many pass as may, however many come at once', async () => {
  const limits = new RateLimits(db, county, 'secret');
  const limit = { name: 'few', uses: 5, windowSeconds: 600, lease: 1 };
  expect(await pass(limits, limit, 40)).toBe(5);
});

test('two processes share a limit, and each wastes at most a lease', async () => {
  const [one, other] = [new RateLimits(db, county, 'secret'), new RateLimits(db, county, 'secret')];
  const limit = { name: 'shared', uses: 200, windowSeconds: 600, lease: 20 };
  const passed = await Promise.all([pass(one, limit, 200), pass(other, limit, 200)]);
  expect(passed[0]! + passed[1]!).toBe(200);
});
