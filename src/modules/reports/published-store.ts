import { sql } from 'kysely';
import type { AnyContext as Ctx } from '#platform/context.ts';
import type { Figure } from './contract.ts';
import { type Counts, parseCounts } from './counts.ts';
import type { Family } from './suppression.ts';

/** What was published of a node for a month with one version of a statement set. What is hidden is left out. */
export interface Published {
  readonly answers: number;
  readonly recommendation?: Figure;
  /** By the statement's code. */
  readonly statements: Readonly<Record<string, Figure>>;
}

/** Published figures with where they belong. */
export interface PublishedRow {
  readonly node: string;
  readonly set: string;
  readonly month: string;
  readonly figures: Published;
}

/** Months are published one process at a time. Held until the commit. */
export async function lockPublication(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publication ${ctx.county}`}, 0))`.execute(
    ctx.db,
  );
}

/** The database's time: the one that all processes share. */
export async function selectNow(ctx: Ctx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(ctx.db);
  return rows[0]!.now;
}

/** Those of the given months that have not been published, none of them before the first answer. */
export async function selectUnpublished(ctx: Ctx, months: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select m.month::text from unnest(${months}::date[]) as m (month)
    where m.month >= (select min(f.month) from node_month f where f.county_id = ${ctx.county})
      and not exists (select from published_month p where p.county_id = ${ctx.county} and p.month = m.month)
    order by 1`.execute(ctx.db);
  return rows.map(({ month }) => month);
}

/** The whole tree from the top down: every node that has some right below it, with these. */
export async function selectFamilies(ctx: Ctx): Promise<Family[]> {
  const { rows } = await sql<Family>`
    select n.parent_id as parent, array_agg(n.id::text order by n.position, n.code) as children
    from node n
    where n.county_id = ${ctx.county} and n.parent_id is not null
    group by n.parent_id
    order by (select max(a.depth) from node_ancestor a where a.county_id = ${ctx.county} and a.node_id = n.parent_id), 1`.execute(
    ctx.db,
  );
  return rows;
}

/** What was counted of every node in a month. */
export async function selectMonth(
  ctx: Ctx,
  month: string,
): Promise<{ node: string; set: string; counts: Counts }[]> {
  const { rows } = await sql<{ node: string; set: string; counts: string }>`
    select node_id as node, set_id as "set", counts::text as counts from node_month
    where county_id = ${ctx.county} and month = ${month} and channel = 'all'`.execute(ctx.db);
  return rows.map((row) => ({ ...row, counts: parseCounts(row.counts) }));
}

/** Writes a month down, for good. */
export async function insertPublished(
  ctx: Ctx,
  month: string,
  rows: readonly Omit<PublishedRow, 'month'>[],
): Promise<void> {
  await sql`insert into published_month (county_id, month, published_at) values (${ctx.county}, ${month}, ${ctx.now()})`.execute(
    ctx.db,
  );
  await sql`
    insert into published_figure (county_id, month, node_id, set_id, figures)
    select ${ctx.county}, ${month}, r.* from unnest(${rows.map(({ node }) => node)}::uuid[], ${rows.map(({ set }) => set)}::uuid[],
      ${rows.map(({ figures }) => JSON.stringify(figures))}::jsonb[]) as r`.execute(ctx.db);
}

/** The last months that have been published, oldest first. */
export async function selectPublishedMonths(ctx: Ctx, most: number): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select month::text from published_month where county_id = ${ctx.county} order by month desc limit ${most}`.execute(
    ctx.db,
  );
  return rows.map(({ month }) => month).toReversed();
}

/** What has been published of a node since a month. */
export async function selectPublished(
  ctx: Ctx,
  node: string,
  since: string,
): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select node_id as node, set_id as "set", month::text, figures from published_figure
    where county_id = ${ctx.county} and node_id = ${node} and month >= ${since}`.execute(ctx.db);
  return rows;
}
