import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { claim, makeTables, UnfitDatabase } from '#main/empty-database.ts';
import {
  beginSnapshot,
  columnsOf,
  copyDifference,
  countRows,
  differing,
  fillTables,
  findSeal,
  holdWriting,
  inTransaction,
  listMigrations,
  listSequences,
  listTables,
  openSession,
  readRows,
  refuseWriting,
  removeSeal,
  setSeal,
  setSequences,
  type Snapshot,
  type Table,
  takeFingerprints,
  writeRows,
} from '#platform/database-copy/index.ts';
import { newId } from '#platform/ids.ts';
import {
  createQueues,
  JOB_STAGE,
  listQueues,
  plantJobs,
  UNFINISHED_JOBS,
} from '#platform/unfinished-jobs.ts';

/** What a move did. */
export interface Moved {
  /** `finished`: an earlier call had copied everything, and only its last step was missing. */
  readonly how: 'moved' | 'finished';
  readonly tables: number;
  readonly rows: number;
  /** How long writing had to wait. */
  readonly heldMs: number;
}

interface Ends {
  /** Reads the county as it was when the move began. */
  readonly source: pg.Client;
  /** Keeps others from writing at the source, at the end. */
  readonly holder: pg.Client;
  readonly target: pg.Client;
}

/**
 * Moves a county that goes on working into an empty database. Everything is copied from one snapshot; then writing
 * waits while what changed meanwhile is copied and both sides are compared; then, in one commit, the old database
 * refuses to be written for ever. Until that commit the old one is in use and the new one sealed, after it the other way
 * round, so a move that is broken at any point loses nothing and is simply given again.
 */
export async function moveCounty(from: string, to: string, root: string): Promise<Moved> {
  const sessions: pg.Client[] = [];
  const open = async (url: string): Promise<pg.Client> => {
    const client = await openSession(url, 'move');
    sessions.push(client);
    return client;
  };
  try {
    const ends: Ends = {
      source: await open(from),
      holder: await open(from),
      target: await open(to),
    };
    return (await finishEarlier(ends)) ?? (await move(ends, to, root));
  } finally {
    await Promise.all(sessions.map((client) => client.end()));
  }
}

/** After the switch only the seal of the new database is left to be taken off. */
async function finishEarlier({ source, target }: Ends): Promise<Moved | undefined> {
  const [left, arriving] = [await findSeal(source), await findSeal(target)];
  if (left?.state === 'arriving')
    throw new Error('A county is being moved into this database; it cannot be moved on.');
  if (left === undefined) {
    if (arriving && !(await sameCounty(source, target)))
      throw new UnfitDatabase('Another county is being moved into that database.');
    return undefined;
  }
  if (arriving?.id !== left.id)
    throw new Error(`This county moved to ${left.place} on ${left.at.toISOString()} already.`);
  await removeSeal(target);
  return { how: 'finished', tables: 0, rows: 0, heldMs: 0 };
}

async function move(ends: Ends, to: string, root: string): Promise<Moved> {
  const { source, holder, target } = ends;
  await makeTables({ client: target, url: to, root }, await listMigrations(source));
  await createQueues(target, await listQueues(source));
  const seal = { id: newId(), place: placeOf(to) };
  const result = await inTransaction(target, async () => {
    await claim(target);
    const copied = await copyAll(ends);
    await setSeal(target, { ...seal, state: 'arriving' });
    return copied;
  });
  await setSeal(holder, { ...seal, state: 'moved' });
  await refuseWriting(holder);
  // The switch: before this commit the county is here, after it there.
  await holder.query('commit');
  const heldMs = Math.round(performance.now() - result.heldFrom);
  await removeSeal(target);
  await target.query('analyze');
  return { how: 'moved', tables: result.tables, rows: result.rows, heldMs };
}

interface Copied {
  readonly tables: number;
  readonly rows: number;
  readonly heldFrom: number;
}

async function copyAll(ends: Ends): Promise<Copied> {
  const { source, holder, target } = ends;
  const tables = await requireSameTables(source, target);
  let copied: Copied | undefined;
  await fillTables(target, tables, async () => {
    const snapshot = await copySnapshot(ends, tables);
    const heldFrom = await hold(holder);
    copied = { ...(await catchUp(ends, tables, snapshot)), heldFrom };
  });
  return copied!;
}

async function copySnapshot({ source, target }: Ends, tables: readonly Table[]): Promise<Snapshot> {
  const snapshot = await beginSnapshot(source);
  for (const table of tables) {
    const columns = columnsOf(table);
    const rows = readRows(source, `select ${columns} from public.${table.name}`);
    await writeRows(target, `public.${table.name} (${columns})`, rows);
  }
  await source.query('commit');
  return snapshot;
}

/** Copies what changed since, and compares. Nothing is written at the source meanwhile. */
async function catchUp(
  { holder, target }: Ends,
  tables: readonly Table[],
  since: Snapshot,
): Promise<{ tables: number; rows: number }> {
  for (const table of tables) await copyDifference(holder, target, table, since);
  await plantJobs(target, () => writeRows(target, JOB_STAGE, readRows(holder, UNFINISHED_JOBS)));
  await setSequences(target, await listSequences(holder));
  const [there, here] = await Promise.all([
    takeFingerprints(holder, tables),
    takeFingerprints(target, tables),
  ]);
  const wrong = differing(there, here);
  if (wrong.length > 0)
    throw new Error(
      `The copy differs from its source, so nothing was moved. Different: ${wrong.join(', ')}.`,
    );
  return { tables: tables.length, rows: countRows(here) };
}

const ATTEMPTS = 10;
const PAUSE_MS = 500;

/** A transaction that writes for long, or one that waits crosswise, makes the hold begin anew a little later. */
async function hold(holder: pg.Client): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const from = performance.now();
    await holder.query('begin');
    try {
      await holdWriting(holder);
      return from;
    } catch (error) {
      await holder.query('rollback');
      const { code } = error as { code?: string };
      if (attempt === ATTEMPTS || (code !== '55P03' && code !== '40P01')) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

async function requireSameTables(source: pg.Client, target: pg.Client): Promise<Table[]> {
  const [wanted, standing] = [await listTables(source), await listTables(target)];
  if (JSON.stringify(wanted) !== JSON.stringify(standing))
    throw new UnfitDatabase('The tables of the two databases differ. Give an empty database.');
  return wanted;
}

async function sameCounty(source: pg.Client, target: pg.Client): Promise<boolean> {
  const counties = async (client: pg.Client): Promise<string> => {
    const { rows } = await client.query('select county_id from public.county order by county_id');
    return JSON.stringify(rows);
  };
  return (await counties(source)) === (await counties(target));
}

/** An address without its password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port && `:${port}`}${pathname}`;
}
