import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tickId } from '#platform/timetable.ts';
import { cloneDatabase } from '#tests/support/database.ts';
import { TickingNodes } from '#tests/support/ticking-nodes.ts';
import { times } from './size.ts';

const NODES = 5;
const TICKS = times(1_000, 20);
const MINUTE = 60_000;

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let database: pg.Client;
let supervisor: PgBoss;
let nodes: TickingNodes;
/** The jobs that there must be: one of each minute, and of an outage one for its last. */
const due: string[] = [];

beforeAll(async () => {
  clone = await cloneDatabase();
  database = new pg.Client({ connectionString: clone.url });
  await database.connect();
  await database.query('create table effect (job uuid not null, times int not null)');
  await database.query('listen effect');
  supervisor = new PgBoss({
    connectionString: clone.url,
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  supervisor.on('error', () => undefined);
  await supervisor.start();
  nodes = new TickingNodes(clone.url, new Date(Math.ceil(Date.now() / MINUTE) * MINUTE));
  await nodes.start(NODES);
  await oneEffect();
});
afterAll(async () => {
  await nodes.killAll();
  await supervisor.stop({ graceful: false });
  await database.end();
  await clone.drop();
});

/** What is done to the processes as a minute begins. The rest of the minutes they live in peace. */
const BLOWS: Record<string, (chance: () => number) => Promise<void>> = {
  async 'one is killed at any moment'(chance) {
    minutesPass(1);
    await pause(chance() * 1_200);
    await nodes.killOne(chance());
    await nodes.start(1);
  },
  async 'one is killed while it does the job'() {
    await nodes.killInTheMiddle(() => minutesPass(1));
    await nodes.start(1);
  },
  async 'all are killed when the job is planned and not done'() {
    await nodes.killAll();
    await nodes.start(1, 'plans');
    minutesPass(1);
    await expect.poll(planned, WAIT).toBe(due.length + 1);
    await nodes.killAll();
    await nodes.start(NODES);
  },
  async 'all are killed the moment that it is done'() {
    const done = new Promise((resolve) => database.once('notification', resolve));
    minutesPass(1);
    await done;
    await nodes.killAll();
    await nodes.start(NODES);
  },
  async 'none is there for hours'(chance) {
    await nodes.killAll();
    minutesPass(2 + Math.floor(chance() * 500));
    await nodes.start(NODES);
  },
};

test(
  `B7: ${TICKS} minutes with ${NODES} processes that are killed: each is done once, and an outage is made good once`,
  { timeout: times(3_600_000, 120_000) },
  async () => {
    const chance = seeded(7);
    const blows = Object.values(BLOWS);
    for (let tick = 0; tick < TICKS; tick += 1) {
      const blow = blows[(tick / times(8, 4)) % blows.length];
      if (blow) await blow(chance);
      else minutesPass(1);
      await oneEffect();
    }
    const { rows } = await database.query<{ id: string; state: string; effects: number }>(
      `select id, state, (select coalesce(sum(times), 0)::int from effect where job = job.id) as effects
        from pgboss.job where name = 'tick' order by id`,
    );
    expect(rows).toEqual(due.toSorted().map((id) => ({ id, state: 'completed', effects: 1 })));
    expect(await effects()).toBe(due.length);
  },
);

const minutesPass = (count: number): void =>
  nodes.moveTo(new Date(nodes.now.getTime() + count * MINUTE));

/** Waits until this minute is done. Where somebody died with its job, the time passes after which others get it. */
async function oneEffect(): Promise<void> {
  due.push(tickId('tick', nodes.now));
  const patience = Date.now() + 60_000;
  for (let look = 1; (await effects()) < due.length; look += 1) {
    if (Date.now() > patience) throw new Error(`nobody does ${nodes.now.toISOString()}`);
    await pause(50);
    if (look % 20 === 0) await heartbeatsPass();
  }
  // It is done when it is said to be done: the same commit.
  expect(await effects()).toBe(due.length);
}

async function heartbeatsPass(): Promise<void> {
  await database.query(
    "update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute' where name = 'tick' and state = 'active'",
  );
  await database.query(
    "update pgboss.queue set monitor_on = now() - interval '1 hour', monitor_claim_on = now() - interval '1 hour'",
  );
  await supervisor.supervise('tick');
}

const count = async (text: string): Promise<number> =>
  (await database.query<{ n: number }>(text)).rows[0]!.n;
const effects = (): Promise<number> =>
  count('select coalesce(sum(times), 0)::int as n from effect');
const planned = (): Promise<number> =>
  count("select count(*)::int as n from pgboss.job where name = 'tick'");

const WAIT = { timeout: 20_000, interval: 20 };
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Numbers from 0 to 1, the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
