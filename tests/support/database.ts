import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { openDatabase } from '#main/database.ts';
import { createCounty } from '#modules/organisation';
import type { Actor, Context } from '#platform/context.ts';
import type { DomainEvent } from '#platform/events.ts';
import { newId } from '#platform/ids.ts';
import { loginOf } from '#platform/plain-role.ts';
import type { Job } from '#platform/jobs.ts';
import { openContext } from '#platform/transaction.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- tests look into every table
type AnyTables = any;

/** A context of a test: everything is real but the clock, and nothing is committed. */
export interface TestContext extends Context<AnyTables> {
  /** The root node of its county. */
  readonly root: string;
  readonly events: DomainEvent[];
  readonly jobs: Job[];
  /** The same transaction as another actor, at another time or in another county. */
  as(change: { actor?: Actor; now?: Date; county?: string }): TestContext;
}

/** The time at which tests take place, unless they say otherwise: a Wednesday, 14.00 in Helsinki. */
export const TEST_TIME = new Date('2026-11-18T12:00:00Z');

/** Makes a copy of the template database. */
export async function cloneDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `polku_test_${randomUUID().replaceAll('-', '')}`;
  const server = inject('serverUrl');
  await asOwner(
    server,
    `create database ${name} template ${inject('template')} strategy file_copy`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await asOwner(server, `drop database if exists ${name} with (force)`);
      await asOwner(server, `drop role if exists ${loginOf(name)}`);
    },
  };
}

/** Makes a database in which nothing is. */
export async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `polku_test_${randomUUID().replaceAll('-', '')}`;
  const server = inject('serverUrl');
  await asOwner(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asOwner(server, `drop database if exists ${name} with (force)`),
  };
}

/** Runs statements as the owner of the database, whom the second wall does not bind. */
export async function asOwner(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

class RollBack extends Error {}

/**
 * A `test` whose cases get `ctx` (the county under test) and `other` (a second county in the same database), in one
 * transaction that is rolled back. Call it once per file.
 */
export function withDatabase() {
  let clone: Awaited<ReturnType<typeof cloneDatabase>>;
  let opened: { db: Kysely<AnyTables>; pool: pg.Pool };
  beforeAll(async () => {
    clone = await cloneDatabase();
    opened = openDatabase<AnyTables>(clone.url, 4);
  });
  afterAll(async () => {
    await opened.pool.end();
    await clone.drop();
  });
  return test.extend<{ both: [TestContext, TestContext]; ctx: TestContext; other: TestContext }>({
    // oxlint-disable-next-line no-empty-pattern -- vitest wants the destructuring
    both: async ({}, use) => {
      const run = opened.db.transaction().execute(async (trx) => {
        await use([await testContext(trx, 'esimerkkila'), await testContext(trx, 'toinen')]);
        throw new RollBack();
      });
      await run.catch((error: unknown) => {
        if (!(error instanceof RollBack)) throw error;
      });
    },
    ctx: ({ both }, use) => use(both[0]),
    other: ({ both }, use) => use(both[1]),
  });
}

async function testContext(trx: Transaction<AnyTables>, code: string): Promise<TestContext> {
  const county = newId();
  const maker = contextOver(
    trx,
    { county, root: '', actor: { kind: 'system', name: 'test' }, now: TEST_TIME },
    [],
    [],
  );
  const root = await createCounty(maker, {
    code,
    name: { fi: `Kunta ${code}`, sv: `Område ${code}`, en: `County ${code}` },
    example: false,
  });
  return contextOver(
    trx,
    { county, root, actor: { kind: 'system', name: 'test' }, now: TEST_TIME },
    [],
    [],
  );
}

interface Given {
  county: string;
  root: string;
  actor: Actor;
  now: Date;
}

function contextOver(
  trx: Transaction<AnyTables>,
  given: Given,
  events: DomainEvent[],
  jobs: Job[],
): TestContext {
  const parts = {
    db: trx,
    county: given.county,
    clock: () => given.now,
    jobs: { plan: async (_: unknown, job: Job) => void jobs.push(job), wake: () => undefined },
    reactions: [],
  };
  const context = openContext(parts, { db: trx }, given.actor, 'test', new Set());
  return {
    ...context,
    emit: async (event) => void events.push(event),
    root: given.root,
    events,
    jobs,
    as: (change) => contextOver(trx, { ...given, ...change }, events, jobs),
  };
}
