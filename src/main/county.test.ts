import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { emptyDatabase } from '#tests/support/database.ts';
import { COUNTY_LOCK, openCounty } from './county.ts';

const LONGER_THAN_A_REQUEST_WAITS_MS = 6_000;

test('a start waits for another one that fills the county, longer than a request waits for a lock', async () => {
  const database = await emptyDatabase();
  const another = new pg.Client({ connectionString: database.url });
  await another.connect();
  await another.query('select pg_advisory_lock($1)', [COUNTY_LOCK]);
  const opening = openCounty(database.url, process.cwd(), { mode: 'production' }, () => undefined);
  await Promise.race([opening, pause(LONGER_THAN_A_REQUEST_WAITS_MS)]);
  await another.query('select pg_advisory_unlock($1)', [COUNTY_LOCK]);
  expect(await opening).toMatch(/^[0-9a-f-]{36}$/);
  await another.end();
  await database.drop();
});
