import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import type { Node } from './contract.ts';
import { plantNew } from './place-store.ts';
import type { OrganisationTables } from './tables.ts';

type Ctx = Context<OrganisationTables>;

/** Reads nodes with their names. Sorted by the root down, then position, then name. */
export async function selectNodes(
  ctx: Ctx,
  which: { ids?: readonly string[]; below?: readonly string[] } = {},
): Promise<Node[]> {
  if (which.ids?.length === 0 || which.below?.length === 0) return [];
  const ids = which.ids ? sql`and n.id = any(${which.ids}::uuid[])` : sql``;
  const below = which.below
    ? sql`and exists (select 1 from node_ancestor a where a.county_id = n.county_id and a.node_id = n.id and a.ancestor_id = any(${which.below}::uuid[]))`
    : sql``;
  const { rows } = await sql<NodeRow>`
    select n.id, n.parent_id, n.kind, n.code, n.oid, n.slug, n.sensitive, n.closed_at, n.successor_id,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = n.county_id and m.node_id = n.id) as name,
      (select max(a.depth) from node_ancestor a where a.county_id = n.county_id and a.node_id = n.id) as depth
    from node n
    where n.county_id = ${ctx.county} ${ids} ${below}
    order by depth, n.position, n.code`.execute(ctx.db);
  return rows.map(nodeOf);
}

interface NodeRow {
  id: string;
  parent_id: string | null;
  kind: Node['kind'];
  code: string;
  oid: string | null;
  slug: string;
  sensitive: boolean;
  closed_at: Date | null;
  successor_id: string | null;
  name: LocalText | null;
}

const nodeOf = (row: NodeRow): Node => ({
  id: row.id,
  parent: row.parent_id,
  kind: row.kind,
  code: row.code,
  oid: row.oid,
  slug: row.slug,
  sensitive: row.sensitive,
  closed: row.closed_at !== null,
  successor: row.successor_id,
  name: row.name ?? {},
});

/** Writes a new node with its names and its place in the tree. */
export async function insertNode(
  ctx: Ctx,
  node: Omit<Node, 'closed' | 'successor'> & { position?: number },
): Promise<void> {
  await ctx.db
    .insertInto('node')
    .values({
      county_id: ctx.county,
      id: node.id,
      parent_id: node.parent,
      kind: node.kind,
      code: node.code,
      oid: node.oid,
      slug: node.slug,
      sensitive: node.sensitive,
      position: node.position ?? 0,
      closed_at: null,
      successor_id: null,
    })
    .execute();
  await writeNames(ctx, node.id, node.name);
  await plantNew(ctx, [node.id]);
}

/** Writes a node's names; a language that is not given goes. */
export async function writeNames(
  ctx: Ctx,
  node: string,
  name: { [language: string]: string | undefined },
): Promise<void> {
  await ctx.db
    .deleteFrom('node_name')
    .where('county_id', '=', ctx.county)
    .where('node_id', '=', node)
    .execute();
  const rows = Object.entries(name)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([language, text]) => ({ county_id: ctx.county, node_id: node, language, name: text }));
  await ctx.db.insertInto('node_name').values(rows).execute();
}

/** The ids of the units at or below a node. */
export async function selectUnitsBelow(ctx: Ctx, node: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('node_ancestor as a')
    .innerJoin('node as n', (join) =>
      join.onRef('n.county_id', '=', 'a.county_id').onRef('n.id', '=', 'a.node_id'),
    )
    .select('a.node_id')
    .where('a.county_id', '=', ctx.county)
    .where('a.ancestor_id', '=', node)
    .where('n.kind', '=', 'unit')
    .execute();
  return rows.map(({ node_id }) => node_id);
}

/** How many nodes stand above one another over a node, and how many levels below it. */
export async function selectDepths(
  ctx: Ctx,
  node: string,
): Promise<{ above: number; below: number }> {
  const { rows } = await sql<{ above: number; below: number }>`
    select (select max(depth) from node_ancestor where county_id = ${ctx.county} and node_id = ${node}) as above,
      (select max(depth) from node_ancestor where county_id = ${ctx.county} and ancestor_id = ${node}) as below`.execute(
    ctx.db,
  );
  return rows[0]!;
}

/** Whether a node is the other one or stands below it. */
export async function isBelow(ctx: Ctx, node: string, above: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('node_ancestor')
    .select('depth')
    .where('county_id', '=', ctx.county)
    .where('node_id', '=', node)
    .where('ancestor_id', '=', above)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether anything open stands right below a node. */
export async function hasOpenBelow(ctx: Ctx, node: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('node')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('parent_id', '=', node)
    .where('closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
