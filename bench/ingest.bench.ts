import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { hashOf, newId, newSecret } from '#platform/ids.ts';
import { type Load, load } from './load.ts';
import { machine, percentile, table } from './machine.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';

const SECONDS = 8;
const CLIENTS = [4, 16, 64] as const;
const INVITATIONS = 40_000;
const PGBENCH = process.env['PGBENCH'] ?? '/usr/lib/postgresql/15/bin/pgbench';

/** `POST /api/answers`, durable and with its limits, beside pgbench's single-row commits into the same server. */
export async function run(): Promise<void> {
  const server = await startServer({ port: 3921 });
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    await client.query(
      'create table bench_row (county_id uuid, id uuid primary key, node_id uuid, at timestamptz, text text)',
    );
    process.stdout.write(`ingest: ${machine()}\n`);
    const rows: (string | number)[][] = [];
    for (const clients of CLIENTS) {
      const ours = await ingest(server, client, clients);
      const theirs = await pgbench(server.databaseUrl, server.dataDir, clients);
      const p95 = percentile(ours.times, 0.95).toFixed(1);
      rows.push([
        clients,
        Math.round(ours.perSecond),
        p95,
        ours.others,
        Math.round(theirs),
        (ours.perSecond / theirs).toFixed(2),
      ]);
    }
    table(['clients', 'answers/s', 'p95 ms', 'refused', 'pgbench tx/s', 'ratio'], rows);
    process.stdout.write('promise: ratio ≥ 0.4 at 64 clients, ≥ 0.2 at 16; p95 < 10 ms at 4\n');
  } finally {
    await client.end();
    await server.stop();
  }
}

/** Answers over personal invitations of 60 units, made beforehand. */
async function ingest(server: BuiltServer, client: pg.Client, clients: number): Promise<Load> {
  const { rows: units } = await client.query<{ id: string }>(
    "select id from node where kind = 'unit' order by code",
  );
  const { rows: versions } = await client.query<{ county_id: string; id: string }>(
    "select county_id, id from survey_version where status = 'in-use' order by id limit 1",
  );
  const { county_id: county, id: version } = versions[0]!;
  const tokens = Array.from({ length: INVITATIONS }, newSecret);
  await client.query(
    `insert into invitation (county_id, token_hash, survey_version_id, node_id, channel, expires_at)
     select $1, t.hash, $2, ($4::uuid[])[1 + t.place % cardinality($4::uuid[])], 'sms', now() + interval '1 day'
     from unnest($3::bytea[]) with ordinality t(hash, place)`,
    [county, version, tokens.map(hashOf), units.map(({ id }) => id)],
  );
  await client.query('analyze invitation');
  let sent = 0;
  return load({
    port: server.port,
    clients,
    seconds: SECONDS,
    wanted: '201',
    next: () => (sent < tokens.length ? request(tokens[sent++]!, version) : undefined),
  });
}

const SCORES = {
  'got-help': 5,
  'cared-for': 4,
  'decided-together': 5,
  'felt-safe': 5,
  'understood-information': 4,
  'know-next': 3,
  'found-useful': 5,
};

function request(token: string, surveyVersion: string): Buffer {
  const comment =
    'Sain ajan nopeasti ja hoitaja kuunteli. Jatkosta olisin halunnut kuulla enemmän.';
  const body = JSON.stringify({
    id: newId(),
    token,
    surveyVersion,
    language: 'fi',
    recommendation: 9,
    scores: SCORES,
    comment,
  });
  return Buffer.from(
    `POST /api/answers HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** Single-row commits of the same size over as many connections. */
async function pgbench(url: string, folder: string, clients: number): Promise<number> {
  const script = join(folder, 'row.sql');
  await writeFile(
    script,
    `insert into bench_row values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), '${'x'.repeat(320)}');\n`,
    { mode: 0o644 },
  );
  const arguments_ = [
    '-n',
    '-f',
    script,
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(SECONDS),
    '-M',
    'prepared',
    url,
  ];
  const { stdout } = await promisify(execFile)(PGBENCH, arguments_);
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
}
