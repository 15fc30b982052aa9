import { sql } from 'kysely';
import { getNode } from '#modules/organisation';
import { accountOf } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { dayOf } from '#platform/time.ts';
import type { Discussion, DiscussionForm } from './contract.ts';
import type { DevelopmentContext } from './development-context.ts';

/**
 * Keeps what was agreed when the results were gone through with the staff. The writer chooses the id and may save
 * again under it, so that nothing is lost when a meeting is long; nobody else writes over it.
 * @throws AppError `conflict` when the id is another's.
 */
export async function saveDiscussion(
  ctx: DevelopmentContext,
  node: string,
  id: string,
  form: DiscussionForm,
): Promise<void> {
  await getNode(ctx, node);
  const saved = await ctx.db
    .insertInto('discussion')
    .values({
      county_id: ctx.county,
      id,
      node_id: node,
      period_from: form.periodFrom,
      period_to: form.periodTo,
      agreed: form.agreed,
      created_at: ctx.now(),
      created_by: accountOf(ctx),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'id'])
        .doUpdateSet({
          period_from: form.periodFrom,
          period_to: form.periodTo,
          agreed: form.agreed,
        })
        .where('discussion.created_by', '=', accountOf(ctx))
        .where('discussion.node_id', '=', node),
    )
    .returning('id')
    .executeTakeFirst();
  if (!saved) throw new AppError('conflict', 'discussion-of-another');
}

/** The latest discussions of a node, newest first. */
export async function listDiscussions(
  ctx: DevelopmentContext,
  node: string,
): Promise<Discussion[]> {
  const { rows } = await sql<DiscussionRow>`
    select d.id, d.created_at, d.period_from, d.period_to, d.agreed, p.name,
      (select count(*)::int from development_action x where x.county_id = d.county_id and x.discussion_id = d.id) as actions
    from discussion d
    join account p on p.county_id = d.county_id and p.id = d.created_by
    where d.county_id = ${ctx.county} and d.node_id = ${node}
    order by d.created_at desc, d.id
    limit 10`.execute(ctx.db);
  return rows.map((row) => ({
    id: row.id,
    heldOn: dayOf(row.created_at),
    periodFrom: row.period_from,
    periodTo: row.period_to,
    agreed: row.agreed,
    by: row.name,
    actions: row.actions,
  }));
}

interface DiscussionRow {
  id: string;
  created_at: Date;
  period_from: string;
  period_to: string;
  agreed: string;
  name: string;
  actions: number;
}
