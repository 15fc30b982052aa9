import pg from 'pg';
import { cpus } from 'node:os';
import { answerRequests } from './answers.ts';
import { load } from './load.ts';
import { machine, table } from './machine.ts';
import { startPostgres } from './own-server.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';

const SECONDS = 8;
const CLIENTS = 64;
const PORTS = [3928, 3929] as const;

/** Answers taken in by one process and by two on the same database. */
export async function run(): Promise<void> {
  const postgres = await startPostgres();
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const servers: BuiltServer[] = [];
  try {
    process.stdout.write(`nodes: ${machine()}\n`);
    const measured: { perSecond: number; busy: string }[] = [];
    for (const port of PORTS) {
      servers.push(await startServer({ port, databaseUrl: postgres.url }));
      measured.push(await ingest(client, servers));
    }
    const [one, two] = measured;
    table(
      ['processes', 'answers/s', 'ratio', 'cores in use'],
      [
        [1, Math.round(one!.perSecond), '1.00', one!.busy],
        [2, Math.round(two!.perSecond), (two!.perSecond / one!.perSecond).toFixed(2), two!.busy],
      ],
    );
    process.stdout.write(
      `promise: ratio ≥ 1.5 where the cores allow it; this machine has ${cpus().length}, for programs, database and client together\n`,
    );
  } finally {
    await client.end();
    for (const server of servers) await server.stop();
    await postgres.stop();
  }
}

async function ingest(
  client: pg.Client,
  servers: readonly BuiltServer[],
): Promise<{ perSecond: number; busy: string }> {
  const requests = await answerRequests(client, 60_000);
  const before = busyTime();
  const began = performance.now();
  const loads = await Promise.all(
    servers.map(({ port }) =>
      load({
        port,
        clients: CLIENTS / servers.length,
        seconds: SECONDS,
        wanted: '201',
        next: () => requests.pop(),
      }),
    ),
  );
  const cores = (busyTime() - before) / (performance.now() - began);
  return {
    perSecond: loads.reduce((sum, { perSecond }) => sum + perSecond, 0),
    busy: cores.toFixed(1),
  };
}

/** Milliseconds for which the machine's cores have been at work. */
const busyTime = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.sys + times.nice + times.irq, 0);
