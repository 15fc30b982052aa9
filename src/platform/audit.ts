import type { Kysely } from 'kysely';
import type { Actor } from './context.ts';
import { newId } from './ids.ts';

/** What is written into the audit log: never words of people, only which thing it was and why it was looked at. */
export interface AuditRecord {
  /** The action's name, such as `feedback.readTexts`. */
  readonly action: string;
  /** Which thing: `answer/<id>`, `node/<id>` … */
  readonly thing?: string;
  readonly node?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/** The audit log's table. */
export interface AuditTables {
  audit_entry: {
    county_id: string;
    id: string;
    at: Date;
    actor_kind: string;
    actor_id: string | null;
    action: string;
    thing: string | null;
    node_id: string | null;
    request_id: string | null;
    detail: string;
  };
}

/**
 * Appends entries, in their order; they are committed or rolled back with what they tell of. Nothing is locked and
 * nothing is numbered here: `modules/audit` chains the entries afterwards.
 */
export async function recordAudit(
  db: Kysely<AuditTables>,
  who: { county: string; actor: Actor; requestId: string; at: Date },
  records: readonly AuditRecord[],
): Promise<void> {
  const rows = records.map((record) => ({
    county_id: who.county,
    id: newId(),
    at: who.at,
    actor_kind: who.actor.kind,
    actor_id: 'id' in who.actor ? who.actor.id : null,
    action: record.action,
    thing: record.thing ?? null,
    node_id: record.node ?? null,
    request_id: who.requestId,
    detail: JSON.stringify(record.detail ?? {}),
  }));
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await db
      .insertInto('audit_entry')
      .values(rows.slice(start, start + AT_ONCE))
      .execute();
}

// A statement takes 65,535 values at most.
const AT_ONCE = 1_000;
