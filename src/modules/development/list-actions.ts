import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import { dayOf } from '#platform/time.ts';
import { isOverdue } from './action.ts';
import {
  ACTION_STATUSES,
  type ActionList,
  type ActionStatus,
  type ActionSummary,
  type ReplyState,
} from './contract.ts';
import type { DevelopmentTables } from './tables.ts';

type Ctx = Context<DevelopmentTables>;

const LONGEST = 300;

/** The actions of a node and of all below it: what is open first, the nearest due date first; then what ended last. */
export async function listActions(ctx: Ctx, node: string): Promise<ActionList> {
  const today = dayOf(ctx.now());
  const counts = Object.fromEntries(ACTION_STATUSES.map((status) => [status, 0])) as Record<
    ActionStatus,
    number
  >;
  let overdue = 0;
  for (const row of await countActions(ctx, node, today)) {
    counts[row.status] = row.n;
    overdue += row.overdue;
  }
  return {
    counts,
    overdue,
    actions: (await selectSummaries(ctx, node)).map((row) => summaryOf(row, today)),
  };
}

async function countActions(ctx: Ctx, node: string, today: string) {
  const { rows } = await sql<{ status: ActionStatus; n: number; overdue: number }>`
    select d.status, count(*)::int as n,
      (count(*) filter (where d.due < ${today}::date and d.status not in ('done', 'rejected')))::int as overdue
    from development_action d
    join node_ancestor a on a.county_id = d.county_id and a.node_id = d.node_id and a.ancestor_id = ${node}
    where d.county_id = ${ctx.county}
    group by d.status`.execute(ctx.db);
  return rows;
}

interface SummaryRow {
  id: string;
  node_id: string;
  node_name: LocalText | null;
  title: string;
  owner: string;
  due: string;
  status: ActionStatus;
  updated_at: Date;
  sources: number;
  reply: ReplyState;
}

async function selectSummaries(ctx: Ctx, node: string): Promise<SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`
    select d.id, d.node_id, d.title, d.owner, d.due, d.status, d.updated_at,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = d.county_id and m.node_id = d.node_id) as node_name,
      (select count(*)::int from action_source s where s.county_id = d.county_id and s.action_id = d.id) as sources,
      case
        when r.id is null then 'none'
        when r.status <> 'draft' then r.status
        when (
          select (e.detail->>'sent')::boolean from action_event e
          where e.county_id = d.county_id and e.action_id = d.id and e.kind = 'reply-written'
          order by (e.detail->>'number')::int desc limit 1
        ) then 'waiting'
        else 'draft'
      end as reply
    from development_action d
    join node_ancestor a on a.county_id = d.county_id and a.node_id = d.node_id and a.ancestor_id = ${node}
    left join public_reply r on r.county_id = d.county_id and r.action_id = d.id
    where d.county_id = ${ctx.county}
    order by d.status in ('done', 'rejected'), case when d.status in ('done', 'rejected') then null else d.due end, d.updated_at desc, d.id
    limit ${LONGEST}`.execute(ctx.db);
  return rows;
}

const summaryOf = (row: SummaryRow, today: string): ActionSummary => ({
  id: row.id,
  node: { id: row.node_id, name: row.node_name ?? {} },
  title: row.title,
  owner: row.owner,
  due: row.due,
  overdue: isOverdue(row, today),
  status: row.status,
  sources: row.sources,
  reply: row.reply,
  updatedOn: dayOf(row.updated_at),
});
