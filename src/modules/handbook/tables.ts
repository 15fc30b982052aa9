import type { OrganisationTables } from '#modules/organisation';
import type { Generated } from 'kysely';

/** The tables of the handbook. */
export interface HandbookTables {
  handbook_entry: {
    county_id: string;
    id: string;
    kind: string;
    code: string;
    parent_id: string | null;
    position: number;
    properties: unknown;
    revision: Generated<number>;
    created_at: Generated<Date>;
    updated_at: Date;
    retired_at: Date | null;
  };
  handbook_text: {
    county_id: string;
    entry_id: string;
    field: string;
    variant: string;
    text: string;
    revision: number;
    source_revision: number | null;
  };
  handbook_relation: { county_id: string; kind: string; from_id: string; to_id: string };
}

/** With the county's own tables, for its languages. */
export type HandbookWorld = HandbookTables & OrganisationTables;
