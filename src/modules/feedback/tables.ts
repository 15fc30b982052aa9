import type { Generated } from 'kysely';
import type { PathWorld } from '#modules/paths';
import type { Context } from '#platform/context.ts';

/** The tables of the feedback. */
export interface FeedbackTables {
  answer: {
    county_id: string;
    id: string;
    node_id: string;
    survey_version_id: string;
    set_id: string;
    channel: string;
    respondent: Generated<string>;
    language: string;
    path_id: string | null;
    anchor: string | null;
    received_at: Date;
    day: string;
    recommendation: number | null;
    scores: (number | null)[];
    receipt: string;
    content_hash: Buffer;
  };
  answer_text: {
    county_id: string;
    answer_id: string;
    node_id: string;
    received_at: Date;
    text: string;
    masked: Generated<number>;
  };
  danger_sign: { county_id: string; stem: string; kind: string; unless: Generated<string[]> };
  concern: {
    county_id: string;
    id: string;
    answer_id: string;
    node_id: string;
    kinds: string[];
    raised_at: Date;
    due_at: Date;
    status: Generated<string>;
    handled_at: Date | null;
    handled_by: string | null;
    note: string | null;
  };
}

/** The context of a read model that asks the paths for the names of their anchors. */
export type FeedbackContext = Context<FeedbackTables & PathWorld>;
