import { type Kysely, type RawBuilder, sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Context } from './context.ts';
import type { Log } from './log.ts';
import type { OldData } from './retention.ts';
import { ZONE } from './time.ts';

/** Work to be done after the commit, in the imperative. `data` is small: ids, never people's words. */
export interface Job {
  readonly name: string;
  readonly data: object;
}

/** A job type: makes jobs and carries their name. */
export interface JobType<Data extends object> {
  (data: Data): Job;
  readonly job: string;
  readonly data?: Data;
}

/** Declares a job of a module: `rollUpUnitDays({ … })` makes one, to be given to `ctx.plan`. */
export function defineJob<Data extends object>(name: string): JobType<Data> {
  return Object.assign((data: Data): Job => ({ name, data }), { job: name });
}

/** What a job leaves until its transaction has been committed: a line in the log. */
export type AfterCommit = (log: Log) => void;

/** A job that is planned by the clock: `cron` in the time of Helsinki. What an outage missed is done once, afterwards. */
export interface Schedule {
  readonly job: Job;
  readonly cron: string;
}

/** What does a job. It is given all waiting ones at once and may be given one of them twice. */
export interface JobHandler {
  readonly job: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each handler names its own tables and data
  work(ctx: Context<any>, batch: readonly any[]): Promise<AfterCommit | void>;
}

/** Pairs a job type with what does it. */
export function handle<Data extends object, Tables>(
  type: JobType<Data>,
  work: (ctx: Context<Tables>, batch: readonly Data[]) => Promise<AfterCommit | void>,
): JobHandler {
  return { job: type.job, work };
}

type Run = <T>(
  actor: { kind: 'system'; name: string },
  requestId: string,
  work: (ctx: Context) => Promise<T>,
) => Promise<T>;

/** At-least-once jobs in PostgreSQL (pg-boss): planned in the business transaction, retried with growing pauses. */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #log: Log;
  readonly #workers = new Map<string, string>();
  readonly #paces = new Map<string, Pace>();

  /** `plansOnly`: of a command, which plans what the servers then do. */
  constructor(url: string, log: Log, { plansOnly = false } = {}) {
    this.#log = log;
    this.#boss = new PgBoss({
      connectionString: url,
      max: plansOnly ? 1 : 3,
      ...(plansOnly && { supervise: false, schedule: false }),
      migrate: false,
      createSchema: false,
      application_name: 'polku jobs',
    });
    this.#boss.on('error', (error: unknown) => log.error({ err: error }, 'jobs'));
  }

  /** Makes planning possible; `start` does it too. */
  async open(jobs: readonly string[]): Promise<void> {
    await this.#boss.start();
    for (const job of jobs)
      if (!(await this.#boss.getQueue(job))) await this.#boss.createQueue(job, RETRIES);
  }

  /** Starts to work. `run` opens a transaction around each batch. */
  async start(handlers: readonly JobHandler[], run: Run): Promise<void> {
    await this.open(handlers.map(({ job }) => job));
    for (const { job, work } of handlers) {
      const options = { batchSize: 1_000, pollingIntervalSeconds: POLL_SECONDS };
      const pace = new Pace();
      const worker = await this.#boss.work<object>(job, options, (batch) =>
        pace.time(async () => {
          const given = batch.map(({ data }) => data);
          const actor = { kind: 'system', name: job } as const;
          const after = await run(actor, batch[0]?.id ?? '', (ctx) => work(ctx, given));
          after?.(this.#log);
        }),
      );
      this.#paces.set(job, pace);
      this.#workers.set(job, worker);
    }
  }

  /** Has jobs planned by the clock; several processes may ask for the same and it is planned once. */
  async schedule(schedules: readonly Schedule[]): Promise<void> {
    for (const { job, cron } of schedules)
      await this.#boss.schedule(job.name, cron, job.data, { tz: ZONE, missed: 'once' });
  }

  /** Adds a job to an open transaction, whose statements `run` runs. */
  async plan(
    run: (text: string, values: readonly unknown[]) => Promise<void>,
    job: Job,
  ): Promise<void> {
    const executeSql = async (text: string, values: unknown[] = []) => {
      await run(text, values);
      return { rows: [] };
    };
    await this.#boss.insert(job.name, [{ data: job.data }], { db: { executeSql } });
  }

  /**
   * Wakes this process's worker after the commit, so that nobody waits for the next poll. Under load, wakes are spaced
   * out: what waits meanwhile is done together.
   */
  wake(job: string): void {
    const worker = this.#workers.get(job);
    if (worker) this.#paces.get(job)?.soon(() => this.#boss.notifyWorker(worker));
  }

  /** Lets the jobs that run end, then stops. */
  async stop(): Promise<void> {
    for (const pace of this.#paces.values()) pace.stop();
    await this.#boss.stop({ graceful: true, close: true, timeout: 4_000 });
  }
}

// Only for what another process left behind: whoever plans a job wakes a worker of its own.
const POLL_SECONDS = 2;

const LEAST_PAUSE_MS = 100;
const PAUSE_FOR_WORK = 9;

/** Gives a job at most a tenth of the time, and at least ten turns a second while each is quick. */
class Pace {
  #working = false;
  #next = 0;
  #wanted: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  async time(work: () => Promise<void>): Promise<void> {
    this.#working = true;
    const began = performance.now();
    try {
      await work();
    } finally {
      const took = performance.now() - began;
      this.#next = performance.now() + Math.max(LEAST_PAUSE_MS, PAUSE_FOR_WORK * took);
      this.#working = false;
      if (this.#wanted) this.soon(this.#wanted);
    }
  }

  soon(wake: () => void): void {
    this.#wanted = wake;
    if (this.#working || this.#timer) return;
    this.#timer = setTimeout(() => this.#fire(), Math.max(0, this.#next - performance.now()));
  }

  stop(): void {
    this.#wanted = undefined;
    clearTimeout(this.#timer);
  }

  #fire(): void {
    this.#timer = undefined;
    // The worker began by itself meanwhile; what waits is looked at when it ends.
    if (this.#working) return;
    const wake = this.#wanted;
    this.#wanted = undefined;
    wake?.();
  }
}

const RETRIES = { retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };

/** How many jobs of a name wait, are being done and have failed for good, and how long the oldest has waited. */
export interface JobCount {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  readonly oldestSeconds: number;
}

/** Counts what is in the queues of all processes. */
export async function countJobs(db: Kysely<unknown>): Promise<readonly JobCount[]> {
  const { rows } = await sql<JobCount>`
    select name,
      count(*) filter (where state < 'active')::integer as waiting,
      count(*) filter (where state = 'active')::integer as active,
      count(*) filter (where state = 'failed')::integer as failed,
      greatest(0, coalesce(extract(epoch from
        now() - min(start_after) filter (where state <= 'active')), 0))::float8 as "oldestSeconds"
    from pgboss.job where state <> 'completed' and name !~ '^__' group by name order by name`.execute(
    db,
  );
  return rows;
}

/** Installs pg-boss's own schema: a part of the migration step. */
export async function migrateJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}

/** Jobs that have been done or given up. They belong to the queue and to no county. */
export const finishedJobs: OldData = {
  async count(ctx, before) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pgboss.job where ${areFinished(before)}`.execute(ctx.db);
    return rows[0]!.n;
  },
  async remove(ctx, before, limit) {
    const { numAffectedRows } = await sql`
      delete from pgboss.job where (name, id) in (select name, id from pgboss.job where ${areFinished(before)} limit ${limit})`.execute(
      ctx.db,
    );
    return Number(numAffectedRows ?? 0);
  },
};

const areFinished = (before: Date): RawBuilder<unknown> =>
  sql`state in ('completed', 'cancelled', 'failed') and completed_on < ${before}`;
