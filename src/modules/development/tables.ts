import type { ColumnType, Generated } from 'kysely';
import type { ActionStatus, EventKind, ReplyStatus } from './contract.ts';
import type { EventDetail } from './history.ts';

/** The tables of development. */
export interface DevelopmentTables {
  discussion: {
    county_id: string;
    id: string;
    node_id: string;
    period_from: string;
    period_to: string;
    agreed: string;
    created_at: Generated<Date>;
    created_by: string;
  };
  development_action: {
    county_id: string;
    id: string;
    node_id: string;
    title: string;
    reason: string;
    owner: string;
    due: string;
    status: ActionStatus;
    path_id: string | null;
    anchor: string | null;
    discussion_id: string | null;
    created_at: Generated<Date>;
    created_by: string;
    updated_at: Generated<Date>;
    done_at: Date | null;
    revision: Generated<number>;
  };
  action_source: { county_id: string; action_id: string; answer_id: string };
  action_event: {
    county_id: string;
    id: string;
    action_id: string;
    at: Date;
    account_id: string | null;
    kind: EventKind;
    detail: ColumnType<EventDetail, string, never>;
  };
  public_reply: {
    county_id: string;
    id: string;
    action_id: string;
    node_id: string;
    path_id: string | null;
    anchor: string | null;
    status: ReplyStatus;
    written_by: string;
    written_at: Date;
    published_by: string | null;
    published_at: Date | null;
  };
  public_reply_text: {
    county_id: string;
    reply_id: string;
    language: string;
    you_said: string;
    we_did: string;
  };
}
