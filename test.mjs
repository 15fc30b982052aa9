// `npm test`: prepares what is missing, finds a browser or gets one, then runs all tests.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, runNode } from './prepare.mjs';

// The shell is Chromium without a window: tests in it take a third less of the processor.
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

await prepare();
const browser = find() ?? installDebians() ?? giveUp();
process.env.CHROMIUM = browser;
process.exitCode = await runNode(
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  ...process.argv.slice(2),
);

function find() {
  return PLACES.find((place) => place && existsSync(place));
}

function installDebians() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stdout.write('Installing Chromium for the browser tests …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'], options);
  return find();
}

function giveUp() {
  process.stderr.write(
    'The browser tests need Chromium: install it, or set CHROMIUM to where it is.\n',
  );
  process.exit(1);
}
