import { CompiledQuery, type Kysely } from 'kysely';
import type pg from 'pg';
import { type AuditTables, recordAudit } from './audit.ts';
import type { Actor, Context } from './context.ts';
import type { DomainEvent, EventType } from './events.ts';
import type { Jobs } from './jobs.ts';
import { inRequest } from './request-scope.ts';
import type { Clock } from './time.ts';
import { type Send, transact } from './transact.ts';

/** What follows from an event, in the same transaction. */
export interface Reaction {
  readonly event: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each reaction names its own tables and data
  react(ctx: Context<any>, data: any): Promise<void>;
}

/** Pairs an event type with what follows from it: a line of `main/reactions.ts`. */
export function when<Data, Tables>(
  type: EventType<Data>,
  react: (ctx: Context<Tables>, data: Data) => Promise<void>,
): Reaction {
  return { event: type.event, react };
}

/** What a context is made of, but for its transaction. */
export interface ContextParts {
  readonly county: string;
  readonly clock: Clock;
  readonly jobs: Pick<Jobs, 'plan' | 'wake'>;
  readonly reactions: readonly Reaction[];
}

/** What the edges (routes, jobs, commands) need in order to open transactions. */
export interface EdgeParts extends ContextParts {
  readonly pool: pg.Pool;
}

/** Opens transactions for routes, jobs and commands: the only place where one begins. */
export interface Edge<Tables> {
  readonly county: string;
  readonly clock: Clock;
  /** Runs in one transaction that commits when `work` returns; planned jobs wake after the commit. */
  write<T>(actor: Actor, requestId: string, work: (ctx: Context<Tables>) => Promise<T>): Promise<T>;
  /** Runs in one read-only snapshot, so that a screen's figures agree with one another. */
  read<T>(actor: Actor, requestId: string, work: (ctx: Context<Tables>) => Promise<T>): Promise<T>;
}

/** Makes the edge of a process. */
export function createEdge<Tables>(parts: EdgeParts): Edge<Tables> {
  return {
    county: parts.county,
    clock: parts.clock,
    async write(actor, requestId, work) {
      const planned = new Set<string>();
      const result = await inRequest(requestId, () =>
        transact(parts.pool, 'write', (db: Kysely<Tables>, send) =>
          work(openContext(parts, { db, send }, actor, requestId, planned)),
        ),
      );
      for (const job of planned) parts.jobs.wake(job);
      return result;
    },
    read: (actor, requestId, work) =>
      inRequest(requestId, () =>
        transact(parts.pool, 'read', (db: Kysely<Tables>) =>
          work(openContext(parts, { db }, actor, requestId, new Set())),
        ),
      ),
  };
}

/** A context over an open transaction; `planned` gathers the names of the jobs to wake after the commit. */
export function openContext<Tables>(
  parts: ContextParts,
  { db, send }: { db: Kysely<Tables>; send?: Send },
  actor: Actor,
  requestId: string,
  planned: Set<string>,
): Context<Tables> {
  const now = parts.clock();
  const run = async (query: CompiledQuery): Promise<void> => {
    if (send) send(query);
    else await db.executeQuery(query);
  };
  const ctx: Context<Tables> = {
    db,
    county: parts.county,
    actor,
    requestId,
    now: () => now,
    send: (query) => run(query.compile(db)),
    async plan(job) {
      planned.add(job.name);
      await parts.jobs.plan((text, values) => run(CompiledQuery.raw(text, [...values])), job);
    },
    async emit(event: DomainEvent) {
      for (const reaction of parts.reactions) {
        if (reaction.event === event.name) await reaction.react(ctx, event.data);
      }
    },
    audit: (given) =>
      recordAudit(
        db as unknown as Kysely<AuditTables>,
        { county: parts.county, actor, requestId, at: now },
        [given].flat(),
      ),
  };
  return ctx;
}
