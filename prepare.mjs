// What `npm start` and `npm test` do first, on any machine with Node 18 or newer: install what the
// lock file names, and build when the source has changed. Only Node's own modules may be imported
// here, as nothing else is installed yet. By itself (`node prepare.mjs`) it prepares and ends.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const ownNode = join(modules, '.bin/node');
const server = join(root, 'dist/server/server.js');

// What the server is run with. Room for objects decides between memory and time: see docs/performance.md.
export const serverCommand = ['--max-semi-space-size=8', '--max-old-space-size=256', server];

// And what glibc is told, unless it is told otherwise: give back what is free instead of keeping it for each thread.
export const serverEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

const stamps = { install: join(modules, '.polku-lock'), build: join(root, 'dist/.polku-build') };

// A second Ctrl-C may end the wait for a server that hangs, so each signal is passed on once.
const passedOn = new Set();
let running;

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare();

export async function prepare() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(signal));
  await installIfStale();
  await buildIfStale();
}

// Contents are compared, not times: git sets every file's time anew at a checkout.
async function installIfStale() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  const wanted = addFile(hash, 'package-lock.json').digest('hex');
  if (existsSync(ownNode) && readStamp(stamps.install) === wanted) return;
  // NODE_ENV=production and a user's own settings would leave out what the build needs.
  const include = ['--include=dev', '--include=optional'];
  await step('Installing packages', ['ci', ...include, '--no-audit', '--no-fund']);
  writeFileSync(stamps.install, wanted);
}

async function buildIfStale() {
  const wanted = hashOfSource();
  if (existsSync(server) && readStamp(stamps.build) === wanted) return;
  rmSync(stamps.build, { force: true });
  await step('Building', ['run', 'build']);
  mkdirSync(dirname(stamps.build), { recursive: true });
  writeFileSync(stamps.build, wanted);
}

function hashOfSource() {
  const hash = createHash('sha256');
  const top = readdirSync(root).filter((name) => /^vite\..*\.ts$/.test(name));
  top.sort();
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', ...top];
  for (const file of [...files, ...filesUnder('src')]) addFile(hash, file);
  return hash.digest('hex');
}

function filesUnder(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function addFile(hash, file) {
  const path = join(root, file);
  const content = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  return hash.update(`${file} ${content.length}\n`).update(content);
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

// One line on the terminal when it goes well, and npm's own words when it does not.
async function step(title, npmArguments) {
  const began = Date.now();
  process.stdout.write(`${title} … `);
  let said = '';
  const [command, ...before] = npm();
  const code = await run(command, [...before, ...npmArguments], 'pipe', (text) => (said += text));
  if (code === 0) {
    process.stdout.write(`done in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
    return;
  }
  process.stdout.write(`failed\n${said.trimEnd()}\n`);
  process.exit(code);
}

// The npm that started us, if one did; a name on the PATH may be another version.
function npm() {
  const started = process.env.npm_execpath ?? '';
  return basename(started).startsWith('npm-cli') ? [process.execPath, started] : ['npm'];
}

// Runs a program of the project's own Node at this terminal; its exit code comes back.
export const runNode = (...args) => run(ownNode, args, 'inherit');

// Runs the server itself in the same way.
export const runServer = (...args) =>
  run(ownNode, [...serverCommand, ...args], 'inherit', undefined, serverEnvironment);

function run(command, args, output, hear, environment = {}) {
  return new Promise((done) => {
    const path = `${join(modules, '.bin')}${delimiter}${process.env.PATH}`;
    const env = { ...environment, ...process.env, PATH: path };
    const stdio = [output === 'inherit' ? 'inherit' : 'ignore', output, output];
    running = spawn(command, args, { cwd: root, env, stdio });
    running.stdout?.setEncoding('utf8').on('data', hear);
    running.stderr?.setEncoding('utf8').on('data', hear);
    running.once('error', (error) => {
      process.stderr.write(`${command} cannot be run: ${error.message}\n`);
      done(1);
    });
    running.once('close', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}

// At a terminal, Ctrl-C reaches the whole group, so the child has had its SIGINT already.
function passOn(signal) {
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  if (passedOn.has(signal)) return;
  passedOn.add(signal);
  running?.kill(signal);
}
