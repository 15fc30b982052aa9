import { createServer } from 'node:http';
import { join } from 'node:path';
import { openLog } from '#platform/log.ts';
import { plainUrl } from '#platform/plain-role.ts';
import { readAssets } from './assets.ts';
import { compose } from './composition.ts';
import { openCounty } from './county.ts';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from './example/sign-ins.ts';
import { listen, stopListening } from './listen.ts';
import { createListener, SERVER_OPTIONS } from './listener.ts';
import { openServer } from './open-server.ts';
import { readSettings, type Settings } from './settings.ts';

const root = process.cwd();

/** Starts the whole program; everything that was opened is closed in turn when it is told to stop. */
async function start(): Promise<void> {
  const began = performance.now();
  const settings = readSettings(process.env);
  const log = openLog(settings.logLevel);
  const database = await openServer(settings, root, 'polku', (reason) => {
    process.stderr.write(`${reason.message}\n`);
    process.exit(1);
  });
  const county = await openCounty(database.url, root, settings, (line) =>
    process.stdout.write(`${line}\n`),
  );
  const assets = await readAssets(join(root, 'dist/client'));
  const running = await compose({
    url: await plainUrl(database.url),
    hasRoom: database.hasRoom,
    county,
    settings,
    log,
    assets,
    strict: settings.mode === 'example',
  });
  const server = createServer(SERVER_OPTIONS, createListener(running.parts));
  stopOnSignal(async () => {
    await stopListening(server);
    await running.stop();
    await database.stop();
  });
  await listen(server, settings);
  greet(settings, Math.round(performance.now() - began));
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(
        () => process.exit(0),
        (error: Error) => {
          process.stderr.write(`${error.message}\n`);
          process.exit(1);
        },
      );
    });
  }
}

function greet(settings: Settings, ms: number): void {
  const lines = [
    '',
    `Polku is ready (${ms} ms).`,
    `  Public site  ${settings.publicUrl}/fi`,
    `  Staff app    ${settings.publicUrl}/staff`,
  ];
  if (settings.mode === 'example') {
    lines.push('', 'This is a fictional county. Demo sign-ins, password for all: ' + DEMO_PASSWORD);
    for (const { email, title } of DEMO_SIGN_INS) lines.push(`  ${email.padEnd(34)} ${title}`);
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

start().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
