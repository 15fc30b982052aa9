import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase } from '#tests/support/database.ts';
import { openCounty } from './county.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
const id = randomUUID();
beforeAll(async () => {
  clone = await cloneDatabase();
});
afterAll(() => clone.drop());

async function standing(example: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: clone.url });
  await client.connect();
  await client.query('delete from county');
  await client.query('insert into county (county_id, code, example) values ($1, $2, $3)', [
    id,
    'x',
    example,
  ]);
  await client.end();
}

const open = (mode: 'example' | 'production'): Promise<string> =>
  openCounty(clone.url, join(import.meta.dirname, '../..'), { mode }, () => undefined);

test('production never starts on the example county, whose passwords everybody knows', async () => {
  await standing(true);
  await expect(open('production')).rejects.toThrow(/fictional example county.*DATA_DIR/);
  expect(await open('example')).toBe(id);
});

test('production starts on a county of its own', async () => {
  await standing(false);
  expect(await open('production')).toBe(id);
});
