import { sql } from 'kysely';
import type { AnswerChannel } from '#modules/feedback';
import type { LocalText } from '#platform/i18n.ts';
import { newCode, newId } from '#platform/ids.ts';
import type { OpenForm } from './open-form.ts';
import type { CollectionContext } from './tables.ts';

/** An open feedback point, and the units among which its form asks when it has none of its own. */
export interface OpenPoint {
  readonly code: string;
  readonly survey: string;
  readonly node: string | null;
  readonly path: { readonly id: string; readonly anchor: string } | null;
  readonly channel: AnswerChannel;
  readonly units: readonly string[];
}

/**
 * The open points of these codes, at the units that stand today: a merged unit's points are its successor's, those of
 * a closed one are nobody's. Reads `node` and the units that offer a path (`path_unit`) as well.
 */
export async function findOpenPoints(
  ctx: CollectionContext,
  codes: readonly string[],
): Promise<Map<string, OpenPoint>> {
  if (codes.length === 0) return new Map();
  const { rows } = await openPoints(ctx.county, codes).execute(ctx.db);
  return new Map(rows.map((row) => [row.code, openPointOf(row)]));
}

/** The form of an open point: the version of its survey that is in use, and the unit's name where there is only one. */
export async function findFormOfPoint(
  ctx: CollectionContext,
  code: string,
): Promise<OpenForm | undefined> {
  const { rows } = await sql<
    PointRow & { version: string; only: string | null; name: LocalText | null }
  >`
    select p.*, v.id as version, o.only,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = v.county_id and m.node_id = o.only) as name
    from (${openPoints(ctx.county, [code])}) p
    join survey_version v on v.county_id = ${ctx.county} and v.survey_id = p.survey_id and v.status = 'in-use'
    cross join lateral (select coalesce(p.node_id, case when cardinality(p.units) = 1 then p.units[1] end) as only) o
    where p.node_id is not null or p.units is not null`.execute(ctx.db);
  const [row] = rows;
  if (!row) return undefined;
  const { version, only, name } = row;
  const { path, units } = openPointOf(row);
  return only === null
    ? { version, node: null, units, path }
    : { version, node: { id: only, name: name ?? {} }, units: [], path };
}

const openPoints = (county: string, codes: readonly string[]) => sql<PointRow>`
  select p.code, p.survey_id, s.id as node_id, p.path_id, p.anchor, p.channel,
    case when p.node_id is null then (
      select array_agg(distinct s.id) from path_unit u ${standing('u')} where u.county_id = p.county_id and u.path_id = p.path_id
    ) end as units
  from feedback_point p ${standing('p', 'left')}
  where (p.node_id is null or s.id is not null) and p.county_id = ${county} and p.code = any(${codes}::text[]) and p.closed_at is null`;

// The open node `s` that the node of a row is today.
const standing = (row: 'p' | 'u', kind: 'left' | 'inner' = 'inner') =>
  sql.raw(`
    ${kind} join node n on n.county_id = ${row}.county_id and n.id = ${row}.node_id
    ${kind} join node s on s.county_id = n.county_id and s.closed_at is null
      and s.id = case when n.closed_at is null then n.id else n.successor_id end`);

interface PointRow {
  code: string;
  survey_id: string;
  node_id: string | null;
  path_id: string | null;
  anchor: string | null;
  channel: AnswerChannel;
  units: string[] | null;
}

const openPointOf = (row: PointRow): OpenPoint => ({
  code: row.code,
  survey: row.survey_id,
  node: row.node_id,
  path:
    row.path_id === null || row.anchor === null ? null : { id: row.path_id, anchor: row.anchor },
  channel: row.channel,
  units: row.units ?? [],
});

/** Writes a point under a code that is free; its id and code come back. */
export async function insertPoint(
  ctx: CollectionContext,
  point: {
    survey: string;
    node: string | null;
    path: { id: string; anchor: string } | null;
    channel: 'web' | 'qr';
  },
): Promise<{ id: string; code: string }> {
  for (;;) {
    const row = await ctx.db
      .insertInto('feedback_point')
      .values({
        county_id: ctx.county,
        id: newId(),
        code: newCode(6),
        survey_id: point.survey,
        node_id: point.node,
        path_id: point.path?.id ?? null,
        anchor: point.path?.anchor ?? null,
        channel: point.channel,
        created_at: ctx.now(),
        closed_at: null,
      })
      .onConflict((conflict) => conflict.columns(['county_id', 'code']).doNothing())
      .returning(['id', 'code'])
      .executeTakeFirst();
    if (row) return row;
  }
}
