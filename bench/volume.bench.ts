import pg from 'pg';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { answerRequests } from './answers.ts';
import { load } from './load.ts';
import { machine, percentile, table } from './machine.ts';
import { countyOfAnswers, medianOfDashboard, signIn } from './many-answers.ts';

const PORT = 7411;
/** `BENCH_ANSWERS=2000000` makes do with less than ten millions, where time or disk is short. */
const MOST = Number(process.env['BENCH_ANSWERS'] ?? 10_000_000);
const SIZES = [1_000_000, MOST] as const;
const CLIENTS = 16;
const SECONDS = 8;
const INVITATIONS = 40_000;
const TEXT_EVERY = 4;

/** Reports and intake over two thousand units, at ten times the answers, and what an answer takes on the disk. */
export async function run(): Promise<void> {
  process.stdout.write(`volume: ${machine()}\n`);
  const measured = [await measure(SIZES[0]), await measure(SIZES[1])] as const;
  const [small, large] = measured;
  const line = (name: string, of: (each: Measured) => number, digits = 1): string[] => [
    name,
    of(small).toFixed(digits),
    of(large).toFixed(digits),
    (of(large) / of(small)).toFixed(2),
  ];
  table(
    ['', ...SIZES.map((size) => `${size.toLocaleString('en')} answers`), 'ratio'],
    [
      line('county, ms', ({ county }) => county),
      line('unit, ms', ({ unit }) => unit),
      line('intake p50, ms', ({ p50 }) => p50),
      line('intake, answers/s', ({ perSecond }) => perSecond, 0),
      ...TABLES.map((name, index) => line(`${name}, B/answer`, ({ bytes }) => bytes[index]!, 0)),
      line('all of it, B/answer', ({ bytes }) => bytes.reduce((sum, each) => sum + each, 0), 0),
      line('resident, MiB', ({ memory }) => memory, 0),
    ],
  );
  process.stdout.write(
    'promise: report and intake within 1.5 × of 1,000,000; resident memory < 250 MB (238 MiB)\n',
  );
}

interface Measured {
  readonly county: number;
  readonly unit: number;
  readonly p50: number;
  readonly perSecond: number;
  /** Of each table with its indexes, by the number of answers. */
  readonly bytes: readonly number[];
  readonly memory: number;
}

const TABLES = ['answer', 'answer_text', 'node_day', 'node_month'] as const;

async function measure(size: number): Promise<Measured> {
  const first = await startServer({ port: PORT });
  const began = performance.now();
  const { county, unit } = await countyOfAnswers(first, { size, textEvery: TEXT_EVERY });
  const seconds = Math.round((performance.now() - began) / 1_000);
  process.stdout.write(`${size.toLocaleString('en')} answers made in ${seconds} s\n`);
  await first.stop({ keep: true });
  const server = await startServer({ port: PORT, dataDir: first.dataDir });
  try {
    const cookie = await signIn(PORT, 'johto');
    const [ofCounty, ofUnit] = [
      await medianOfDashboard(PORT, county, cookie),
      await medianOfDashboard(PORT, unit, cookie),
    ];
    const bytes = await sizesOf(server, size);
    const { times, perSecond, others } = await ingest(server);
    if (others > 0) throw new Error(`${others} answers were refused`);
    const p50 = percentile(times, 0.5);
    return { county: ofCounty, unit: ofUnit, p50, perSecond, bytes, memory: await server.memory() };
  } finally {
    await server.stop();
  }
}

async function sizesOf({ databaseUrl }: BuiltServer, answers: number): Promise<number[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ bytes: string }>(
      'select pg_total_relation_size(t.name::regclass) as bytes from unnest($1::text[]) with ordinality as t (name, place) order by place',
      [TABLES],
    );
    return rows.map(({ bytes }) => Number(bytes) / answers);
  });
}

const ingest = ({ databaseUrl }: BuiltServer) =>
  withClient(databaseUrl, async (client) => {
    const requests = await answerRequests(client, INVITATIONS);
    return load({
      port: PORT,
      clients: CLIENTS,
      seconds: SECONDS,
      wanted: '201',
      next: () => requests.pop(),
    });
  });

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
