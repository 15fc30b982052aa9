import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// `npm run test:faults -- A1`: one row of the fault catalogue at its full size; without a row, all of them.
const rows = process.argv.slice(2);
const wanted =
  rows.length === 0 ? '[A-M][0-9]{1,2}' : `(${rows.map((row) => row.toUpperCase()).join('|')})`;
const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '-t', String.raw`(^|\s)${wanted}:`],
  {
    stdio: 'inherit',
    env: { ...process.env, POLKU_FAULTS: 'full' },
  },
);
process.exitCode = status ?? 1;
