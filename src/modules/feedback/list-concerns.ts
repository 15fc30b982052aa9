import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import type { Concern } from './contract.ts';
import type { FeedbackTables } from './tables.ts';

// A read model: reads node_ancestor and node_name of the organisation as well.
type Ctx = Context<FeedbackTables>;

/** The open concerns of a node and all below it, the most urgent first. */
export async function listOpenConcerns(ctx: Ctx, node: string): Promise<Concern[]> {
  const { rows } = await sql<ConcernRow>`
    select c.id, c.answer_id, c.kinds, c.due_at, c.node_id, w.day, t.text, t.masked,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = c.county_id and m.node_id = c.node_id) as name
    from node_ancestor a
    join concern c on c.county_id = a.county_id and c.node_id = a.node_id and c.status = 'open'
    join answer w on w.county_id = c.county_id and w.id = c.answer_id
    join answer_text t on t.county_id = c.county_id and t.answer_id = c.answer_id
    where a.county_id = ${ctx.county} and a.ancestor_id = ${node}
    order by c.due_at, c.raised_at, c.id`.execute(ctx.db);
  return rows.map((row) => ({
    id: row.id,
    answer: row.answer_id,
    kinds: row.kinds,
    due: row.due_at.toISOString(),
    overdue: row.due_at < ctx.now(),
    day: row.day,
    text: row.text,
    masked: row.masked,
    unit: { id: row.node_id, name: row.name ?? {} },
  }));
}

interface ConcernRow {
  id: string;
  answer_id: string;
  kinds: string[];
  due_at: Date;
  node_id: string;
  day: string;
  text: string;
  masked: number;
  name: LocalText | null;
}

/** How many concerns are open in a node and all below it, and when the first is due. No words of anybody's. */
export async function countOpenConcerns(
  ctx: Ctx,
  node: string,
): Promise<{ count: number; due: string | null }> {
  const { rows } = await sql<{ count: number; due: Date | null }>`
    select count(*) as count, min(c.due_at) as due
    from node_ancestor a
    join concern c on c.county_id = a.county_id and c.node_id = a.node_id and c.status = 'open'
    where a.county_id = ${ctx.county} and a.ancestor_id = ${node}`.execute(ctx.db);
  const { count, due } = rows[0]!;
  return { count, due: due?.toISOString() ?? null };
}
