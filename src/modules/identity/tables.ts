import type { Generated } from 'kysely';
import type { Role } from '#platform/context.ts';

/** The tables of identity. */
export interface IdentityTables {
  account: {
    county_id: string;
    id: string;
    email: string;
    name: string;
    language: Generated<string>;
    password_hash: string;
    created_at: Generated<Date>;
    closed_at: Date | null;
  };
  account_role: {
    county_id: string;
    id: string;
    account_id: string;
    node_id: string;
    role: Role;
    granted_at: Generated<Date>;
  };
  session: {
    county_id: string;
    token_hash: Buffer;
    account_id: string;
    created_at: Generated<Date>;
    rotated_at: Generated<Date>;
    seen_at: Generated<Date>;
    expires_at: Date;
  };
  api_token: {
    county_id: string;
    id: string;
    token_hash: Buffer;
    ending: string;
    name: string;
    purpose: string;
    role: Role;
    node_id: string;
    created_at: Generated<Date>;
    created_by: string | null;
    expires_at: Date;
    used_at: Generated<Date | null>;
    revoked_at: Generated<Date | null>;
  };
}
