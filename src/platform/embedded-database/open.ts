import type { Client } from 'pg';
import { acquire, type Held } from './acquire.ts';
import type { DataDirChoice } from './data-dir.ts';
import { addressOf } from './hold.ts';
import { findPlace, type Place } from './place.ts';
import { stopPostmaster } from './postmaster.ts';

/** Where the data is and who asks for it. */
export type EmbeddedDatabaseOptions = DataDirChoice & {
  /** What this process is, such as `npm start`: named to a second one that is refused. */
  holder: string;
  /**
   * Called when the server was lost under way and could not be had again: the program must end.
   * Without it the error is thrown where nobody catches it.
   */
  onLost?: ((reason: Error) => void) | undefined;
};

/** A running embedded database. */
export type EmbeddedDatabase = {
  /** The owner's connection string, for `pg`, psql and pg_dump. */
  url: string;
  /** The data folder in use. */
  dir: string;
  /** True when the server was already running. */
  adopted: boolean;
  /** Stops the server and waits until it has ended. Close your own connections first. */
  stop(): Promise<void>;
  /** Lets go of the server and leaves it running for the next holder. */
  detach(): Promise<void>;
};

/** Opens the database as its only holder: adopts a server left running, or starts one. */
export function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  return openAsHolder(options, () => Promise.resolve());
}

/** The same, with something to wait for before the server is stopped. */
export async function openAsHolder(
  options: EmbeddedDatabaseOptions,
  beforeStop: (client: Client) => Promise<void>,
): Promise<EmbeddedDatabase> {
  const place = await findPlace(options);
  const first = await acquire(place, options.holder);
  const holding = keepHolding(place, first, options);
  const stop = async () => {
    const held = await holding.letGo();
    if (!held) return;
    await beforeStop(held.client);
    // The lock is kept to the end, so that nobody adopts a server that is about to stop.
    await stopPostmaster(place.cluster, held.server.pid);
    await held.client.end().catch(() => undefined);
  };
  const detach = async () => {
    const held = await holding.letGo();
    await held?.client.end().catch(() => undefined);
  };
  const url = await addressOf(place, first.server);
  return { url, dir: place.dir, adopted: first.adopted, stop: once(stop), detach: once(detach) };
}

/**
 * Takes the lock again whenever its connection is lost. That happens when one of the server's
 * processes crashes, which resets them all, or when the server itself is killed.
 */
function keepHolding(place: Place, first: Held, { holder, onLost }: EmbeddedDatabaseOptions) {
  let current = Promise.resolve(first);
  let wanted = true;
  const watch = (held: Held): Held => {
    held.client.once('end', () => {
      if (!wanted) return;
      current = acquire(place, holder).then(watch);
      current.catch((error: Error) => (onLost ?? throwUncaught)(error));
    });
    return held;
  };
  watch(first);
  return {
    // Undefined: the server was lost for good, so there is nothing to let go of.
    letGo: (): Promise<Held | undefined> => {
      wanted = false;
      return current.catch(() => undefined);
    },
  };
}

function throwUncaught(error: Error): void {
  setImmediate(() => {
    throw error;
  });
}

/** Stopping twice is stopping once: signals come in pairs. */
export function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}
