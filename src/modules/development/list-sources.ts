import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import type { SourceText } from './contract.ts';
import type { DevelopmentTables } from './tables.ts';

/** The feedback that an action comes from, newest first, as masked. Its reading is written into the audit log. */
export async function listSources(
  ctx: Context<DevelopmentTables>,
  action: string,
): Promise<SourceText[]> {
  const { rows } = await sql<SourceRow>`
    select w.id, w.node_id, w.day, w.recommendation, t.text,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = w.county_id and m.node_id = w.node_id) as node_name
    from action_source s
    join answer w on w.county_id = s.county_id and w.id = s.answer_id
    left join answer_text t on t.county_id = w.county_id and t.answer_id = w.id
    where s.county_id = ${ctx.county} and s.action_id = ${action}
    order by w.received_at desc, w.id`.execute(ctx.db);
  return rows.map((row) => ({
    answer: row.id,
    node: { id: row.node_id, name: row.node_name ?? {} },
    day: row.day,
    recommendation: row.recommendation,
    text: row.text,
  }));
}

interface SourceRow {
  id: string;
  node_id: string;
  node_name: LocalText | null;
  day: string;
  recommendation: number | null;
  text: string | null;
}
