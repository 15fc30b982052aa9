import { type RawBuilder, sql } from 'kysely';
import type { AnyContext } from '#platform/context.ts';
import type { OldData } from '#platform/retention.ts';
import { textsRemoved } from './events.ts';

/**
 * Texts that are older than their time. One that is raised as urgent stays until it has been handled. The answer stays
 * with its scores, without its words.
 */
export const oldTexts: OldData = {
  async count(ctx, before) {
    const { rows } = await sql<{ n: number }>`
      select coalesce(sum(o.n), 0)::integer as n from node u
      cross join lateral (select count(*) as n from answer_text t where ${isOld(ctx, before)}) o
      where u.county_id = ${ctx.county}`.execute(ctx.db);
    return rows[0]!.n;
  },
  async remove(ctx, before, limit) {
    const { rows } = await sql<{ node_id: string; day: string }>`
      with old as (
        select o.answer_id from node u
        cross join lateral (select t.answer_id from answer_text t where ${isOld(ctx, before)} limit ${limit}) o
        where u.county_id = ${ctx.county} limit ${limit}),
      removed as (
        delete from answer_text t using old where t.county_id = ${ctx.county} and t.answer_id = old.answer_id returning t.answer_id)
      select a.node_id, a.day from removed r
      join answer a on a.county_id = ${ctx.county} and a.id = r.answer_id`.execute(ctx.db);
    const unitDays = new Map(
      rows.map(({ node_id, day }) => [`${node_id} ${day}`, [node_id, day] as const]),
    );
    if (rows.length > 0) await ctx.emit(textsRemoved({ unitDays: [...unitDays.values()] }));
    return rows.length;
  },
};

// Unit by unit, because the texts are indexed so.
const isOld = (ctx: AnyContext, before: Date): RawBuilder<unknown> => sql`
  t.county_id = ${ctx.county} and t.node_id = u.id and t.received_at < ${before}
  and not exists (select 1 from concern c where c.county_id = t.county_id and c.answer_id = t.answer_id and c.status = 'open')`;
