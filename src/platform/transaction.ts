import type { Kysely, Transaction } from 'kysely';
import { type AuditTables, recordAudit } from './audit.ts';
import type { Actor, Context } from './context.ts';
import type { DomainEvent, EventType } from './events.ts';
import type { Jobs } from './jobs.ts';
import type { Clock } from './time.ts';

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

/** What the edges (routes, jobs, commands) need in order to open a context. */
export interface EdgeParts<Tables> {
  readonly db: Kysely<Tables>;
  readonly county: string;
  readonly clock: Clock;
  readonly jobs: Pick<Jobs, 'plan' | 'wake'>;
  readonly reactions: readonly Reaction[];
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
export function createEdge<Tables>(parts: EdgeParts<Tables>): Edge<Tables> {
  return {
    county: parts.county,
    clock: parts.clock,
    async write(actor, requestId, work) {
      const planned = new Set<string>();
      const result = await parts.db
        .transaction()
        .execute((trx) => work(openContext(parts, trx, actor, requestId, planned)));
      for (const job of planned) parts.jobs.wake(job);
      return result;
    },
    read: (actor, requestId, work) =>
      parts.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((trx) => work(openContext(parts, trx, actor, requestId, new Set()))),
  };
}

/** A context over an open transaction; `planned` gathers the names of the jobs to wake after the commit. */
export function openContext<Tables>(
  parts: EdgeParts<Tables>,
  trx: Transaction<Tables>,
  actor: Actor,
  requestId: string,
  planned: Set<string>,
): Context<Tables> {
  const now = parts.clock();
  const ctx: Context<Tables> = {
    db: trx,
    county: parts.county,
    actor,
    requestId,
    now: () => now,
    async plan(job) {
      planned.add(job.name);
      await parts.jobs.plan(trx, job);
    },
    async emit(event: DomainEvent) {
      for (const reaction of parts.reactions) {
        if (reaction.event === event.name) await reaction.react(ctx, event.data);
      }
    },
    audit: (given) =>
      recordAudit(
        trx as unknown as Kysely<AuditTables>,
        { county: parts.county, actor, requestId, at: now },
        [given].flat(),
      ),
  };
  return ctx;
}
