import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Intake } from '#modules/collection';
import type { PageCache } from '#platform/http/page-cache.ts';
import { countJobs, type JobCount } from '#platform/jobs.ts';
import type { Live } from '#platform/live.ts';
import type { Figure, Metrics } from '#platform/metrics.ts';
import type { Overload } from '#platform/overload.ts';
import type { RateLimits } from '#platform/rate-limit.ts';

/** What the figures of `/metrics` are read from. */
export interface Watched {
  readonly pools: Readonly<Record<string, pg.Pool>>;
  readonly intake: Pick<Intake, 'waiting'>;
  readonly pages: Pick<PageCache, 'answered'>;
  readonly live: Pick<Live, 'listeners' | 'listening'>;
  readonly limits: Pick<RateLimits, 'refused'>;
  readonly overload: Pick<Overload, 'worstLateness'>;
  /** A connection that nothing else uses: it answers while the others are all taken. */
  readonly watchDb: Kysely<unknown>;
}

/** Lists every figure that is not counted as it happens. */
export function addFigures(metrics: Metrics, watched: Watched): void {
  const figures = [
    ...ofProcess(watched),
    ...ofPools(watched.pools),
    ...ofQueues(watched),
    ...ofDatabase(watched.watchDb),
  ];
  for (const figure of figures) metrics.add(figure);
}

const one = (value: number) => [{ value }];

function ofProcess({ overload }: Watched): Figure[] {
  return [
    {
      name: 'process_resident_memory_bytes',
      help: 'Resident memory of the process',
      read: () => one(process.memoryUsage.rss()),
    },
    {
      name: 'nodejs_heap_size_used_bytes',
      help: 'Memory that JavaScript holds',
      read: () => one(process.memoryUsage().heapUsed),
    },
    {
      name: 'process_cpu_seconds_total',
      help: 'Processor time of the process',
      kind: 'counter',
      read: () => {
        const { user, system } = process.cpuUsage();
        return one((user + system) / 1e6);
      },
    },
    {
      name: 'nodejs_eventloop_lag_seconds',
      help: 'By how much the event loop was late at its worst since this was last read',
      read: () => one(overload.worstLateness() / 1000),
    },
  ];
}

function ofPools(pools: Watched['pools']): Figure[] {
  return [
    {
      name: 'polku_pool_connections',
      help: 'Connections to the database by pool; waiting: requests that wait for one',
      labels: ['pool', 'state'],
      read: () =>
        Object.entries(pools).flatMap(([pool, { totalCount, idleCount, waitingCount }]) => [
          { labels: { pool, state: 'total' }, value: totalCount },
          { labels: { pool, state: 'idle' }, value: idleCount },
          { labels: { pool, state: 'waiting' }, value: waitingCount },
        ]),
    },
  ];
}

function ofQueues({ intake, pages, live, limits }: Watched): Figure[] {
  // What listens at the start is the program itself; each event stream listens once.
  const own = live.listeners;
  return [
    {
      name: 'polku_intake_waiting_answers',
      help: 'Answers that have come in and are not yet being stored',
      read: () => one(intake.waiting),
    },
    {
      name: 'polku_event_streams',
      help: 'Open event streams of the staff app',
      read: () => one(live.listeners - own),
    },
    {
      name: 'polku_news_listening',
      help: '1 while changes of other processes are heard',
      read: () => one(Number(live.listening)),
    },
    {
      name: 'polku_kept_pages_total',
      help: 'Public pages answered without drawing them anew; not among the requests',
      kind: 'counter',
      read: () => one(pages.answered),
    },
    {
      name: 'polku_limited_total',
      help: 'Refusals by the name of the limit',
      labels: ['limit'],
      kind: 'counter',
      read: () => [...limits.refused].map(([limit, value]) => ({ labels: { limit }, value })),
    },
  ];
}

const FRESH_MS = 5_000;
const PATIENCE_MS = 2_000;

function ofDatabase(db: Kysely<unknown>): Figure[] {
  const counts = remember(() => withPatience(countJobs(db)));
  const perJob = (pick: (count: JobCount) => number) => async () =>
    (await counts()).map((count) => ({ labels: { job: count.name }, value: pick(count) }));
  return [
    {
      name: 'polku_database_up',
      help: '1 when the database answers within two seconds',
      read: () =>
        counts().then(
          () => one(1),
          () => one(0),
        ),
    },
    {
      name: 'polku_jobs',
      help: 'Jobs of all processes by name and state',
      labels: ['job', 'state'],
      read: async () =>
        (await counts()).flatMap(({ name: job, waiting, active, failed }) => [
          { labels: { job, state: 'waiting' }, value: waiting },
          { labels: { job, state: 'active' }, value: active },
          { labels: { job, state: 'failed' }, value: failed },
        ]),
    },
    {
      name: 'polku_job_oldest_seconds',
      help: 'How long the oldest job that is not done has waited; for rollUpNewAnswers, by how much the figures lag',
      labels: ['job'],
      read: perJob(({ oldestSeconds }) => oldestSeconds),
    },
  ];
}

/** One reading at a time, and none more often than every few seconds, whoever asks. */
function remember<T>(read: () => Promise<T>): () => Promise<T> {
  let last: { readonly until: number; readonly value: Promise<T> } | undefined;
  return () => {
    if (!last || last.until < Date.now()) last = { until: Date.now() + FRESH_MS, value: read() };
    return last.value;
  };
}

async function withPatience<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('the database is late')), PATIENCE_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
