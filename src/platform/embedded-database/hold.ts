import { Client } from 'pg';
import type { Place } from './place.ts';
import type { Postmaster } from './postmaster.ts';
import { ownerName, readPassword } from './prepare.ts';
import { isAlive } from './processes.ts';
import { AlreadyHeldError, codeOf } from './refusal.ts';

// "polk" in ASCII, and the only lock of that class. Advisory locks belong to one database; this one
// is in `postgres`, which leaves `polku` free to be copied, renamed and restored.
const lock = [0x706f6c6b, 1] as const;

/** Holder: it owns the server. Guest: it only uses it. */
export type Role = 'holder' | 'guest';

/** One pinned connection, by which the others see that this process is there. */
export async function connectAs(role: Role, label: string, place: Place, server: Postmaster) {
  const client = new Client({
    host: server.socketDir,
    port: server.port,
    user: ownerName,
    password: await readPassword(place),
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 5_000,
    application_name: `polku ${role} ${process.pid} ${label}`.trim(),
  });
  // Without a listener a lost connection ends the program; the `end` event tells the same.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * Makes this connection the holder's, which lasts exactly as long as the connection does. Returns
 * false when the last holder has died but its connection has not been noticed gone.
 */
export async function takeLock(client: Client, place: Place): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1, $2) as taken',
    [...lock],
  );
  if (rows[0]?.taken) return true;
  const holder = await findHolder(client);
  if (holder && isAlive(holder.pid)) throw new AlreadyHeldError(place.dir, holder);
  return false;
}

/** The process that holds the data now, as it named itself. */
export async function findHolder(client: Client) {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and l.granted`,
    [...lock],
  );
  const [, pid, label] = /^polku holder (\d+) ?(.*)$/.exec(rows[0]?.name ?? '') ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), label: label ?? '' };
}

/** How many guests use the server now. */
export async function countGuests(client: Client): Promise<number> {
  const { rows } = await client.query<{ guests: number }>(
    "select count(*)::int as guests from pg_stat_activity where application_name like 'polku guest %'",
  );
  return rows[0]?.guests ?? 0;
}

/** Creates the product's database; only the holder calls it, so nobody else does at that time. */
export async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = 'polku'");
  if (rowCount === 0) await client.query('create database polku');
}

/** The address by which `pg`, psql and pg_dump reach the product's database. */
export async function addressOf(place: Place, server: Postmaster): Promise<string> {
  // `localhost` only makes it a URL that `new URL` reads: `host` in the query overrules it, for pg
  // as for libpq.
  const at = new URLSearchParams({ host: server.socketDir, port: String(server.port) });
  return `postgres://${ownerName}:${await readPassword(place)}@localhost/polku?${at}&sslmode=disable`;
}

/** True for the troubles of a server that is just starting, stopping or full. */
export function willPass(error: unknown): boolean {
  const passing = ['57P03', '57P01', '53300', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];
  return passing.includes(codeOf(error) ?? '') || /terminated|timeout/.test(String(error));
}
