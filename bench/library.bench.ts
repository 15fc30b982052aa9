import { machine, percentile, table } from './machine.ts';
import { signIn } from './many-answers.ts';
import { plantPaths } from './many-paths.ts';
import { startServer } from '#tests/support/server.ts';

const SIZE = { paths: 500, versions: 20 };
const REPEATS = 30;

/** The list of all paths and the opening of the editor, over HTTP, with 500 paths of 20 versions each. */
export async function run(): Promise<void> {
  process.stdout.write(`library: ${machine()}\n`);
  const server = await startServer({ port: 3926 });
  try {
    const paths = await plantPaths(server.databaseUrl, SIZE);
    const cookie = await signIn(server.port, 'johto');
    const median = (address: string): Promise<number> => medianOf(server.port, address, cookie);
    const list = await median('/api/paths');
    const asked = await median('/api/feedback-points/phases');
    const editor = await median(`/api/paths/${paths[0]}/draft`);
    table(
      ['what', 'median, ms', 'promise'],
      [
        ['list of all paths', list.toFixed(1), '< 150'],
        ['where people are asked', asked.toFixed(1), 'within the same 150'],
        ['opening the editor', editor.toFixed(1), '< 300'],
      ],
    );
  } finally {
    await server.stop();
  }
}

async function medianOf(port: number, address: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < REPEATS + 5; number += 1) {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${address}`, { headers: { cookie } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    if (number >= 5) times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}
