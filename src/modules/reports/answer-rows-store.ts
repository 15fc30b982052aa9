import { type RawBuilder, sql } from 'kysely';
import type { NODE_KINDS } from '#contract/organisation';
import type { AnyContext as Ctx } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import type { Period } from './period.ts';
import type { Stay } from './stays.ts';
import type { Alike, Attribute } from './told-rows.ts';

/** A node under whose name answers may be told. */
export interface TreeNode {
  readonly id: string;
  readonly code: string;
  readonly kind: (typeof NODE_KINDS)[number];
  readonly name: LocalText;
}

/** A node and all below it, each before those below it and beside its siblings in their order. */
export async function selectNodesWithin(ctx: Ctx, node: string): Promise<TreeNode[]> {
  const { rows } = await sql<TreeNode>`
    with recursive down as (
      select n.id, n.code, n.kind, array[]::text[] as place from node n
      where n.county_id = ${ctx.county} and n.id = ${node}
      union all
      select n.id, n.code, n.kind, d.place || to_char(n.position, 'S0000000000') || n.code
      from down d join node n on n.county_id = ${ctx.county} and n.parent_id = d.id)
    select d.id, d.code, d.kind, coalesce((
      select jsonb_object_agg(w.language, w.name) from node_name w
      where w.county_id = ${ctx.county} and w.node_id = d.id), '{}') as name
    from down d order by d.place collate "C"`.execute(ctx.db);
  return rows;
}

/** Where every node that has ever moved stood. */
export async function selectStays(ctx: Ctx): Promise<Stay[]> {
  const { rows } = await sql<Stay>`
    with moved as (
      select node_id from node_ancestor where county_id = ${ctx.county} and depth = 1 and since > '-infinity'
      union select node_id from former_ancestor where county_id = ${ctx.county} and depth = 1)
    select node_id as node, ancestor_id as parent, since::text, 'infinity' as until from node_ancestor
    where county_id = ${ctx.county} and depth = 1 and node_id in (select node_id from moved)
    union all
    select node_id, ancestor_id, since::text, until::text from former_ancestor
    where county_id = ${ctx.county} and depth = 1 and node_id in (select node_id from moved)`.execute(
    ctx.db,
  );
  return rows;
}

/** Answers of a node with one version of a set that are alike. */
export type AlikeAt = Alike & { readonly node: string; readonly set: string };

/** The answers of some nodes with some versions of a set, those alike together. */
export async function countAlike(
  ctx: Ctx,
  nodes: readonly string[],
  { from, to }: Period,
  sets: readonly string[],
): Promise<AlikeAt[]> {
  // Lateral, so that each node is one short run of an index, whatever the planner thinks of the rest.
  const { rows } = await sql<AlikeAt>`
    select n.id as node, d.* from unnest(${nodes}::uuid[]) as n (id)
    cross join lateral (
      select a.set_id as "set", a.channel, a.respondent, a.language, count(*)::integer as count from answer a
      where a.county_id = ${ctx.county} and a.node_id = n.id and a.day between ${from} and ${to} and a.set_id = any(${sets}::uuid[])
      group by a.set_id, a.channel, a.respondent, a.language) d`.execute(ctx.db);
  return rows;
}

/** Answers that are told under one name. */
export interface ToldGroup {
  readonly nodes: readonly string[];
  /** The beginning of each of their lines, as it stands in the file. */
  readonly beginning: string;
  readonly attributes: ReadonlySet<Attribute>;
}

/** What is to be read of the answers. */
export interface Wanted {
  readonly period: Period;
  readonly set: string;
  readonly groups: readonly ToldGroup[];
  /** For each column of the file, the statement's place in this version, counted from 0; undefined where it has none. */
  readonly columns: readonly (number | undefined)[];
  readonly delimiter: string;
}

// So many lines travel together: as many as go into one read of a socket, of 64 KiB, so that nothing is put together anew.
const PIECE = 400;

/**
 * Reads the lines of answers piece by piece, so that no more than a piece is ever held. Within a group they are sorted
 * by what they say: their order tells nothing that does not stand in them.
 */
export async function* readLines(ctx: Ctx, wanted: Wanted): AsyncGenerator<string> {
  await sql`declare answer_lines no scroll cursor for ${piecesOf(ctx, wanted)}`.execute(ctx.db);
  for (;;) {
    const { rows } = await sql<{ lines: string }>`fetch next from answer_lines`.execute(ctx.db);
    if (!rows[0]) break;
    yield rows[0].lines;
  }
  // Whoever stops before the end ends the transaction, and the cursor with it.
  await sql`close answer_lines`.execute(ctx.db);
}

function piecesOf(ctx: Ctx, { period, set, groups, columns, delimiter }: Wanted) {
  const places = groups.flatMap(({ nodes }, place) => nodes.map(() => place));
  const tells = (attribute: Attribute): boolean[] =>
    groups.map(({ attributes }) => attributes.has(attribute));
  return sql`
    select string_agg(r.beginning || r.line || e'\n', '' order by r.number) as lines from (
      select g.beginning, l.line, row_number() over sorted as number, (row_number() over sorted - 1) / ${PIECE} as piece
      from unnest(${groups.flatMap(({ nodes }) => nodes)}::uuid[], ${places}::integer[]) as n (id, place)
      join unnest(${groups.map((_, place) => place)}::integer[], ${groups.map(({ beginning }) => beginning)}::text[],
        ${tells('channel')}::boolean[], ${tells('respondent')}::boolean[], ${tells('language')}::boolean[])
        as g (place, beginning, channel, respondent, language) on g.place = n.place
      cross join lateral (
        select array_to_string(array[
          case when g.channel then a.channel end, case when g.respondent then a.respondent end,
          case when g.language then a.language end, a.recommendation::text${scoresIn(columns)}], ${delimiter}, '') as line
        from answer a
        where a.county_id = ${ctx.county} and a.node_id = n.id and a.day between ${period.from} and ${period.to} and a.set_id = ${set}
        offset 0) l
      window sorted as (order by g.place, l.line collate "C")) r
    group by r.piece order by r.piece`;
}

/** The scores in the columns' order. Made of places only, never of input; PostgreSQL counts them from 1. */
const scoresIn = (columns: readonly (number | undefined)[]): RawBuilder<unknown> =>
  sql.raw(
    columns
      .map((place) => (place === undefined ? ', null' : `, a.scores[${place + 1}]::text`))
      .join(''),
  );
