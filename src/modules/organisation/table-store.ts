import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '#platform/i18n.ts';
import type { OrganisationTables } from './tables.ts';

type Ctx = Context<OrganisationTables>;

/** A node as it shall be written. */
export interface NodeRow {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly code: string;
  readonly slug: string;
  readonly oid: string | null;
  readonly sensitive: boolean;
  readonly closed: boolean;
  readonly successor: string | null;
  readonly name: Readonly<Partial<Record<Language, string>>>;
}

/** The public addresses that are taken. */
export async function selectSlugs(ctx: Ctx): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('node')
    .select('slug')
    .where('county_id', '=', ctx.county)
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

/** Writes new nodes, without their OIDs and successors, which may be those of nodes that are written later. */
export async function insertNodes(ctx: Ctx, nodes: readonly NodeRow[]): Promise<void> {
  await sql`
    insert into node (county_id, id, parent_id, kind, code, slug)
    select ${ctx.county}, * from unnest(${nodes.map(({ id }) => id)}::uuid[], ${nodes.map(({ parent }) => parent)}::uuid[],
      ${nodes.map(({ kind }) => kind)}::text[], ${nodes.map(({ code }) => code)}::text[], ${nodes.map(({ slug }) => slug)}::text[])`.execute(
    ctx.db,
  );
}

/** Takes the OIDs of nodes away, so that they can change hands. */
export async function clearOids(ctx: Ctx, nodes: readonly string[]): Promise<void> {
  await sql`
    update node set oid = null where county_id = ${ctx.county} and id = any(${nodes}::uuid[]) and oid is not null`.execute(
    ctx.db,
  );
}

/** Writes all of a node but its kind, code and address. */
export async function updateNodes(ctx: Ctx, nodes: readonly NodeRow[]): Promise<void> {
  await sql`
    update node n set parent_id = r.parent, oid = r.oid, sensitive = r.sensitive, successor_id = r.successor,
      closed_at = case when r.closed then coalesce(n.closed_at, ${ctx.now()}) end
    from unnest(${nodes.map(({ id }) => id)}::uuid[], ${nodes.map(({ parent }) => parent)}::uuid[], ${nodes.map(({ oid }) => oid)}::text[],
      ${nodes.map(({ sensitive }) => sensitive)}::boolean[], ${nodes.map(({ closed }) => closed)}::boolean[],
      ${nodes.map(({ successor }) => successor)}::uuid[]) as r (id, parent, oid, sensitive, closed, successor)
    where n.county_id = ${ctx.county} and n.id = r.id`.execute(ctx.db);
  await sql`delete from node_name where county_id = ${ctx.county} and node_id = any(${nodes.map(({ id }) => id)}::uuid[])`.execute(
    ctx.db,
  );
  const names = nodes.flatMap(({ id, name }) =>
    Object.entries(name).map(([language, text]) => ({ id, language, text })),
  );
  await sql`
    insert into node_name (county_id, node_id, language, name)
    select ${ctx.county}, * from unnest(${names.map(({ id }) => id)}::uuid[], ${names.map(({ language }) => language)}::text[],
      ${names.map(({ text }) => text)}::text[])`.execute(ctx.db);
}

/** Whoever went on in one of these nodes goes on in its successor from now on. */
export async function leadOn(ctx: Ctx, nodes: readonly NodeRow[]): Promise<void> {
  const merged = nodes.filter(({ successor }) => successor !== null);
  await sql`
    update node n set successor_id = r.successor
    from unnest(${merged.map(({ id }) => id)}::uuid[], ${merged.map(({ successor }) => successor)}::uuid[]) as r (id, successor)
    where n.county_id = ${ctx.county} and n.successor_id = r.id`.execute(ctx.db);
}
