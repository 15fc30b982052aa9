import pg from 'pg';
import { answerRequests } from './answers.ts';
import { machine, percentile, table } from './machine.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';

const PER_SECOND = 300;
const SECONDS = 20;
const LOOK_EVERY_MS = 20;

/** From an accepted answer to the figures of its unit and of the county, under a steady stream of answers. */
export async function run(): Promise<void> {
  const server = await startServer({ port: 3927 });
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    process.stdout.write(`freshness: ${machine()}\n`);
    const requests = await answerRequests(client, PER_SECOND * SECONDS);
    const watch = await startWatch(client);
    const accepted = await stream(server, requests);
    const seen = await watch.untilAll(accepted.length);
    // The k-th answer is in the figures when they hold k more than at the start: none is counted before it came.
    const delays = accepted
      .toSorted((one, other) => one - other)
      .map((at, place) => seen.find(({ more }) => more > place)!.at - at);
    table(
      ['answers', 'p50 ms', 'p95 ms', 'longest ms'],
      [
        [
          accepted.length,
          percentile(delays, 0.5).toFixed(0),
          percentile(delays, 0.95).toFixed(0),
          percentile(delays, 1).toFixed(0),
        ],
      ],
    );
    process.stdout.write(`figures that differ from a recount: ${await differing(client)}\n`);
    process.stdout.write(
      'promise: p95 < 1,000 ms in the figures of unit and county, then none differs\n',
    );
  } finally {
    await client.end();
    await server.stop();
  }
}

async function stream(server: BuiltServer, requests: readonly Buffer[]): Promise<number[]> {
  const accepted: number[] = [];
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (const [place, request] of requests.entries()) {
    const due = began + (place * 1_000) / PER_SECOND;
    if (due > performance.now())
      await new Promise((done) => setTimeout(done, due - performance.now()));
    under.push(
      fetch(`http://127.0.0.1:${server.port}/api/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: request.toString('utf8', request.indexOf('\r\n\r\n') + 4),
      }).then((response) => {
        if (response.status !== 201) throw new Error(`refused with ${response.status}`);
        accepted.push(performance.now());
      }),
    );
  }
  await Promise.all(under);
  return accepted;
}

interface Glance {
  readonly at: number;
  /** How many more answers the figures hold than at the start; the smaller of the county's and of the units' together. */
  readonly more: number;
}

async function startWatch(
  client: pg.Client,
): Promise<{ untilAll(count: number): Promise<Glance[]> }> {
  const look = async (): Promise<number> => {
    const { rows } = await client.query<{ least: number }>(
      `select least(
         sum(d.counts[1]) filter (where n.kind = 'county'), sum(d.counts[1]) filter (where n.kind = 'unit'))::int as least
       from node_day d join node n on n.county_id = d.county_id and n.id = d.node_id
       where d.channel = 'all' and d.day >= current_date - 1`,
    );
    return rows[0]!.least ?? 0;
  };
  const before = await look();
  const seen: Glance[] = [];
  const stop = new AbortController();
  const watching = (async () => {
    while (!stop.signal.aborted) {
      const at = performance.now();
      seen.push({ at, more: (await look()) - before });
      await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    }
  })();
  return {
    async untilAll(count) {
      for (let tries = 0; (seen.at(-1)?.more ?? 0) < count; tries += 1) {
        if (tries > 500) throw new Error('the figures never held all answers');
        await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
      }
      stop.abort();
      await watching;
      return seen;
    },
  };
}

/** How many unit-days of the figures do not hold what the answers say. */
async function differing(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from
       (select node_id, day, count(*) as n from answer group by node_id, day) a
       full join (select d.node_id, d.day, sum(d.counts[1]) as n from node_day d
         join node u on u.county_id = d.county_id and u.id = d.node_id and u.kind = 'unit'
         where d.channel = 'all' group by d.node_id, d.day) f using (node_id, day)
     where a.n is distinct from f.n`,
  );
  return rows[0]!.n;
}
