import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type SlowStatements, watchStatements } from '#platform/slow-statements.ts';

// Days are plain dates and big counts are numbers here; pg would make local midnights and strings of them.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** How a pool is opened. */
interface OpenOptions {
  readonly county?: string;
  readonly samePlans?: boolean;
  /** Who is told of statements that take long. */
  readonly slow?: SlowStatements;
}

/**
 * Opens a pool of connections, of one county unless the owner's. A statement that runs for 10 s, or waits 5 s for a lock, is
 * cancelled. With `samePlans`, each statement is planned once for every size of its lists: right for the intake, whose
 * statements look rows up by their keys.
 */
export function openDatabase<Tables>(
  url: string,
  size: number,
  { county, samePlans = false, slow }: OpenOptions = {},
): { db: Kysely<Tables>; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'polku',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 10_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
    pipeline: true,
    options: optionsOf(county, samePlans),
  });
  pool.on('connect', (client) => {
    keepStatements(client);
    if (slow) watchStatements(client, slow);
    client.on('error', () => undefined);
  });
  // A connection that breaks is replaced at its next use; unheard, either event would end the process.
  pool.on('error', () => undefined);
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/**
 * The county is the connection's own: the second wall lets it at no other (see `platform/plain-role.ts`). PostgreSQL is
 * kept from compiling what it thinks costly: our statements run for milliseconds, and compiling one takes seconds.
 */
const optionsOf = (county: string | undefined, samePlans: boolean): string =>
  [
    '-c jit=off',
    ...(county ? [`-c polku.county=${county}`] : []),
    ...(samePlans ? ['-c plan_cache_mode=force_generic_plan'] : []),
  ].join(' ');

const MOST_STATEMENTS = 1_000;
const names = new Map<string, string>();

/**
 * Lets each connection keep the statements that it has run, by names: parsing and planning the set-wise statements of
 * the intake and the reports takes PostgreSQL as long as running them. Texts are few, as lists travel as arrays.
 */
function keepStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest);
  };
  client.query = named as typeof client.query;
}

function nameOf(text: string): string | undefined {
  const standing = names.get(text);
  if (standing !== undefined || names.size >= MOST_STATEMENTS) return standing;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
