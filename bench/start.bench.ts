import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { machine, table } from './machine.ts';
import { startServer } from '#tests/support/server.ts';

const STARTS = 5;

/** From the start of the process to ready: the first start fills the example county, the later ones find it. */
export async function run(): Promise<void> {
  process.stdout.write(`start: ${machine()}\n`);
  const rows: (string | number)[][] = [];
  const first = await startServer({ port: 3922 });
  rows.push(['first, with the example county', first.readyMs, await first.memory()]);
  await first.stop({ keep: true });
  for (let number = 2; number <= STARTS; number += 1) {
    const again = await startServer({ port: 3922, dataDir: first.dataDir });
    await fetch(`http://127.0.0.1:${again.port}/fi`);
    rows.push([`start ${number}`, again.readyMs, await again.memory()]);
    await again.stop({ keep: true });
  }
  await rm(dirname(first.dataDir), { recursive: true, force: true });
  table(['start', 'ready ms', 'resident MiB'], rows);
  process.stdout.write('promise: a later start is ready in < 3,000 ms\n');
}
