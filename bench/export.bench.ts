import { readFile } from 'node:fs/promises';
import { countyOfAnswers, lastClosedDay, signIn } from './many-answers.ts';
import { machine, percentile, table } from './machine.ts';
import { startServer } from '#tests/support/server.ts';

const PORT = 7410;
const SIZES = [100_000, 1_000_000] as const;
const REPEATS = 5;

/** The answers of twelve months as rows, fetched whole over HTTP from a server that has just started. */
export async function run(): Promise<void> {
  process.stdout.write(`export: ${machine()}\n`);
  const rows: (string | number)[][] = [];
  const times: number[] = [];
  for (const size of SIZES) {
    const measured = await measure(size);
    times.push(measured.ms);
    rows.push([
      size.toLocaleString('en'),
      measured.rows.toLocaleString('en'),
      (measured.bytes / 1e6).toFixed(1),
      (measured.ms / 1_000).toFixed(2),
      measured.before,
      measured.most.resident,
      measured.most.own,
    ]);
  }
  table(
    ['answers', 'rows', 'MB', 'median s', 'resident before, MiB', 'at most', 'of its own'],
    rows,
  );
  process.stdout.write(`ratio: ${(times[1]! / times[0]!).toFixed(1)}\n`);
  process.stdout.write(
    'promise: 100,000 < 2 s; 1,000,000 ≤ 11 × that; resident memory < 150 MB (143 MiB)\n',
  );
}

interface Measured {
  readonly rows: number;
  readonly bytes: number;
  readonly ms: number;
  readonly before: number;
  readonly most: Memory;
}

/** In MiB. What is resident and not the process's own is the program file of Node, which every Node process shares. */
interface Memory {
  readonly resident: number;
  readonly own: number;
}

async function measure(size: number): Promise<Measured> {
  const first = await startServer({ port: PORT });
  const until = lastClosedDay();
  const { county } = await countyOfAnswers(first, { size, until });
  // The first process has filled the example county; what it needed for that is none of the file's.
  await first.stop({ keep: true });
  const server = await startServer({ port: PORT, dataDir: first.dataDir });
  try {
    const cookie = await signIn(PORT, 'asiakaskokemus');
    const before = await server.memory();
    const most = watchMemory(server.pid);
    const to = until.slice(0, 7);
    const from = Temporal.PlainYearMonth.from(to).subtract({ months: 11 }).toString();
    const times: number[] = [];
    let last = { rows: 0, bytes: 0 };
    for (let number = 0; number < REPEATS; number += 1) {
      const began = performance.now();
      last = await download(`/api/nodes/${county}/answers.csv?from=${from}&to=${to}`, cookie);
      times.push(performance.now() - began);
    }
    return { ...last, ms: percentile(times, 0.5), before, most: most() };
  } finally {
    await server.stop();
  }
}

const LINE_END = 10;

async function download(address: string, cookie: string): Promise<{ rows: number; bytes: number }> {
  const response = await fetch(`http://127.0.0.1:${PORT}${address}`, {
    headers: { cookie, 'polku-purpose': 'development' },
  });
  if (!response.ok) throw new Error(`the file was refused with ${response.status}`);
  let [rows, bytes] = [-1, 0];
  for await (const piece of response.body!) {
    bytes += piece.length;
    for (const byte of piece) if (byte === LINE_END) rows += 1;
  }
  if (rows !== Number(response.headers.get('polku-rows'))) throw new Error('rows are missing');
  return { rows, bytes };
}

/** Looks at a process's memory ten times a second from now on; the greatest that was seen comes back at the end. */
function watchMemory(pid: number): () => Memory {
  const seen: Memory[] = [];
  const look = async (): Promise<void> => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const of = (name: string): number =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
    seen.push({ resident: of('VmRSS'), own: of('RssAnon') });
  };
  const timer = setInterval(() => void look(), 100);
  return () => {
    clearInterval(timer);
    return {
      resident: Math.max(...seen.map(({ resident }) => resident)),
      own: Math.max(...seen.map(({ own }) => own)),
    };
  };
}
