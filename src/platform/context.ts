import type { Kysely, RawBuilder } from 'kysely';
import type { AuditRecord } from './audit.ts';
import { AppError } from './errors.ts';
import type { DomainEvent } from './events.ts';
import type { Job } from './jobs.ts';

/** Who acts: a signed-in member of staff, another system by its token, the program itself, or somebody whom nobody asks who they are. */
export type Actor =
  | { readonly kind: 'account'; readonly id: string; readonly roles: readonly RoleOnNode[] }
  | { readonly kind: 'token'; readonly id: string; readonly roles: readonly [RoleOnNode] }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'public' };

/** A role that somebody has on a node; it reaches down to all that is below. */
export interface RoleOnNode {
  readonly role: Role;
  readonly node: string;
}

/** The roles of the product, in the order in which they are offered. */
export const ROLES = [
  'viewer',
  'collector',
  'supervisor',
  'editor',
  'reviewer',
  'clinical-reviewer',
  'publisher',
  'experience-team',
  'management',
  'administrator',
] as const;

/** A role of the product. */
export type Role = (typeof ROLES)[number];

/**
 * What every domain function takes first. `db` is the edge's open transaction; a function names the tables that it
 * may touch (`Context<AnswerTables>`) and the compiler refuses the others.
 */
export interface Context<Tables = unknown> {
  readonly db: Kysely<Tables>;
  readonly county: string;
  readonly actor: Actor;
  readonly requestId: string;
  /** The time of the request. Expiry is compared in SQL instead. */
  now(): Date;
  /**
   * Sends a statement of which only that it succeeds is needed. The transaction waits for it at its end, where its
   * failure fails everything, and statements that are asked after it see what it wrote.
   */
  send(query: RawBuilder<unknown>): Promise<void>;
  /** Plans a job in this transaction: a roll-back leaves none. */
  plan(job: Job): Promise<void>;
  /** Runs the reactions of `main/reactions.ts` in this transaction. */
  emit(event: DomainEvent): Promise<void>;
  /** Writes who did what to which thing, or to which things, into the audit log, in this transaction. */
  audit(record: AuditRecord | readonly AuditRecord[]): Promise<void>;
}

/** A context whatever its tables: for what only plans, tells or asks who acts. */
// oxlint-disable-next-line typescript/no-explicit-any -- says on purpose that no table is looked at
export type AnyContext = Context<any>;

/** The id of the signed-in account; only routes with a permission come this far. @throws AppError `forbidden` for another system. */
export function accountOf(ctx: AnyContext): string {
  if (ctx.actor.kind === 'token') throw new AppError('forbidden', 'person-needed');
  if (ctx.actor.kind !== 'account') throw new Error('this needs a signed-in account');
  return ctx.actor.id;
}
