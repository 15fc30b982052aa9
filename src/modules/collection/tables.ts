import type { Generated } from 'kysely';
import type { FeedbackTables } from '#modules/feedback';
import type { PathWorld } from '#modules/paths';
import type { SurveyTables } from '#modules/surveys';
import type { Context } from '#platform/context.ts';

/** The tables of the collection. */
export interface CollectionTables {
  feedback_point: {
    county_id: string;
    id: string;
    code: string;
    survey_id: string;
    node_id: string | null;
    path_id: string | null;
    anchor: string | null;
    channel: string;
    created_at: Generated<Date>;
    closed_at: Date | null;
  };
  invitation: {
    county_id: string;
    token_hash: Buffer;
    survey_version_id: string;
    node_id: string;
    path_id: string | null;
    anchor: string | null;
    channel: string;
    created_at: Generated<Date>;
    expires_at: Date;
    used: Generated<boolean>;
  };
}

/** The context of a function that asks other modules through their doors. */
export type CollectionContext = Context<
  CollectionTables & FeedbackTables & SurveyTables & PathWorld
>;
