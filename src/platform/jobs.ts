import { CompiledQuery, type Kysely, sql } from 'kysely';
import { type Job as GivenJob, PgBoss } from 'pg-boss';
import type { Context } from './context.ts';
import type { Log } from './log.ts';
import type { Clock } from './time.ts';
import { type Schedule, tickId, Timetable } from './timetable.ts';

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

/**
 * What does a job. It is given all waiting ones at once. What it writes and that the job is done are one commit, so it
 * happens once; what it does outside the database may happen twice.
 */
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

/**
 * What does a job that asks somebody outside. No transaction is held meanwhile: it opens its own, and as the job is done
 * only afterwards, all of it may happen twice.
 */
export interface OutsideHandler {
  readonly job: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each handler names its own tables and data
  workOutside(write: Write<any>, batch: readonly any[]): Promise<AfterCommit | void>;
}

/** Opens a transaction of a job. */
export type Write<Tables> = <T>(work: (ctx: Context<Tables>) => Promise<T>) => Promise<T>;

/** Pairs a job type with what asks somebody outside. */
export function handleOutside<Data extends object, Tables>(
  type: JobType<Data>,
  workOutside: (write: Write<Tables>, batch: readonly Data[]) => Promise<AfterCommit | void>,
): OutsideHandler {
  return { job: type.job, workOutside };
}

type Run = <T>(
  actor: { kind: 'system'; name: string },
  requestId: string,
  work: (ctx: Context) => Promise<T>,
) => Promise<T>;

/** Jobs in PostgreSQL (pg-boss): planned in the business transaction, done in one of their own, retried with growing pauses. */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #log: Log;
  readonly #workers = new Map<string, string>();
  readonly #paces = new Map<string, Pace>();
  readonly #clock: Clock;
  readonly #since = new Map<string, Date>();
  #timetable: Timetable | undefined;

  /** `plansOnly`: of a command, which plans what the servers then do. `clock`: what `schedule` looks at. */
  constructor(url: string, log: Log, { plansOnly = false, clock = () => new Date() } = {}) {
    this.#log = log;
    this.#clock = clock;
    this.#boss = new PgBoss({
      connectionString: url,
      max: plansOnly ? 1 : 3,
      // `schedule` of this class plans by the clock, see decision 31.
      schedule: false,
      ...(plansOnly && { supervise: false }),
      migrate: false,
      createSchema: false,
      application_name: 'polku jobs',
    });
    this.#boss.on('error', (error: unknown) => log.error({ err: error }, 'jobs'));
  }

  /** Makes planning possible; `start` does it too. */
  async open(jobs: readonly string[]): Promise<void> {
    await this.#boss.start();
    for (const job of jobs) {
      const queue = await this.#boss.getQueue(job);
      if (!queue) await this.#boss.createQueue(job, QUEUE);
      else if (queue.heartbeatSeconds !== QUEUE.heartbeatSeconds)
        await this.#boss.updateQueue(job, QUEUE);
      this.#since.set(job, queue?.createdOn ?? new Date());
    }
  }

  /** Starts to work. `run` opens a transaction around each batch. */
  async start(handlers: readonly (JobHandler | OutsideHandler)[], run: Run): Promise<void> {
    await this.open(handlers.map(({ job }) => job));
    for (const handler of handlers) {
      const { job } = handler;
      const options = { batchSize: 1_000, pollingIntervalSeconds: POLL_SECONDS };
      const pace = new Pace();
      const worker = await this.#boss.work<object>(job, options, (batch) =>
        pace.time(async () => {
          const given = batch.map(({ data }) => data);
          const actor = { kind: 'system', name: job } as const;
          const write: Write<unknown> = (work) => run(actor, batch[0]?.id ?? '', work);
          const after =
            'workOutside' in handler
              ? await handler.workOutside(write, given)
              : await write(async (ctx) => {
                  const told = await handler.work(ctx, given);
                  await this.#complete(ctx, job, batch);
                  return told;
                });
          after?.(this.#log);
        }),
      );
      this.#paces.set(job, pace);
      this.#workers.set(job, worker);
    }
  }

  /**
   * Has jobs planned by the clock from now on. Several processes may ask for the same and each time is planned once. Of
   * what was missed since the job's queue was made, only the latest time is planned.
   */
  schedule(schedules: readonly Schedule[]): void {
    this.#timetable = new Timetable({
      schedules,
      clock: this.#clock,
      log: this.#log,
      plan: async ({ name, data }, tick) => {
        if (tick < this.#since.get(name)!) return;
        await this.#boss.insert(name, [{ id: tickId(name, tick), data }]);
        this.wake(name);
      },
    });
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
    await this.#timetable?.stop();
    for (const pace of this.#paces.values()) pace.stop();
    await this.#boss.stop({ graceful: true, close: true, timeout: 4_000 });
  }

  /** Says in the transaction of what was done that it is done, unless the jobs have been given to somebody else meanwhile. */
  async #complete(ctx: Context, job: string, batch: GivenJob[]): Promise<void> {
    const executeSql = async (text: string, values: unknown[] = []) =>
      ctx.db.executeQuery<never>(CompiledQuery.raw(text, values));
    const done = await this.#boss.complete(job, batch, undefined, { db: { executeSql } });
    // pg-boss's types leave out what it answers.
    const { affected } = done as { affected: number };
    if (affected < batch.length) throw new Error(`${job}: given to another process meanwhile`);
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

// A process that has been gone for so long has its jobs given to another, at the next look: within another minute.
const HEARTBEAT_SECONDS = 30;

const QUEUE = {
  retryLimit: 20,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: HEARTBEAT_SECONDS,
};

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
