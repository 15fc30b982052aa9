import type { Generated } from 'kysely';

/** The tables of the organisation. */
export interface OrganisationTables {
  county: {
    county_id: string;
    code: string;
    languages: Generated<string[]>;
    theme: Generated<unknown>;
    example: Generated<boolean>;
    created_at: Generated<Date>;
  };
  node: {
    county_id: string;
    id: string;
    parent_id: string | null;
    kind: string;
    code: string;
    oid: string | null;
    slug: string;
    sensitive: Generated<boolean>;
    position: Generated<number>;
    created_at: Generated<Date>;
    closed_at: Date | null;
    successor_id: string | null;
  };
  node_name: { county_id: string; node_id: string; language: string; name: string };
  node_ancestor: {
    county_id: string;
    node_id: string;
    ancestor_id: string;
    depth: number;
    since: Generated<string>;
  };
  former_ancestor: {
    county_id: string;
    node_id: string;
    ancestor_id: string;
    depth: number;
    since: string;
    until: string;
  };
}
