import { sql } from 'kysely';
import { nodesAllowing } from '#platform/permissions.ts';
import type { AskedPhases } from './contract.ts';
import { can } from './permissions.ts';
import type { CollectionContext } from './tables.ts';

// A read model: it reads service_path, path_unit and node_ancestor of other modules as well.

/**
 * On which phases of the paths that the actor may read an open feedback point asks; paths without any are left out, and
 * those that no unit offers: there is nobody to whom an answer could be given.
 */
export async function listAskedPhases(ctx: CollectionContext): Promise<AskedPhases['paths']> {
  const { rows } = await sql<{ path: string; anchors: string[] }>`
    select f.path_id as path, array_agg(distinct f.anchor order by f.anchor) as anchors
    from feedback_point f
    join service_path p on p.county_id = f.county_id and p.id = f.path_id
    where f.county_id = ${ctx.county} and f.closed_at is null and exists (
      select from path_unit u where u.county_id = f.county_id and u.path_id = f.path_id) and exists (
      select from node_ancestor a where a.county_id = p.county_id and a.node_id = p.node_id
        and a.ancestor_id = any(${nodesAllowing(ctx.actor, can.listAskedPhases)}::uuid[]))
    group by f.path_id
    order by f.path_id`.execute(ctx.db);
  return rows;
}
