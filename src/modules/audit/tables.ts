import type { AuditTables as PlatformTables } from '#platform/audit.ts';

/** The tables of the audit log. Requests append by `ctx.audit`; number and hash are given afterwards. */
export interface AuditTables {
  audit_entry: PlatformTables['audit_entry'] & { number: number | null; hash: Buffer | null };
  audit_chain: {
    county_id: string;
    head_number: number;
    head_hash: Buffer;
    head_at: Date;
    start_number: number;
    start_hash: Buffer;
  };
}
