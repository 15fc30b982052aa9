import type { PathWorld } from '#modules/paths';

/** The tables of the partners. */
export interface PartnerTables {
  partner: {
    county_id: string;
    id: string;
    name: string;
    created_at: Date;
    created_by: string | null;
  };
  partner_part: {
    county_id: string;
    path_id: string;
    anchor: string;
    partner_id: string;
    named_at: Date;
    named_by: string | null;
  };
  partner_address: {
    county_id: string;
    id: string;
    partner_id: string;
    token_hash: Buffer;
    made_at: Date;
    made_by: string | null;
    expires_at: Date;
    revoked_at: Date | null;
  };
  partner_answer: {
    county_id: string;
    id: string;
    partner_id: string;
    address_id: string;
    path_id: string;
    anchor: string;
    version_number: number;
    said_hash: Buffer;
    verdict: 'right' | 'change';
    words: string;
    role: string;
    answered_at: Date;
  };
}

/** With the tables of the modules below: what is said of a partner stands on paths. */
export type PartnerWorld = PartnerTables & PathWorld;
