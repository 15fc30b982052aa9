import { type Kysely, sql } from 'kysely';
import { AppError } from './errors.ts';
import { keyedHash } from './ids.ts';
import { oldRows } from './retention.ts';

/** A limit: so many uses of one key in a window. `lease` uses are taken from the table at a time (1 when few are allowed). */
export interface Limit {
  readonly name: string;
  readonly uses: number;
  readonly windowSeconds: number;
  readonly lease: number;
}

/** The limits' table. */
export interface RateLimitTables {
  rate_limit: { county_id: string; key: Buffer; window_end: Date; used: number };
}

interface Lease {
  left: number;
  until: number;
  refused: boolean;
}

/**
 * Limits that hold over several processes: the counts live in PostgreSQL, and each process takes small leases of
 * them, so that a busy key costs one statement per lease and not one per request. At most `lease` uses per process
 * can go unused in a window; none is given twice. Keys are stored only as keyed hashes.
 */
export class RateLimits {
  readonly #db: Kysely<RateLimitTables>;
  readonly #county: string;
  readonly #secret: string;
  readonly #leases = new Map<string, Lease>();
  readonly #taking = new Map<string, Promise<unknown>>();
  readonly #refused = new Map<string, number>();

  constructor(db: Kysely<RateLimitTables>, county: string, secret: string) {
    this.#db = db;
    this.#county = county;
    this.#secret = secret;
  }

  /** How often each limit has refused in this process. */
  get refused(): ReadonlyMap<string, number> {
    return this.#refused;
  }

  /** Uses one. @throws AppError `too-many`, with the seconds after which the window ends. */
  async use(limit: Limit, key: string): Promise<void> {
    const id = `${limit.name} ${key}`;
    let lease = this.#held(id);
    while (!lease) {
      // Many who come at once wait for one lease, or each of them would take a whole one and waste the rest.
      await (this.#taking.get(id) ?? this.#startTaking(limit, id));
      lease = this.#held(id);
    }
    if (lease.left <= 0) {
      this.#refused.set(limit.name, (this.#refused.get(limit.name) ?? 0) + 1);
      throw new AppError('too-many', 'too-many', {
        retryAfter: Math.max(1, Math.ceil((lease.until - Date.now()) / 1000)),
      });
    }
    lease.left -= 1;
  }

  #startTaking(limit: Limit, id: string): Promise<unknown> {
    const taking = this.#take(limit, id).finally(() => this.#taking.delete(id));
    this.#taking.set(id, taking);
    return taking;
  }

  #held(id: string): Lease | undefined {
    const lease = this.#leases.get(id);
    if (!lease || lease.until <= Date.now()) return undefined;
    return lease.left > 0 || lease.refused ? lease : undefined;
  }

  async #take(limit: Limit, id: string): Promise<Lease> {
    const { rows } = await sql<{ used: number; seconds: number }>`
      insert into rate_limit (county_id, key, window_end, used)
      values (${this.#county}, ${keyedHash(this.#secret, id)}, now() + make_interval(secs => ${limit.windowSeconds}), ${limit.lease})
      on conflict (county_id, key) do update set
        used = case when rate_limit.window_end <= now() then ${limit.lease} else rate_limit.used + ${limit.lease} end,
        window_end = case when rate_limit.window_end <= now() then excluded.window_end else rate_limit.window_end end
      returning used, extract(epoch from window_end - now())::float8 as seconds
    `.execute(this.#db);
    const { used, seconds } = rows[0]!;
    const left = Math.min(limit.lease, limit.uses - (used - limit.lease));
    const lease = {
      left: Math.max(0, left),
      until: Date.now() + seconds * 1000,
      refused: left <= 0,
    };
    this.#remember(id, lease);
    return lease;
  }

  #remember(id: string, lease: Lease): void {
    if (this.#leases.size > 50_000) this.#leases.clear();
    this.#leases.set(id, lease);
  }
}

/** Windows that have ended. */
export const endedLimits = oldRows('rate_limit', 'window_end');
