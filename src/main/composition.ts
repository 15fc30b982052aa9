import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Intake, OpenForms } from '#modules/collection';
import { handle, Jobs } from '#platform/jobs.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import { Live } from '#platform/live.ts';
import type { Log } from '#platform/log.ts';
import { Metrics } from '#platform/metrics.ts';
import { Overload } from '#platform/overload.ts';
import { RateLimits } from '#platform/rate-limit.ts';
import type { SlowStatements } from '#platform/slow-statements.ts';
import { createEdge, type Edge } from '#platform/transaction.ts';
import { rollUp, rollUpUnitDays } from '#modules/reports';
import type { Assets } from './assets.ts';
import { openDatabase } from './database.ts';
import { addFigures } from './figures.ts';
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

interface Given {
  readonly url: string;
  readonly county: string;
  readonly settings: Settings;
  readonly log: Log;
  readonly assets: Assets;
  readonly strict: boolean;
  readonly clock?: () => Date;
}

/** Joins the parts over a migrated database that holds the county. */
export async function compose(given: Given): Promise<Process> {
  const metrics = new Metrics();
  const pools = openPools(given, metrics);
  const { db, pool } = pools.requests;
  const jobs = new Jobs(given.url, given.log);
  const clock = given.clock ?? (() => new Date());
  const common = { county: given.county, clock, jobs, reactions: REACTIONS };
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  const edge: Edge<any> = createEdge({ pool, ...common });
  const intakeEdge = createEdge({ pool: pools.intake.pool, ...common });
  const live = new Live(given.url, given.log);
  const pages = new PageCache(() => live.listening);
  const secret = await limitSecret(db);
  const limits = new RateLimits(pools.intake.db, given.county, secret);
  const forms = new OpenForms(secret, () => clock().getTime());
  const intake = new Intake(
    (work) => intakeEdge.write({ kind: 'public' }, 'intake', work),
    (answers) => metrics.batch(answers),
  );
  live.subscribe(({ topic }) => topic === 'public' && pages.clear());
  const overload = watchOver(metrics, pools, { intake, pages, live, limits });
  await Promise.all([live.start(), jobs.start(JOB_HANDLERS, edge.write)]);
  return {
    parts: {
      settings: given.settings,
      log: given.log,
      db,
      edge,
      watchDb: pools.watch.db,
      live,
      limits,
      intake,
      forms,
      pages,
      metrics,
      overload,
      assets: given.assets,
      strict: given.strict,
    },
    async stop() {
      await intake.stop();
      await jobs.stop();
      await live.stop();
      overload.stop();
      await Promise.all(Object.values(pools).map((opened) => opened.pool.end()));
    },
  };
}

/** The connections of a process, apart from one another so that none can use up the others'. */
function openPools({ url, settings, log }: Given, metrics: Metrics) {
  const slow: SlowStatements = {
    from: settings.slowStatementMs,
    log,
    count: () => metrics.slowStatement(),
  };
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  const open = (size: number, options = {}) => openDatabase<any>(url, size, options);
  return {
    requests: open(settings.databasePool, { slow }),
    // Answers come in over connections of their own, which no report can hold; their limits are counted there too.
    intake: open(INTAKE_CONNECTIONS, { samePlans: true, slow }),
    watch: open(1),
  };
}

/** Lets `/metrics` tell of all of it, and begins to measure how much there is to do. */
function watchOver(
  metrics: Metrics,
  { requests, intake: door, watch }: ReturnType<typeof openPools>,
  told: Pick<Parts, 'intake' | 'pages' | 'live' | 'limits'>,
): Overload {
  const overload = new Overload({
    poolSize: requests.pool.options.max,
    poolWaiting: () => requests.pool.waitingCount,
    intakeWaiting: () => told.intake.waiting,
  });
  const pools = { requests: requests.pool, intake: door.pool };
  addFigures(metrics, { ...told, pools, overload, watchDb: watch.db });
  overload.start();
  return overload;
}

/** The key of the limits' hashes and of the forms' seals: all processes share it, and it lives only as long as the database's own secret does. */
async function limitSecret(db: Parts['db']): Promise<string> {
  await sql`insert into secret (name, value) values ('rate-limit', ${randomBytes(32)}) on conflict do nothing`.execute(
    db,
  );
  const { rows } = await sql<{
    value: Buffer;
  }>`select value from secret where name = 'rate-limit'`.execute(db);
  return rows[0]!.value.toString('base64');
}
