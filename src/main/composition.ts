import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Intake } from '#modules/collection';
import { handle, Jobs } from '#platform/jobs.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import { Live } from '#platform/live.ts';
import type { Log } from '#platform/log.ts';
import { storageFull } from '#platform/outage.ts';
import { RateLimits } from '#platform/rate-limit.ts';
import { createEdge, type Edge } from '#platform/transaction.ts';
import { rollUp, rollUpUnitDays } from '#modules/reports';
import type { Assets } from './assets.ts';
import { openDatabase } from './database.ts';
import type { Parts } from './parts.ts';
import { REACTIONS } from './reactions.ts';
import type { Settings } from './settings.ts';

/** What does each job. */
export const JOB_HANDLERS = [handle(rollUpUnitDays, rollUp)] as const;

/** One batch of answers at a time, and a spare for when a connection has to be replaced. */
const INTAKE_CONNECTIONS = 2;

/** A running process without its socket: what the server, the tests and the benches are made of. */
export interface Process {
  readonly parts: Parts;
  stop(): Promise<void>;
}

/** Joins the parts over a migrated database that holds the county. */
export async function compose(given: {
  url: string;
  county: string;
  settings: Settings;
  log: Log;
  assets: Assets;
  strict: boolean;
  clock?: () => Date;
  /** Whether the disk takes more; where another machine holds the data, only that one knows. */
  hasRoom?: () => boolean;
}): Promise<Process> {
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  const { db, pool } = openDatabase<any>(given.url, given.settings.databasePool);
  const jobs = new Jobs(given.url, given.log);
  const clock = given.clock ?? (() => new Date());
  const common = { county: given.county, clock, jobs, reactions: REACTIONS };
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  const open: Edge<any> = createEdge({ pool, ...common });
  const edge = whileRoom(open, given.hasRoom);
  // Answers come in over connections of their own, which no report can hold.
  const { pool: door } = openDatabase(given.url, INTAKE_CONNECTIONS, { samePlans: true });
  const intakeEdge = whileRoom(createEdge({ pool: door, ...common }), given.hasRoom);
  const live = new Live(given.url, given.log);
  const pages = new PageCache(() => live.listening);
  const limits = new RateLimits(db, given.county, await limitSecret(db));
  const intake = new Intake((work) => intakeEdge.write({ kind: 'public' }, 'intake', work));
  live.subscribe(({ topic }) => topic === 'public' && pages.clear());
  await Promise.all([live.start(), jobs.start(JOB_HANDLERS, open.write)]);
  return {
    parts: {
      settings: given.settings,
      log: given.log,
      db,
      edge,
      live,
      limits,
      intake,
      pages,
      assets: given.assets,
      strict: given.strict,
    },
    async stop() {
      await intake.stop();
      await jobs.stop();
      await live.stop();
      await Promise.all([pool.end(), door.end()]);
    },
  };
}

/** Stores nothing more when the disk is nearly full; reading goes on, and so do the jobs of what is stored already. */
function whileRoom<Tables>(edge: Edge<Tables>, hasRoom = () => true): Edge<Tables> {
  return {
    ...edge,
    async write(actor, requestId, work) {
      if (!hasRoom()) throw storageFull();
      return edge.write(actor, requestId, work);
    },
  };
}

/** The key of the limits' hashes: all processes share it, and it lives only as long as the database's own secret does. */
async function limitSecret(db: Parts['db']): Promise<string> {
  await sql`insert into secret (name, value) values ('rate-limit', ${randomBytes(32)}) on conflict do nothing`.execute(
    db,
  );
  const { rows } = await sql<{
    value: Buffer;
  }>`select value from secret where name = 'rate-limit'`.execute(db);
  return rows[0]!.value.toString('base64');
}
