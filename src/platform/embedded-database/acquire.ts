import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { connectAs, createDatabase, takeLock, willPass } from './hold.ts';
import { explainEnd, launchPostmaster, type Launch } from './launch.ts';
import type { Place } from './place.ts';
import { findPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts';
import { AlreadyHeldError, codeOf, EmbeddedDatabaseError, unstartable } from './refusal.ts';

// Two seconds is what the processes of a killed server take to go; recovery after a power cut can
// take minutes and shows that it is under way.
const patience = { stuck: 10_000, recovering: 600_000 };

/** What the holder has: its pinned connection and the server, found running or started. */
export type Held = { client: Client; server: Postmaster; adopted: boolean };

/** Becomes the holder: adopts the running server or starts one. Throws when another holds it. */
export async function acquire(place: Place, label: string): Promise<Held> {
  const mine: { launch?: Launch | undefined } = {};
  try {
    return await tryUntilHeld(place, label, mine);
  } catch (error) {
    // A server that cannot be used must not stay behind; one that another was quicker to hold must.
    const pid = error instanceof AlreadyHeldError ? undefined : mine.launch?.child.pid;
    if (pid !== undefined) await stopPostmaster(place.cluster, pid);
    throw error;
  }
}

async function tryUntilHeld(
  place: Place,
  label: string,
  mine: { launch?: Launch | undefined },
): Promise<Held> {
  const wait = startWaiting(place);
  for (;;) {
    const server = await findPostmaster(place.cluster);
    if (server) {
      const client = await tryToHold(place, label, server, wait);
      if (client) return { client, server, adopted: server.pid !== mine.launch?.child.pid };
    } else if (mine.launch) {
      await wait(await explainEnd(place, mine.launch), 100);
      mine.launch = undefined;
    } else if (await answers(place)) {
      await wait('a server that is not visible from here answers in it', 100);
    } else {
      mine.launch = await launchPostmaster(place);
    }
  }
}

type Wait = (obstacle: string, ms: number, recovering?: boolean) => Promise<void>;

function startWaiting(place: Place): Wait {
  const start = Date.now();
  let stuckSince = start;
  return async (obstacle, ms, recovering = false) => {
    const now = Date.now();
    if (recovering) stuckSince = now;
    if (now - stuckSince > patience.stuck || now - start > patience.recovering) {
      throw new EmbeddedDatabaseError(
        `The database in ${place.dir} cannot be opened: ${obstacle}. Its log is ${place.log}.`,
      );
    }
    await sleep(ms);
  };
}

async function tryToHold(place: Place, label: string, server: Postmaster, wait: Wait) {
  let client: Client | undefined;
  try {
    client = await connectAs('holder', label, place, server);
    if (await takeLock(client, place)) {
      await createDatabase(client);
      return client;
    }
    await client.end();
    await wait('its last holder is gone, but the server has not noticed', 50);
  } catch (error) {
    await client?.end().catch(() => undefined);
    if (error instanceof EmbeddedDatabaseError) throw error;
    if (!willPass(error)) throw unstartable(place.dir, [reason(error)]);
    await wait(`server process ${server.pid}: ${reason(error)}`, 10, codeOf(error) === '57P03');
  }
  return undefined;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// In a container that shares the folder, another server's process has no number here, and
// PostgreSQL itself would take its pid file for a stale one.
function answers(place: Place): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(join(place.socketDir, '.s.PGSQL.5432'));
    const finish = (answered: boolean) => {
      socket.destroy();
      done(answered);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
