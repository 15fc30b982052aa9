import type pg from 'pg';
import { PgBoss, type Queue } from 'pg-boss';

/** The jobs that wait or are being done: a copy of the county must do them too. Rows as COPY's SELECT gives them. */
export const UNFINISHED_JOBS = `select id, name, data, priority, singleton_key, start_after from pgboss.job
  where state < 'completed' and name not like '\\_\\_pgboss%' order by created_on, id`;

/** A queue's name and settings. */
export type QueueSettings = Queue;

const STAGE = 'unfinished_job';
const BATCH = 500;

/** Where the rows of `UNFINISHED_JOBS` are written to, while `plantJobs` waits for them. */
export const JOB_STAGE = `${STAGE} (id, name, data, priority, singleton_key, start_after)`;

/** How many jobs are unfinished. */
export async function countUnfinishedJobs(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from (${UNFINISHED_JOBS}) jobs`,
  );
  return rows[0]!.n;
}

/** The queues with their settings, those first on which others rely. */
export async function listQueues(client: pg.Client): Promise<QueueSettings[]> {
  const boss = await bossOver(client);
  const queues = await boss.getQueues();
  await boss.stop({ graceful: false, close: false });
  return queues
    .filter(({ name }) => !name.startsWith('__pgboss'))
    .map(settingsOf)
    .toSorted((a, b) => Number('deadLetter' in a) - Number('deadLetter' in b));
}

const SETTINGS = [
  'name',
  'policy',
  'partition',
  'deadLetter',
  'retryLimit',
  'retryDelay',
  'retryBackoff',
  'retryDelayMax',
  'expireInSeconds',
  'heartbeatSeconds',
  'retentionSeconds',
  'deleteAfterSeconds',
] as const satisfies readonly (keyof Queue)[];

const settingsOf = (queue: Queue): Queue =>
  Object.fromEntries(
    SETTINGS.map((name) => [name, queue[name]] as const).filter(([, value]) => value != null),
  ) as unknown as Queue;

/** Makes the queues that are missing. It commits by itself: a queue without jobs does nothing. */
export async function createQueues(
  client: pg.Client,
  queues: readonly QueueSettings[],
): Promise<void> {
  const boss = await bossOver(client);
  for (const { name, ...settings } of queues)
    if (!(await boss.getQueue(name))) await boss.createQueue(name, settings);
  await boss.stop({ graceful: false, close: false });
}

/** Plans again, in the open transaction, the jobs that `write` brings to `JOB_STAGE`; under their own ids, so each once. */
export async function plantJobs(client: pg.Client, write: () => Promise<void>): Promise<number> {
  await client.query(
    `create temp table ${STAGE} (id uuid, name text, data jsonb, priority int, singleton_key text, start_after timestamptz,
       place bigint generated always as identity) on commit drop`,
  );
  await write();
  const boss = await bossOver(client);
  let planted = 0;
  for (let batch = await take(client); batch.length > 0; batch = await take(client)) {
    for (const name of new Set(batch.map((job) => job.name))) {
      const jobs = batch.filter((job) => job.name === name);
      await boss.insert(name, jobs);
      planted += jobs.length;
    }
  }
  await boss.stop({ graceful: false, close: false });
  return planted;
}

interface Brought {
  readonly id: string;
  readonly name: string;
  readonly data: object;
  readonly priority: number;
  readonly startAfter: string;
  readonly singletonKey?: string;
}

async function take(client: pg.Client): Promise<Brought[]> {
  const { rows } = await client.query<Omit<Brought, 'singletonKey'> & { singleton: string | null }>(
    `with taken as (delete from ${STAGE} where place in (select place from ${STAGE} order by place limit ${BATCH}) returning *)
     select id, name, data, priority, start_after::text as "startAfter", singleton_key as singleton from taken order by place`,
  );
  return rows.map(({ singleton, ...job }) => ({
    ...job,
    ...(singleton !== null && { singletonKey: singleton }),
  }));
}

/** The job queue over one given connection, so that it works inside that one's transaction. */
async function bossOver(client: pg.Client): Promise<PgBoss> {
  const boss = new PgBoss({
    db: {
      executeSql: (text: string, values?: unknown[]) =>
        client.query(text, values) as Promise<{ rows: never[] }>,
    },
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  return boss;
}
