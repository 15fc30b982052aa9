import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { hashOf, newId, newSecret } from '#platform/ids.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { times } from './size.ts';

const PORT = 3931;
const CLIENTS = 20;
const KILLS = times(200, 10);
const INVITATIONS = times(120_000, 12_000);

interface Sent {
  readonly id: string;
  receipt: string | undefined;
}

test(
  `A1: ${KILLS} kills under ${CLIENTS} retrying clients lose and double nothing, and the next start is ready in 10 s`,
  { timeout: 3_600_000 },
  async () => {
    let server = await startServer({ port: PORT, env: { LOG_LEVEL: 'silent' } });
    const { dataDir } = server;
    const { tokens, version } = await invite(server);
    const acknowledged: Sent[] = [];
    let going = true;
    const clients = Array.from({ length: CLIENTS }, () =>
      client(() => (going ? tokens.pop() : undefined), version, acknowledged),
    );
    const slowest = { ms: 0 };
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await pause(100 + Math.random() * 700);
        await server.kill();
        server = await startServer({ port: PORT, dataDir, env: { LOG_LEVEL: 'silent' } });
        slowest.ms = Math.max(slowest.ms, server.readyMs);
      }
    } finally {
      going = false;
      await Promise.all(clients);
    }
    const stored = await receipts(server);
    await server.stop({ keep: true });
    await rm(dirname(dataDir), { recursive: true, force: true });
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    // One row per id is the table's key; what could go wrong is a missing row or another receipt than the thanked one.
    const lost = acknowledged.filter(({ id, receipt }) => stored.get(id) !== receipt);
    expect(lost).toEqual([]);
    expect(slowest.ms).toBeLessThan(10_000);
  },
);

/** Sends one answer after another, each again and again with its id until it is acknowledged. */
async function client(
  next: () => string | undefined,
  version: string,
  acknowledged: Sent[],
): Promise<void> {
  for (let token = next(); token !== undefined; token = next()) {
    const id = newId();
    const answer = {
      id,
      token,
      surveyVersion: version,
      language: 'fi',
      recommendation: 9,
      scores: { 'got-help': 5 },
      comment: '',
    };
    let receipt: string | undefined;
    while (receipt === undefined) {
      receipt = await send(JSON.stringify(answer));
      await pause(25);
    }
    acknowledged.push({ id, receipt });
  }
}

async function send(body: string): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${PORT}/api/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (!response.ok) return undefined;
    return ((await response.json()) as { receipt: string }).receipt;
  } catch {
    return undefined;
  }
}

async function invite(server: BuiltServer): Promise<{ tokens: string[]; version: string }> {
  const tokens = Array.from({ length: INVITATIONS }, newSecret);
  const { rows } = await query<{ version: string }>(
    server,
    `with version as (select county_id, id from survey_version where status = 'in-use' order by id limit 1),
       unit as (select id from node where kind = 'unit' order by code limit 1),
       made as (insert into invitation (county_id, token_hash, survey_version_id, node_id, channel, expires_at)
         select v.county_id, hash, v.id, u.id, 'sms', now() + interval '1 day' from unnest($1::bytea[]) hash, version v, unit u)
     select id as version from version`,
    [tokens.map(hashOf)],
  );
  return { tokens, version: rows[0]!.version };
}

async function receipts(server: BuiltServer): Promise<Map<string, string>> {
  const { rows } = await query<{ id: string; receipt: string }>(
    server,
    'select id, receipt from answer',
  );
  return new Map(rows.map(({ id, receipt }) => [id, receipt]));
}

async function query<Row extends pg.QueryResultRow>(
  server: BuiltServer,
  text: string,
  values: unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  const connection = new pg.Client({ connectionString: server.databaseUrl });
  await connection.connect();
  try {
    return await connection.query<Row>(text, values);
  } finally {
    await connection.end();
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
