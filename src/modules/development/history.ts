import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { ActionStatus, EventKind, HistoryItem } from './contract.ts';
import type { DevelopmentTables } from './tables.ts';

/** What an event keeps beside its kind, its time and its writer. */
export interface EventDetail {
  /** Counts an action's events from 1. They are ordered by it, as clocks of several processes may disagree. */
  readonly number: number;
  readonly from?: ActionStatus;
  readonly to?: ActionStatus;
  readonly note?: string;
  readonly changes?: HistoryItem['changes'];
  /** Of a written reply: whether it was handed over to be published. */
  readonly sent?: boolean;
}

/** One event of an action. */
export interface ActionEvent {
  readonly kind: EventKind;
  readonly at: Date;
  readonly account: string | null;
  readonly detail: EventDetail;
}

type Ctx = Context<DevelopmentTables>;

/** Adds to an action's history. The caller holds the action's row, so that numbers do not repeat. */
export async function remember(
  ctx: Ctx,
  action: string,
  kind: EventKind,
  detail: Omit<EventDetail, 'number'> = {},
): Promise<void> {
  const before = await listEvents(ctx, action);
  await ctx.db
    .insertInto('action_event')
    .values({
      county_id: ctx.county,
      id: newId(),
      action_id: action,
      at: ctx.now(),
      account_id: ctx.actor.kind === 'account' ? ctx.actor.id : null,
      kind,
      detail: JSON.stringify({ ...detail, number: before.length + 1 } satisfies EventDetail),
    })
    .execute();
}

/** All events of an action, in the order in which they happened. */
export async function listEvents(ctx: Ctx, action: string): Promise<ActionEvent[]> {
  const rows = await ctx.db
    .selectFrom('action_event')
    .select(['kind', 'at', 'account_id', 'detail'])
    .where('county_id', '=', ctx.county)
    .where('action_id', '=', action)
    .execute();
  const events = rows.map(({ account_id, ...event }) => ({ ...event, account: account_id }));
  return events.toSorted((a, b) => a.detail.number - b.detail.number);
}
