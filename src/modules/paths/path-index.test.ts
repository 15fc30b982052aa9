import pg from 'pg';
import type { Parts } from '#main/parts.ts';
import { compose, type Process } from '#main/composition.ts';
import { plainUrl } from '#platform/plain-role.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AnyContext } from '#platform/context.ts';
import type { Language } from '#platform/i18n.ts';
import type { TestContext } from '#tests/support/database.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { buildFitPath, buildTexts, publishReviewed } from '#tests/support/path-builders.ts';
import { libraryPaths, plantLibrary } from '#tests/support/plant-library.ts';
import { PathIndex } from './path-index.ts';
import { setSlug } from './path-address.ts';

let here: TestProcess;
let there: Process;
let indexes: readonly PathIndex[];
let queries = 0;

const indexOf = ({ live, edge }: Parts): PathIndex =>
  new PathIndex(live, (work) => {
    queries += 1;
    return edge.read({ kind: 'public' }, 'test', work);
  });

beforeAll(async () => {
  here = await startProcess();
  const { settings, log, assets } = here.parts;
  const { county } = here;
  there = await compose({
    url: await plainUrl(here.url),
    county,
    settings,
    log,
    assets,
    strict: true,
  });
  indexes = [indexOf(here.parts), indexOf(there.parts)];
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

/** The context as the builders want it, with the county's root. */
const inCounty = (ctx: AnyContext): TestContext =>
  Object.assign(Object.create(ctx) as TestContext, { root: here.root });

/** What every process finds, once the news have come to it. */
const expectEverywhere = (
  language: Language,
  asked: string,
  slugs: readonly string[],
): Promise<void> =>
  vi.waitFor(
    async () => {
      for (const index of indexes)
        expect((await index.search(language, asked)).map(({ slug }) => slug)).toEqual(slugs);
    },
    { timeout: 5_000, interval: 10 },
  );

test('finds what is published, at once and everywhere, by its new words and at its new address', async () => {
  await expectEverywhere('fi', 'silmälasit', []);
  const { path } = await here.run((ctx) => buildFitPath(inCounty(ctx), 'Silmälasit'));
  await expectEverywhere('fi', 'silmälasit', []);
  await here.run((ctx) => publishReviewed(inCounty(ctx), path));
  await expectEverywhere('fi', 'silmälaseja', ['silmalasit-fi']);
  await expectEverywhere('sv', 'silmälasit', ['silmalasit-sv']);

  await here.run((ctx) =>
    buildTexts(inCounty(ctx), path, 'polku', 'searchWords', 'näkötarkastus\noptikko'),
  );
  await expectEverywhere('fi', 'optikko', []);
  await here.run((ctx) => publishReviewed(inCounty(ctx), path));
  await expectEverywhere('fi', 'optikko', ['silmalasit-fi']);

  await here.run((ctx) => setSlug(ctx, path, 'fi', { slug: 'nako' }));
  await expectEverywhere('fi', 'optikko', ['nako']);
});

test('asks the database nothing while nothing is new, and only for the new when something is', async () => {
  await indexes[0]!.search('fi', 'optikko');
  queries = 0;
  for (const asked of ['optikko', 'silmälasit', 'xyzzy']) await indexes[0]!.search('fi', asked);
  expect(queries).toBe(0);
  const client = new pg.Client({ connectionString: here.url });
  await client.connect();
  await plantLibrary(client, { county: here.county, node: here.root }, libraryPaths(60));
  await client.end();
  await expectEverywhere('fi', 'abortti', ['raskaudenkeskeytys']);
  await expectEverywhere('sv', 'aborten', ['avbrytande-av-graviditet-abort']);
  expect((await indexes[0]!.search('fi', 'optikko'))[0]?.slug).toBe('nako');
});

test('looks by itself while no news arrive', async () => {
  const deaf = { listening: false, subscribe: () => () => true };
  const index = new PathIndex(deaf, (work) =>
    here.parts.edge.read({ kind: 'public' }, 'test', work),
  );
  expect(await index.search('fi', 'xylitolipurkka')).toEqual([]);
  const { path } = await here.run((ctx) => buildFitPath(inCounty(ctx), 'Xylitolipurkka'));
  await here.run((ctx) => publishReviewed(inCounty(ctx), path));
  expect((await index.search('fi', 'xylitolipurkka'))[0]?.slug).toBe('xylitolipurkka-fi');
});

test('a search that finds the database away fails, and the next one does not', async () => {
  let away = true;
  const index = new PathIndex(here.parts.live, (work) => {
    if (away) throw new Error('away');
    return here.parts.edge.read({ kind: 'public' }, 'test', work);
  });
  await expect(index.search('fi', 'abortti')).rejects.toThrow('away');
  away = false;
  expect((await index.search('fi', 'abortti'))[0]?.slug).toBe('raskaudenkeskeytys');
});
