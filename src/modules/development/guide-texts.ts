import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { GuideText } from './contract.ts';
import type { DevelopmentTables } from './tables.ts';

const LONGEST = 6;

/**
 * A handful of what people told at a node in a period who were asked one statement set: the newest of the glad and of the sorry ones in turn. A text
 * that is raised as urgent and not handled yet is no matter for a meeting, so it is left out.
 */
export async function chooseTexts(
  ctx: Context<DevelopmentTables>,
  node: string,
  period: { from: string; to: string; set?: string },
): Promise<GuideText[]> {
  const { rows } = await sql<GuideText>`
    with told as (
      select t.answer_id, w.day, t.text, t.received_at,
        case when w.recommendation >= 9 then 'good' when w.recommendation <= 6 then 'bad' else 'between' end as tone
      from answer_text t
      join node_ancestor a on a.county_id = t.county_id and a.node_id = t.node_id and a.ancestor_id = ${node}
      join answer w on w.county_id = t.county_id and w.id = t.answer_id
      where t.county_id = ${ctx.county} and w.day between ${period.from}::date and ${period.to}::date
        and (${period.set ?? null}::text is null or w.set_id in (
          select s.id from statement_set s where s.county_id = t.county_id and s.code = ${period.set ?? null}))
        and not exists (select 1 from concern c where c.county_id = t.county_id and c.answer_id = t.answer_id and c.status = 'open')
    )
    select answer_id as answer, day, tone, text
    from (select *, row_number() over (partition by tone order by received_at desc, answer_id) as turn from told) as ranked
    order by turn, tone = 'between', tone = 'bad', received_at desc
    limit ${LONGEST}`.execute(ctx.db);
  return rows;
}
