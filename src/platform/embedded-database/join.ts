import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { resolveDataDir } from './data-dir.ts';
import { addressOf, connectAs, countGuests, findHolder, willPass } from './hold.ts';
import { once, openAsHolder } from './open.ts';
import type { EmbeddedDatabase, EmbeddedDatabaseOptions } from './open.ts';
import { findPlace, type Place } from './place.ts';
import { findPostmaster } from './postmaster.ts';
import { AlreadyHeldError } from './refusal.ts';

/**
 * For commands: uses the server of the Polku that runs on the same data, else opens the database
 * itself. `stop` ends the server only when this call started it, and not under another command.
 */
export async function joinEmbeddedDatabase(
  options: EmbeddedDatabaseOptions,
): Promise<EmbeddedDatabase> {
  const dir = await resolveDataDir(options);
  const running = await connectToRunning(dir, options.holder);
  if (running) return running;
  try {
    return await openForCommand(options);
  } catch (error) {
    // Another was quicker.
    const late = error instanceof AlreadyHeldError && (await connectToRunning(dir, options.holder));
    if (late) return late;
    throw error;
  }
}

/** Connects to the server of a live Polku without becoming its holder; undefined without one. */
export async function connectToRunning(
  dir: string,
  label: string,
): Promise<EmbeddedDatabase | undefined> {
  const place = await findPlace({ dataDir: dir, defaultDir: dir });
  const found = await visit(place, label);
  if (!found) return undefined;
  const leave = once(() => found.client.end().catch(() => undefined));
  return { url: found.url, dir: place.dir, adopted: true, stop: leave, detach: leave };
}

/** True when a live Polku holds this data folder. */
export async function isHeld(dir: string): Promise<boolean> {
  const found = await connectToRunning(dir, '');
  await found?.detach();
  return found !== undefined;
}

async function visit(place: Place, label: string) {
  const server = await findPostmaster(place.cluster);
  if (!server) return undefined;
  let client: Client | undefined;
  try {
    client = await connectAs('guest', label, place, server);
    if (await findHolder(client)) return { client, url: await addressOf(place, server) };
    await client.end();
  } catch (error) {
    await client?.end().catch(() => undefined);
    // A server that is starting or stopping is not joined; opening waits for it.
    if (!willPass(error)) throw error;
  }
  return undefined;
}

// An adopted server stays as it was found: running.
async function openForCommand(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const database = await openAsHolder(options, untilGuestsAreGone);
  return database.adopted ? { ...database, stop: database.detach } : database;
}

// The command that came first must not pull the server from under one that joined it.
async function untilGuestsAreGone(client: Client): Promise<void> {
  while ((await countGuests(client)) > 0) await sleep(100);
}
