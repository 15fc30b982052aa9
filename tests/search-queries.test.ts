import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slugOf } from '#modules/organisation';
import { QUERIES } from './support/search-queries.ts';
import { libraryPaths, plantLibrary } from './support/plant-library.ts';
import { startProcess, type TestProcess } from './support/process.ts';

// The bench does the same among 500.
const PATHS = 120;
const WANTED = 0.95;

const paths = libraryPaths(PATHS);
const ADDRESSES = { fi: '/fi/haku', sv: '/sv/sok' } as const;
let running: TestProcess;

beforeAll(async () => {
  running = await startProcess();
  const client = new pg.Client({ connectionString: running.url });
  await client.connect();
  await plantLibrary(client, { county: running.county, node: running.root }, paths);
  await client.end();
});
afterAll(() => running.stop());

async function firstFor(
  language: keyof typeof ADDRESSES,
  typed: string,
): Promise<string | undefined> {
  const html = await (
    await running.ask(`${ADDRESSES[language]}?${new URLSearchParams({ q: typed })}`)
  ).text();
  return /<h3><a href="\/[a-z]{2}\/[a-z]+\/([^"#]+)"/.exec(html)?.[1];
}

test('the list of everyday queries is a hundred, no two alike, and forty of them Swedish', () => {
  expect(new Set(QUERIES.map(({ language, typed }) => `${language} ${typed}`)).size).toBe(100);
  expect(QUERIES.filter(({ language }) => language === 'sv').length).toBeGreaterThanOrEqual(40);
});

test('no path is helped by search words that repeat a misspelling', () => {
  const words = paths.flatMap((path) => path.words.flatMap((all) => all.split('\n')));
  for (const misspelt of ['klamidia', 'aborti', 'abbort', 'ylätysraskaus', 'könsjukdom', 'hivtest'])
    expect(words).not.toContain(misspelt);
});

test('the path that is meant comes first for nearly all of them', async () => {
  const missed: string[] = [];
  for (const { language, typed, path } of QUERIES) {
    const meant = paths.find(({ code }) => code === path)!;
    const slug = slugOf(meant.title[language === 'fi' ? 0 : 1]);
    if ((await firstFor(language, typed)) !== slug) missed.push(`${language} ${typed}`);
  }
  expect(missed.length, missed.join('; ')).toBeLessThanOrEqual((1 - WANTED) * QUERIES.length);
});
