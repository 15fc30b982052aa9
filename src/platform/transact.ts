import { type CompiledQuery, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Socket } from 'node:net';
import type pg from 'pg';

const BEGIN = {
  write: 'begin',
  read: 'start transaction isolation level repeatable read read only',
} as const;

/** Sends a statement of which only that it succeeds is needed; its failure fails the transaction at its end. */
export type Send = (query: CompiledQuery) => void;

/**
 * Runs work in one transaction. Statements that do not wait for one another's results travel together: `begin` goes
 * with the first one, those that the work starts at once go as one (the pool's connections pipeline), and `commit` goes
 * with what was only sent. A transaction that writes has committed when the promise is kept; one that only reads has
 * nothing to wait for.
 * @throws what the first statement to fail or the work throws, and whatever makes the commit fail; then nothing of it is stored.
 */
export async function transact<Tables, T>(
  pool: pg.Pool,
  kind: keyof typeof BEGIN,
  work: (db: Kysely<Tables>, send: Send) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const own = new OwnConnection(client);
  let broken: Error | undefined;
  try {
    own.begin(BEGIN[kind]);
    const result = await work(over<Tables>(own), (query) => own.send(query));
    const committed = own.commit();
    if (kind === 'write') await committed;
    else committed.catch(() => undefined);
    return result;
  } catch (error) {
    broken = await own.rollBack();
    throw own.failure ?? error;
  } finally {
    client.release(broken);
  }
}

/** The connection as long as the transaction is open: nothing that was left running can write after its end. */
class OwnConnection implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #open = true;
  #gathering = false;
  /** The first failure of what was only sent: whatever fails after it fails because of it. */
  failure: Error | undefined;
  declare readonly query: PostgresPoolClient['query'];

  constructor(client: pg.PoolClient) {
    this.#client = client;
    const query = (...given: unknown[]): unknown => {
      if (!this.#open) throw new Error('the transaction has ended');
      this.#gather();
      return (client.query as (...all: unknown[]) => unknown)(...given);
    };
    this.query = query as PostgresPoolClient['query'];
  }

  begin(text: string): void {
    this.#gather();
    // A failure here comes again with the first statement.
    this.#client.query(text).catch(() => undefined);
  }

  send({ sql, parameters }: CompiledQuery): void {
    if (!this.#open) throw new Error('the transaction has ended');
    this.#gather();
    const note = (error: Error): void => void (this.failure ??= error);
    this.#client.query(sql, [...parameters]).catch(note);
  }

  async commit(): Promise<void> {
    this.#open = false;
    this.#gather();
    const { command } = await this.#client.query('commit');
    if (command !== 'COMMIT') throw new Error('a statement had failed, so nothing was committed');
  }

  async rollBack(): Promise<Error | undefined> {
    this.#open = false;
    return this.#client.query('rollback').then(
      () => undefined,
      (error: Error) => error,
    );
  }

  /** What is asked before the work next waits goes as one packet: a packet costs more than many a statement. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = (this.#client as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }

  release(): void {
    // The transaction gives its connection back itself.
  }
}

// Kysely's own transactions send one statement at a time; a pool of one connection lets them go at once.
const over = <Tables>(connection: PostgresPoolClient): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { connect: async () => connection, end: async () => undefined, options: {} },
    }),
  });
