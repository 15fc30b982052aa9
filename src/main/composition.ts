import type pg from 'pg';
import { chainAuditEntries, chainEntries } from '#modules/audit';
import { Intake } from '#modules/collection';
import { handle, Jobs } from '#platform/jobs.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import { Live } from '#platform/live.ts';
import type { Log } from '#platform/log.ts';
import { storageFull } from '#platform/outage.ts';
import { RateLimits } from '#platform/rate-limit.ts';
import { sharedSecret } from '#platform/secret.ts';
import { removeOld, removeOldData } from '#modules/retention';
import { type ContextParts, createEdge, type Edge } from '#platform/transaction.ts';
import { publishDueMonths, publishMonths, rollUp, rollUpUnitDays } from '#modules/reports';
import type { Assets } from './assets.ts';
import { openDatabase } from './database.ts';
import { OLD_DATA } from './old-data.ts';
import type { Parts } from './parts.ts';
import { REACTIONS } from './reactions.ts';
import { SCHEDULE } from './schedule.ts';
import type { Settings } from './settings.ts';

/** What does each job. */
export const JOB_HANDLERS = [
  handle(rollUpUnitDays, rollUp),
  handle(chainAuditEntries, chainEntries),
  handle(removeOldData, removeOld(OLD_DATA)),
  handle(publishDueMonths, publishMonths),
] as const;

/** One batch of answers at a time, and a spare for when a connection has to be replaced. */
const INTAKE_CONNECTIONS = 2;

/** A running process without its socket: what the server, the tests and the benches are made of. */
export interface Process {
  readonly parts: Parts;
  stop(): Promise<void>;
}

/** Joins the parts over a migrated database that holds the county; `url` is the program's own (`plainUrl`). */
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
  const { db, pool } = openDatabase<any>(given.url, given.settings.databasePool, {
    county: given.county,
  });
  const jobs = new Jobs(given.url, given.log);
  const clock = given.clock ?? (() => new Date());
  const common = { county: given.county, clock, jobs, reactions: REACTIONS };
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  const open: Edge<any> = createEdge({ pool, ...common });
  const edge = whileRoom(open, given.hasRoom);
  const live = new Live(given.url, given.log);
  const pages = new PageCache(() => live.listening);
  const limits = new RateLimits(db, given.county, await sharedSecret(db, 'rate-limit'));
  const { intake, door } = openIntake(given, common);
  live.subscribe(({ topic }) => topic === 'public' && pages.clear());
  await Promise.all([live.start(), jobs.start(JOB_HANDLERS, open.write)]);
  await jobs.schedule(SCHEDULE);
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

/** Answers come in over connections of their own, which no report can hold. */
function openIntake(
  { url, county, hasRoom }: { url: string; county: string; hasRoom?: () => boolean },
  common: ContextParts,
): { intake: Intake; door: pg.Pool } {
  const { pool: door } = openDatabase(url, INTAKE_CONNECTIONS, { county, samePlans: true });
  const edge = whileRoom(createEdge({ pool: door, ...common }), hasRoom);
  return { intake: new Intake((work) => edge.write({ kind: 'public' }, 'intake', work)), door };
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
