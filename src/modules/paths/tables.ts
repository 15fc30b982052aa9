import type { ChannelTables } from '#modules/channels';
import type { HandbookTables } from '#modules/handbook';
import type { OrganisationTables } from '#modules/organisation';
import type { Generated } from 'kysely';
import type { ReviewKind } from './review-contract.ts';
import type { LinkOutcome } from './link-contract.ts';

/** The tables of the paths. */
export interface PathTables {
  service_path: {
    county_id: string;
    id: string;
    node_id: string;
    level: Generated<string>;
    clinical: boolean;
    path_kind: Generated<string>;
    audiences: Generated<string[]>;
    life_events: Generated<string[]>;
    visibility: Generated<'public' | 'unlisted' | 'staff'>;
    professional_open: Generated<boolean>;
    owner_id: string | null;
    deputy_id: string | null;
    review_months: Generated<number>;
    created_at: Generated<Date>;
  };
  path_unit: { county_id: string; path_id: string; node_id: string };
  path_slug: {
    county_id: string;
    language: string;
    slug: string;
    path_id: string;
    current: boolean;
    created_at: Generated<Date>;
  };
  path_version: {
    county_id: string;
    id: string;
    path_id: string;
    number: number;
    state: Generated<'current' | 'target'>;
    status: 'draft' | 'snapshot' | 'published' | 'superseded';
    revision: number;
    review_due: string | null;
    created_at: Generated<Date>;
    created_by: string | null;
    updated_at: Date;
    published_at: Date | null;
    published_by: string | null;
    publish_at: Generated<Date | null>;
    scheduled_at: Generated<Date | null>;
    scheduled_by: Generated<string | null>;
    change_note: Generated<unknown>;
    internal_note: Generated<string>;
  };
  path_edit: {
    county_id: string;
    version_id: string;
    account_id: string;
    revision: number;
    at: Date;
  };
  path_review: {
    county_id: string;
    id: string;
    path_id: string;
    version_id: string;
    revision: number;
    kind: ReviewKind;
    what: 'request' | 'approval' | 'rejection' | 'comment' | 'answer' | 'resolution';
    anchor: string | null;
    field: string | null;
    variant: string | null;
    text: string;
    account_id: string;
    at: Date;
    answers: string | null;
  };
  path_notice: {
    county_id: string;
    id: string;
    path_id: string;
    version_id: string;
    kind: 'emergency' | 'schedule-failed';
    text: string;
    faults: unknown;
    account_id: string | null;
    at: Date;
  };
  path_summary: { county_id: string; version_id: string; summary: unknown };
  path_anchor: {
    county_id: string;
    path_id: string;
    anchor: string;
    kind: string;
    created_at: Generated<Date>;
    removed_at: Date | null;
  };
  path_element: {
    county_id: string;
    version_id: string;
    anchor: string;
    path_id: string;
    parent_anchor: string | null;
    kind: string;
    position: number;
    channel_id: string | null;
    properties: unknown;
  };
  path_text: {
    county_id: string;
    version_id: string;
    anchor: string;
    field: string;
    variant: string;
    text: string;
    revision: number;
    source_revision: number | null;
  };
  path_channel_notice: {
    county_id: string;
    path_id: string;
    channel_id: string;
    what: 'changed' | 'closed' | 'reopened';
    noted_at: Date;
  };
  link_check: {
    county_id: string;
    address: string;
    outcome: LinkOutcome;
    detail: string | null;
    status: number | null;
    checked_at: Date;
    worked_at: Date | null;
    since: Date;
    failed_days: number;
    failed_on: string | null;
  };
  link_checker: {
    county_id: string;
    worked_at: Date | null;
    outage_since: Date | null;
    valid_days: Generated<number>;
  };
  unchecked_links_override: {
    county_id: string;
    version_id: string;
    reason: string;
    addresses: string[];
    given_by: string;
    given_at: Date;
  };
}

/** With the tables of the modules below, for what also asks the register of channels or the tree. */
export type PathWorld = PathTables & ChannelTables & HandbookTables & OrganisationTables;
