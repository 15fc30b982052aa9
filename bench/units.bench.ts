import { machine, table } from './machine.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';

const ROWS = 10_000;
const SERVICES = 100;

/** A file of ten thousand rows: checked, brought in, brought in again, and brought in with half of its units moved. */
export async function run(): Promise<void> {
  process.stdout.write(`units: ${machine()}\n`);
  const server = await startServer({ port: 3927 });
  try {
    const cookie = await signIn(server);
    const [first, second] = [fileOf(0), fileOf(1)];
    const rows = [
      ['check', ...(await time(server, '/api/nodes/table/check', cookie, first))],
      ['bring in, all new', ...(await time(server, '/api/nodes/table', cookie, first))],
      ['bring in again', ...(await time(server, '/api/nodes/table', cookie, first))],
      ['check, half moved', ...(await time(server, '/api/nodes/table/check', cookie, second))],
      ['bring in, half moved', ...(await time(server, '/api/nodes/table', cookie, second))],
    ];
    const memory = await server.memory();
    table(['10,000 rows', 'seconds', 'longest wait of others, ms'], rows);
    process.stdout.write(`resident ${memory} MiB\npromise: each < 10 s\n`);
  } finally {
    await server.stop();
  }
}

/** Services below the county and units below them; each second unit stands elsewhere in another `turn`. */
function fileOf(turn: number): string {
  const services = Array.from(
    { length: SERVICES },
    (_, index) => `BS${index},C1,service,Bench service ${index},Benchtjänst ${index},no`,
  );
  const units = Array.from({ length: ROWS - SERVICES }, (_, index) => {
    const service = (index + (index % 2 === 0 ? turn : 0)) % SERVICES;
    return `BU${index},BS${service},unit,Bench unit ${index},Benchenhet ${index},no`;
  });
  const head = 'code,parent code,kind,name in Finnish,name in Swedish,sensitive';
  return [head, ...services, ...units].join('\n');
}

async function signIn({ port }: BuiltServer): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'paakayttaja@esimerkkila.example',
      password: 'polku-esimerkki',
    }),
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

/** Seconds until the last byte, and the longest that a small request waited meanwhile. */
async function time(
  { port }: BuiltServer,
  address: string,
  cookie: string,
  body: string,
): Promise<[string, string]> {
  const began = performance.now();
  const done = new AbortController();
  const waits = watch(`http://127.0.0.1:${port}/fi/tulokset`, done.signal);
  const response = await fetch(`http://127.0.0.1:${port}${address}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'text/csv' },
    body,
  });
  const text = await response.text();
  const took = performance.now() - began;
  done.abort();
  if (!response.ok || !text.includes(`"accepted":${ROWS}`))
    throw new Error(`${address} answered ${response.status}: ${text.slice(-300)}`);
  return [(took / 1_000).toFixed(2), (await waits).toFixed(0)];
}

async function watch(address: string, done: AbortSignal): Promise<number> {
  let longest = 0;
  while (!done.aborted) {
    const began = performance.now();
    await (await fetch(address)).arrayBuffer();
    longest = Math.max(longest, performance.now() - began);
    await new Promise((wait) => setTimeout(wait, 20));
  }
  return longest;
}
