import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { machine, table } from './machine.ts';

const CELLS = 2_000;
const PHASES = 20;
const LANES = ['Asiakkaan hetket', 'Ammattilainen', 'Kriittiset pisteet', 'Oma rivi'] as const;
const ROUNDS = 5;

/** A board of two thousand cells: checked as a new path, brought in, and checked and brought in again. */
export async function run(): Promise<void> {
  process.stdout.write(`import: ${machine()}\n`);
  const server = await startServer({ port: 3937 });
  try {
    const cookie = await signIn(server);
    const node = await rootOf(server, cookie);
    const file = board();
    const fresh = (round: number): string => `?node=${node}&title=Bench%20${round}`;
    const bare = await median(() => send(server, '/health/live', cookie));
    const checked = await median((round) =>
      send(server, `/api/path-imports/check${fresh(round)}`, cookie, file),
    );
    let path = '';
    const written = await median(async (round) => {
      const answer = await send(server, `/api/path-imports${fresh(round)}`, cookie, file);
      path = (answer as { id: string }).id;
    });
    const again = await median(() => send(server, `/api/paths/${path}/table/check`, cookie, file));
    const repeated = await median(() => send(server, `/api/paths/${path}/table`, cookie, file));
    const row = (what: string, ms: number): string[] => [
      what,
      ms.toFixed(0),
      (CELLS / ms).toFixed(1),
      (ms / 2_000).toFixed(2),
    ];
    table(
      [`${CELLS} cells, median of ${ROUNDS}`, 'ms', 'cells/ms', '× promise'],
      [
        row('an empty request', bare),
        row('dry run, new path', checked),
        row('bring in, new path', written),
        row('dry run, all there', again),
        row('bring in again', repeated),
      ],
    );
    process.stdout.write('promise: dry run < 2,000 ms\n');
  } finally {
    await server.stop();
  }
}

function board(): string {
  const rows = Array.from({ length: CELLS }, (_, index) => {
    const phase = index % PHASES;
    const lane = LANES[Math.floor(index / PHASES) % LANES.length]!;
    return `Vaihe ${phase};${lane};${lane} ${index}: mitä tässä kohdassa tapahtuu?;fi`;
  });
  return ['Vaihe;Rivi;Teksti;Kieli', ...rows].join('\n');
}

async function median(work: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work(round);
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

async function signIn({ port }: BuiltServer): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'muokkaaja@esimerkkila.example', password: 'polku-esimerkki' }),
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

async function rootOf({ port }: BuiltServer, cookie: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/paths`, { headers: { cookie } });
  const { paths } = (await response.json()) as { paths: { node: { id: string } }[] };
  return paths[0]!.node.id;
}

async function send(
  { port }: BuiltServer,
  address: string,
  cookie: string,
  body?: string,
): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${address}`, {
    headers: { cookie, 'content-type': 'text/csv' },
    ...(body !== undefined && { method: 'POST', body }),
  });
  const text = await response.text();
  if (!response.ok || (body !== undefined && !text.includes(`"accepted":${CELLS}`)))
    throw new Error(`${address} answered ${response.status}: ${text.slice(0, 400)}`);
  return body === undefined ? undefined : (JSON.parse(text) as unknown);
}
