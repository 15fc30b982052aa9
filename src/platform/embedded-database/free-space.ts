import { statfs } from 'node:fs/promises';
import { EmbeddedDatabaseError } from './refusal.ts';

/**
 * What must stay free on the disk of the data. A database that cannot write its log must stop, and may not come up again
 * before there is room; so nothing more is taken in while there still is some.
 */
const RESERVE = 100 * 1024 * 1024;

const LOOK_EVERY_MS = 250;

/** Tells, without waiting, whether there is room. */
export interface Room {
  (): boolean;
  stop(): void;
}

/** Keeps an eye on the disk. A disk that cannot be asked counts as one with room: the database will tell. */
export function watchRoom(dir: string): Room {
  let enough = true;
  const look = async (): Promise<void> => {
    enough = (await freeBytes(dir)) >= RESERVE;
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return Object.assign(() => enough, { stop: () => clearInterval(timer) });
}

/** Starts no server that could not come up. */
export async function requireRoom(dir: string): Promise<void> {
  const free = await freeBytes(dir);
  if (free >= RESERVE) return;
  throw new EmbeddedDatabaseError(
    `The disk of ${dir} is full: ${inMegabytes(free)} MB are free, and the database needs ${inMegabytes(RESERVE)} MB to start safely. ` +
      'Nothing in it was changed. Free some space and start again.',
  );
}

const inMegabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);

async function freeBytes(dir: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
