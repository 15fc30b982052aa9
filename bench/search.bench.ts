import pg from 'pg';
import { load } from './load.ts';
import { machine, percentile, table } from './machine.ts';
import { slugOf } from '#modules/organisation';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { type LibraryPath, libraryPaths, plantLibrary } from '#tests/support/plant-library.ts';
import { QUERIES } from '#tests/support/search-queries.ts';

const PORTS = [4462, 4463] as const;
const PATHS = 500;
const VARIANTS = 6;
const CLIENTS = 4;
const SECONDS = 8;
const PUBLICATIONS = 20;
const ADDRESSES = { fi: '/fi/haku', sv: '/sv/sok' } as const;

/** Searching among 500 paths in six variants over HTTP: how long it takes, what comes first, and how soon a publication is found. */
export async function run(): Promise<void> {
  const server = await startServer({ port: PORTS[0], env: { LOG_LEVEL: 'silent' } });
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    process.stdout.write(`search: ${machine()}\n`);
    const [county] = (
      await client.query<{ county: string; node: string }>(
        "select county_id as county, id as node from node where kind = 'county'",
      )
    ).rows;
    // The example's own paths would be there twice: without an address they are not.
    await client.query('delete from path_slug');
    const paths = libraryPaths(PATHS);
    await plantLibrary(client, county!, paths);
    const before = await server.memory();
    const began = performance.now();
    await ask(server.port, QUERIES[0]!);
    process.stdout.write(
      `${paths.length} paths × ${VARIANTS} variants taken in: ${(performance.now() - began).toFixed(0)} ms, ` +
        `resident ${before} → ${await server.memory()} MiB\n`,
    );
    await measure(server.port);
    await judge(server.port, paths);
    await publish(client, server, county!);
    process.stdout.write(
      'promise: p95 < 20 ms; the right path first for ≥ 95 % of 100; a publication is found in < 1 s on every process\n',
    );
  } finally {
    await client.end();
    await server.stop();
  }
}

type Query = (typeof QUERIES)[number];

const addressOf = ({ language, typed }: Pick<Query, 'language' | 'typed'>): string =>
  `${ADDRESSES[language]}?${new URLSearchParams({ q: typed })}`;

const ask = async (port: number, query: Pick<Query, 'language' | 'typed'>): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}${addressOf(query)}`)).text();

async function measure(port: number): Promise<void> {
  const requests = QUERIES.map((query) =>
    Buffer.from(`GET ${addressOf(query)} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`),
  );
  const rows = [];
  for (const clients of [1, CLIENTS]) {
    let turn = 0;
    const next = (): Buffer => requests[(turn += 1) % requests.length]!;
    await load({ port, clients, seconds: 2, wanted: '200', next });
    const { times, perSecond, others } = await load({
      port,
      clients,
      seconds: SECONDS,
      wanted: '200',
      next,
    });
    const ms = (share: number): string => percentile([...times], share).toFixed(1);
    rows.push([clients, Math.round(perSecond), ms(0.5), ms(0.95), ms(1), others]);
  }
  table(['clients', 'searches/s', 'p50 ms', 'p95 ms', 'longest ms', 'refused'], rows);
}

async function judge(port: number, paths: readonly LibraryPath[]): Promise<void> {
  const missed: string[] = [];
  for (const query of QUERIES) {
    const { title } = paths.find(({ code }) => code === query.path)!;
    const wanted = slugOf(title[query.language === 'fi' ? 0 : 1]);
    const first = /<h3><a href="\/[a-z]{2}\/[a-z]+\/([^"#]+)"/.exec(await ask(port, query))?.[1];
    if (first !== wanted) missed.push(`${query.typed} (${query.language})`);
  }
  process.stdout.write(
    `the right path first: ${QUERIES.length - missed.length} of ${QUERIES.length}${missed.length > 0 ? `; not for ${missed.join(', ')}` : ''}\n`,
  );
}

/** Until each of two processes has found what neither of them published. */
async function publish(
  client: pg.Client,
  { databaseUrl }: BuiltServer,
  county: { county: string; node: string },
): Promise<void> {
  const other = await startServer({
    port: PORTS[1],
    databaseUrl,
    env: { LOG_LEVEL: 'silent' },
  });
  const times: number[] = [];
  try {
    await ask(PORTS[1], QUERIES[0]!);
    for (let number = 0; number < PUBLICATIONS; number += 1) {
      const typed = `xylograf${String.fromCharCode(97 + number).repeat(4)}`;
      const [like] = libraryPaths(1);
      const path = { ...like!, code: typed, title: [typed, typed] as const };
      await plantLibrary(client, county, [path], { analyse: false });
      const began = performance.now();
      await Promise.all(PORTS.map((port) => untilFound(port, typed)));
      times.push(performance.now() - began);
    }
  } finally {
    await other.stop();
  }
  process.stdout.write(
    `a publication is found on both of two processes after ${percentile(times, 0.5).toFixed(0)} ms, ${percentile(times, 1).toFixed(0)} ms at most (${PUBLICATIONS} of them)\n`,
  );
}

async function untilFound(port: number, typed: string): Promise<void> {
  while (!(await ask(port, { language: 'fi', typed })).includes(`/fi/polut/${typed}`));
}
