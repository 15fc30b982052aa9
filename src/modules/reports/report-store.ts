import { sql } from 'kysely';
import type { AnyContext as Ctx } from '#platform/context.ts';
import type { NODE_KINDS } from '#contract/organisation';
import { found } from '#platform/errors.ts';
import type { LocalText } from '#platform/i18n.ts';
import type { InstrumentSet } from './instrument.ts';
import type { Stay } from './stays.ts';
import type { Family } from './suppression.ts';

/** The statement sets that have been in use, the one entered first first, and how many answered at a node since a month. */
export async function selectSets(
  ctx: Ctx,
  node?: string,
  since?: string,
): Promise<InstrumentSet[]> {
  const { rows } = await sql<InstrumentSet>`
    select s.id, s.code, s.version, s.valid_from::text as "from", s.respondents, q.asks as "asksRecommendation", coalesce((
      select jsonb_object_agg(x.language, x.text) from survey_text x
      where x.county_id = s.county_id and x.survey_version_id = q.newest and x.field = 'name'), '{}') as name, coalesce((
      select sum(m.counts[1])::integer from node_month m
      where m.county_id = s.county_id and m.node_id = ${node ?? null}::uuid and m.month >= ${since ?? null}::date and m.set_id = s.id and m.channel = 'all'), 0) as answers, coalesce((
      select string_agg(m.xmin || m.ctid::text, ' ' order by m.month) from node r
      join node_month m on m.county_id = r.county_id and m.node_id = r.id and m.set_id = s.id and m.channel = 'all'
      where r.county_id = s.county_id and r.parent_id is null), '') as edition, coalesce((
      select jsonb_agg(jsonb_build_object('code', w.code, 'theme', w.theme, 'text', coalesce((
        select jsonb_object_agg(x.language, x.text) from statement_text x
        where x.county_id = w.county_id and x.set_id = w.set_id and x.statement_code = w.code), '{}')) order by w.position)
      from statement w where w.county_id = s.county_id and w.set_id = s.id), '[]') as statements
    from statement_set s
    cross join lateral (
      select bool_or(v.asks_recommendation) as asks, (max(v.id::text))::uuid as newest from survey_version v
      where v.county_id = s.county_id and v.set_id = s.id) q
    where s.county_id = ${ctx.county} and q.newest is not null
    order by min(s.id::text) over (partition by s.code), s.version`.execute(ctx.db);
  return rows;
}

/** A node by its name. */
export interface NodeWords {
  readonly id: string;
  readonly kind: (typeof NODE_KINDS)[number];
  readonly slug: string;
  readonly name: LocalText;
}

/** A node's place: itself and all above it from the root down, and of each of these the nodes right below. */
export interface Place {
  readonly path: readonly string[];
  readonly families: readonly Family[];
  /** Where the nodes of these families that have moved stood, and those that have left them. */
  readonly stays: readonly Stay[];
  /** The nodes of the path and those right below the node. */
  readonly named: ReadonlyMap<string, NodeWords>;
}

// The words of a node `n`, in the very query that finds its place: reports are asked for often, and each round trip counts.
const WORDS =
  sql.raw(`jsonb_build_object('id', n.id, 'kind', n.kind, 'slug', n.slug, 'name', coalesce((
  select jsonb_object_agg(w.language, w.name) from node_name w where w.county_id = n.county_id and w.node_id = n.id), '{}'))`);

// The stays of all nodes that came to, or left, a node `a`, one above it, or one right below these.
const stays = (ctx: Ctx) => sql`
  with parent as (
    select ancestor_id as id from node_ancestor where county_id = ${ctx.county} and node_id = a.node_id
    union
    select c.id from node_ancestor up join node c on c.county_id = up.county_id and c.parent_id = up.ancestor_id
    where up.county_id = ${ctx.county} and up.node_id = a.node_id),
  moved as (
    select c.node_id from parent p
    join node_ancestor c on c.county_id = ${ctx.county} and c.ancestor_id = p.id and c.depth = 1 and c.since > '-infinity'
    union
    select f.node_id from parent p
    join former_ancestor f on f.county_id = ${ctx.county} and f.ancestor_id = p.id and f.depth = 1)
  select jsonb_agg(jsonb_build_object('node', s.node_id, 'parent', s.ancestor_id, 'since', s.since, 'until', s.until))
  from (
    select node_id, ancestor_id, since, 'infinity'::date as until from node_ancestor
    where county_id = ${ctx.county} and depth = 1 and node_id in (select node_id from moved)
    union all
    select node_id, ancestor_id, since, until from former_ancestor
    where county_id = ${ctx.county} and depth = 1 and node_id in (select node_id from moved)) s`;

/** Reads a node's place. @throws AppError `not-found` for a node that the county does not have. */
export async function getPlace(ctx: Ctx, node: string): Promise<Place> {
  const { rows } = await sql<{
    words: NodeWords;
    children: string[];
    named: NodeWords[] | null;
    stays: Stay[] | null;
  }>`
    select ${WORDS} as words,
      array(select c.id from node c where c.county_id = n.county_id and c.parent_id = n.id order by c.position, c.code)::text[] as children,
      case when a.depth = 0 then (
        select jsonb_agg(${WORDS}) from node n where n.county_id = a.county_id and n.parent_id = a.node_id) end as named,
      case when a.depth = 0 then (${stays(ctx)}) end as stays
    from node_ancestor a join node n on n.county_id = a.county_id and n.id = a.ancestor_id
    where a.county_id = ${ctx.county} and a.node_id = ${node} order by a.depth desc`.execute(
    ctx.db,
  );
  found(rows[0], 'node-not-found');
  const named = [...rows.map(({ words }) => words), ...(rows.at(-1)!.named ?? [])];
  return {
    path: rows.map(({ words }) => words.id),
    families: rows.map(({ words, children }) => ({ parent: words.id, children })),
    stays: rows.at(-1)!.stays ?? [],
    named: new Map(named.map((words) => [words.id, words])),
  };
}
