import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { addDays } from '#platform/time.ts';
import type { OrganisationTables } from './tables.ts';

type Ctx = Context<OrganisationTables>;

// What stands above each of the `touched` nodes now, as their parents say.
const up = (ctx: Ctx): RawBuilder<unknown> => sql`
  up (node_id, ancestor_id, depth) as (
    select node_id, node_id, 0 from touched
    union all
    select up.node_id, n.parent_id, up.depth + 1 from up
    join node n on n.county_id = ${ctx.county} and n.id = up.ancestor_id where n.parent_id is not null)`;

/**
 * Writes down where new nodes stand. A new node has always stood below its parent: on whatever day its parent stood
 * elsewhere, it did so, too, and the sums of every day add up.
 */
export async function plantNew(ctx: Ctx, nodes: readonly string[]): Promise<void> {
  const chain = sql`
    with recursive touched as (select unnest(${nodes}::uuid[]) as node_id), ${up(ctx)},
    standing as (
      select distinct on (node_id) node_id, ancestor_id, depth from up
      where ancestor_id <> all(${nodes}::uuid[]) order by node_id, depth)`;
  await sql`${chain}
    insert into node_ancestor (county_id, node_id, ancestor_id, depth, since)
    select ${ctx.county}, up.node_id, up.ancestor_id, up.depth, coalesce(a.since, '-infinity')
    from up left join standing s on s.node_id = up.node_id
    left join node_ancestor a on a.county_id = ${ctx.county} and a.node_id = s.ancestor_id and a.ancestor_id = up.ancestor_id`.execute(
    ctx.db,
  );
  await sql`${chain}
    insert into former_ancestor (county_id, node_id, ancestor_id, depth, since, until)
    select ${ctx.county}, s.node_id, f.ancestor_id, f.depth + s.depth, f.since, f.until
    from standing s join former_ancestor f on f.county_id = ${ctx.county} and f.node_id = s.ancestor_id`.execute(
    ctx.db,
  );
}

/**
 * Writes down anew what stands above nodes whose parent has changed, and above all below them. What they leave keeps
 * the days until `lastDay`; where they come to begins on the day after. Who goes back on the same day has never left.
 */
export async function replant(ctx: Ctx, nodes: readonly string[], lastDay: string): Promise<void> {
  const chain = sql`
    with recursive touched as (
      select distinct node_id from node_ancestor where county_id = ${ctx.county} and ancestor_id = any(${nodes}::uuid[])), ${up(ctx)}`;
  await sql`${chain},
    ended as (
      delete from node_ancestor a using touched t
      where a.county_id = ${ctx.county} and a.node_id = t.node_id and not exists (
        select from up where up.node_id = a.node_id and up.ancestor_id = a.ancestor_id and up.depth = a.depth)
      returning a.*)
    insert into former_ancestor (county_id, node_id, ancestor_id, depth, since, until)
    select county_id, node_id, ancestor_id, depth, since, ${lastDay}::date from ended where since <= ${lastDay}`.execute(
    ctx.db,
  );
  await sql`${chain},
    started as (
      select up.* from up where not exists (
        select from node_ancestor a where a.county_id = ${ctx.county} and a.node_id = up.node_id and a.ancestor_id = up.ancestor_id)),
    revived as (
      delete from former_ancestor f using started s
      where f.county_id = ${ctx.county} and f.node_id = s.node_id and f.ancestor_id = s.ancestor_id and f.depth = s.depth
        and f.until = ${lastDay}
      returning f.node_id, f.ancestor_id, f.since)
    insert into node_ancestor (county_id, node_id, ancestor_id, depth, since)
    select ${ctx.county}, s.node_id, s.ancestor_id, s.depth, coalesce(r.since, ${addDays(lastDay, 1)}::date)
    from started s left join revived r using (node_id, ancestor_id)`.execute(ctx.db);
}

/** One change of the county's tree at a time, until the commit: rules that look at the whole tree hold only so. */
export async function lockTree(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tree ${ctx.county}`}, 0))`.execute(
    ctx.db,
  );
}
