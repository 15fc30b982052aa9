import pg from 'pg';

// What is written as text on one server is read, and summed up, as text on another: both must write alike. Nothing
// ends a long copy by a limit, and a row that a policy hides fails the copy instead of being left out.
const LIKE_EVERYWHERE = `
  set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set extra_float_digits to 1;
  set bytea_output to 'hex'; set client_encoding to 'UTF8'; set row_security to off; set statement_timeout to 0;
  set lock_timeout to 0; set idle_in_transaction_session_timeout to 0`;

/** One connection for copying a whole database, as the owner in whose name the address speaks. */
export async function openSession(url: string, purpose: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `polku ${purpose}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A connection that breaks fails the statement that it carries; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(LIKE_EVERYWHERE);
  return client;
}

/** Begins a snapshot: from here on everything is read as it is now, whatever is written meanwhile. */
export async function beginSnapshot(client: pg.Client): Promise<Snapshot> {
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ at: Date; name: string; oldest: string }>(
    `select now() as at, pg_current_snapshot()::text as name,
       (pg_snapshot_xmin(pg_current_snapshot())::text::numeric % 4294967296)::text as oldest`,
  );
  return rows[0]!;
}

/** The point in time that a copy shows. */
export interface Snapshot {
  readonly at: Date;
  /** PostgreSQL's own name for it: which transactions it sees. */
  readonly name: string;
  /** The oldest transaction that it may not have seen. */
  readonly oldest: string;
}

/** Runs work in one transaction. @throws what the work throws, and then nothing of it is stored. */
export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
