import { chainAuditEntries, chainEntries } from '#modules/audit';
import { Intake, OpenForms } from '#modules/collection';
import { handle, Jobs } from '#platform/jobs.ts';
import { createOutbound, type Outbound } from '#platform/http/outbound.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import { Live } from '#platform/live.ts';
import type { Log } from '#platform/log.ts';
import { Metrics } from '#platform/metrics.ts';
import { storageFull } from '#platform/outage.ts';
import { Overload } from '#platform/overload.ts';
import { RateLimits } from '#platform/rate-limit.ts';
import { sharedSecret } from '#platform/secret.ts';
import type { SlowStatements } from '#platform/slow-statements.ts';
import { removeOld, removeOldData } from '#modules/retention';
import { type ContextParts, createEdge, type Edge } from '#platform/transaction.ts';
import { freshenOverdue, publishDue, publishDuePaths, tellOverduePaths } from '#modules/paths';
import {
  publishDueMonths,
  publishMonths,
  rollUp,
  rollUpNew,
  rollUpNewAnswers,
  rollUpUnitDays,
} from '#modules/reports';
import type { Assets } from './assets.ts';
import { openDatabase } from './database.ts';
import { outsideHandlers } from './outside.ts';
import { addFigures } from './figures.ts';
import { OLD_DATA } from './old-data.ts';
import type { Parts } from './parts.ts';
import { REACTIONS } from './reactions.ts';
import { SCHEDULE } from './schedule.ts';
import type { Settings } from './settings.ts';

/** What does each job. */
export const JOB_HANDLERS = [
  handle(rollUpNewAnswers, rollUpNew),
  handle(rollUpUnitDays, rollUp),
  handle(chainAuditEntries, chainEntries),
  handle(removeOldData, removeOld(OLD_DATA)),
  handle(publishDueMonths, publishMonths),
  handle(publishDuePaths, publishDue),
  handle(tellOverduePaths, freshenOverdue),
] as const;

/** Two batches of answers at a time, and a spare for the limits and for when a connection has to be replaced. */
const INTAKE_CONNECTIONS = 3;

/** A running process without its socket: what the server, the tests and the benches are made of. */
export interface Process {
  readonly parts: Parts;
  stop(): Promise<void>;
}

interface Given {
  /** The program's own address (`plainUrl`). */
  readonly url: string;
  readonly county: string;
  readonly settings: Settings;
  readonly log: Log;
  readonly assets: Assets;
  readonly strict: boolean;
  readonly clock?: () => Date;
  /** Whether the disk takes more; where another machine holds the data, only that one knows. */
  readonly hasRoom?: () => boolean;
  /** How the program asks somebody outside; tests answer themselves. */
  readonly outbound?: Outbound;
}

/** Joins the parts over a migrated database that holds the county. */
export async function compose(given: Given): Promise<Process> {
  const metrics = new Metrics();
  const pools = openPools(given, metrics);
  const { db } = pools.requests;
  const clock = given.clock ?? (() => new Date());
  const jobs = new Jobs(given.url, given.log, { clock });
  const common = { county: given.county, clock, jobs, reactions: REACTIONS };
  const edges = openEdges(pools, common, given.hasRoom);
  const live = new Live(given.url, given.log);
  const pages = new PageCache(() => live.listening, clock);
  const limitsKey = await sharedSecret(db, 'rate-limit');
  const limits = new RateLimits(pools.intake.db, given.county, limitsKey);
  const forms = new OpenForms(await sharedSecret(db, 'open-forms'), () => clock().getTime());
  const intake = new Intake(
    (work) => edges.intake.write({ kind: 'public' }, 'intake', work),
    (answers) => metrics.batch(answers),
  );
  live.subscribe(({ topic }) => topic === 'public' && pages.clear());
  const overload = watchOver(metrics, pools, { intake, pages, live, limits });
  await Promise.all([live.start(), jobs.start(handlersOf(given), edges.jobs.write)]);
  jobs.schedule(SCHEDULE);
  return {
    parts: {
      settings: given.settings,
      log: given.log,
      db,
      edge: edges.requests,
      watch: edges.watch,
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

const handlersOf = ({ outbound = createOutbound() }: Given) => [
  ...JOB_HANDLERS,
  ...outsideHandlers(outbound),
];

/** The connections of a process, apart from one another so that none can use up the others'. */
function openPools({ url, county, settings, log }: Given, metrics: Metrics) {
  const slow: SlowStatements = {
    from: settings.slowStatementMs,
    log,
    count: () => metrics.slowStatement(),
  };
  const open = (size: number, options: Parameters<typeof openDatabase>[2] = {}) =>
    // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
    openDatabase<any>(url, size, { county, ...options });
  return {
    requests: open(settings.databasePool, { slow }),
    // Answers come in over connections of their own, which no report can hold; their limits are counted there too.
    intake: open(INTAKE_CONNECTIONS, { samePlans: true, slow }),
    watch: open(1),
  };
}

type Pools = ReturnType<typeof openPools>;

/** What opens transactions over them. Nothing more is stored on a full disk, but for the jobs of what is stored already. */
function openEdges(pools: Pools, common: ContextParts, hasRoom: Given['hasRoom']) {
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  const open = (pool: keyof Pools): Edge<any> => createEdge({ pool: pools[pool].pool, ...common });
  return {
    requests: whileRoom(open('requests'), hasRoom),
    intake: whileRoom(open('intake'), hasRoom),
    watch: whileRoom(open('watch'), hasRoom),
    jobs: open('requests'),
  };
}

/** Stores nothing more when the disk is nearly full; reading goes on. */
function whileRoom<Tables>(edge: Edge<Tables>, hasRoom = () => true): Edge<Tables> {
  return {
    ...edge,
    async write(actor, requestId, work) {
      if (!hasRoom()) throw storageFull();
      return edge.write(actor, requestId, work);
    },
  };
}

/** Lets `/metrics` tell of all of it, and begins to measure how much there is to do. */
function watchOver(
  metrics: Metrics,
  { requests, intake: door, watch }: Pools,
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
