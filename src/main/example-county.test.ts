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
  await client.query(
    `insert into county (county_id, code, example) values ($1, 'x', $2)
       on conflict (county_id) do update set example = excluded.example`,
    [id, example],
  );
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

test('a county made by an earlier version gets the surveys that came since, once, and its own words stay', async () => {
  await clone.drop();
  clone = await cloneDatabase();
  await standing(false);
  const client = new pg.Client({ connectionString: clone.url });
  await client.connect();
  const surveys = async (): Promise<unknown[]> => {
    const { rows } = await client.query(
      `select s.code, count(distinct v.id)::int as versions, min(t.text) filter (where t.field = 'thanks' and t.language = 'fi') as thanks
       from survey s join survey_version v on v.survey_id = s.id join survey_text t on t.survey_version_id = v.id
       where s.county_id = $1 group by s.code order by s.code`,
      [id],
    );
    return rows;
  };
  try {
    expect(await surveys()).toEqual([]);
    const said: string[] = [];
    const root = join(import.meta.dirname, '../..');
    await openCounty(clone.url, root, { mode: 'production' }, (line) => said.push(line));
    expect(await surveys()).toMatchObject([
      { code: 'animal-owners', versions: 1 },
      { code: 'did-not-get-in', versions: 1 },
    ]);
    expect(said).toEqual([expect.stringContaining('animal-owners, did-not-get-in')]);
    await client.query(
      `update survey_text set text = 'Oma kiitos' where field = 'thanks' and language = 'fi'`,
    );
    await openCounty(clone.url, root, { mode: 'production' }, (line) => said.push(line));
    expect(said).toHaveLength(1);
    expect(await surveys()).toMatchObject([
      { versions: 1, thanks: 'Oma kiitos' },
      { versions: 1, thanks: 'Oma kiitos' },
    ]);
  } finally {
    await client.end();
  }
});
