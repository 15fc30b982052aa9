import { sql } from 'kysely';
import { findNodes, type Node } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { LANGUAGES, type LocalText } from '#platform/i18n.ts';
import { nodesAllowing } from '#platform/permissions.ts';
import { dayOf } from '#platform/time.ts';
import type { PathSummary } from './contract.ts';
import { ROOT_ANCHOR } from './element.ts';
import { can } from './permissions.ts';
import type { PathWorld } from './tables.ts';

interface Row {
  id: string;
  node_id: string;
  clinical: boolean;
  has_draft: boolean;
  published_at: Date | null;
  review_due: string | null;
  updated_at: Date;
  title: LocalText | null;
  slugs: LocalText | null;
  stale: number;
  missing: number;
}

/** The paths that the actor may read in staff, those of the nodes that a role of theirs reaches. */
export async function listPaths(ctx: Context<PathWorld>): Promise<PathSummary[]> {
  const reach = nodesAllowing(ctx.actor, can.listPaths);
  const { rows } = await sql<Row>`
    select p.id, p.node_id, p.clinical, d.id is not null as has_draft, u.published_at, u.review_due, v.updated_at,
      (select jsonb_object_agg(t.variant, t.text) from path_text t
        where t.county_id = v.county_id and t.version_id = v.id and t.anchor = ${ROOT_ANCHOR} and t.field = 'title'
          and t.variant in ('fi', 'sv', 'en')) as title,
      (select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = p.county_id and s.path_id = p.id and s.current) as slugs,
      work.stale, work.missing
    from service_path p
    join county c on c.county_id = p.county_id
    left join path_version d on d.county_id = p.county_id and d.path_id = p.id and d.state = 'current' and d.status = 'draft'
    left join path_version u on u.county_id = p.county_id and u.path_id = p.id and u.state = 'current' and u.status = 'published'
    join path_version v on v.county_id = p.county_id and v.id = coalesce(d.id, u.id)
    cross join lateral (
      select count(*) filter (where t.variant is not null and (t.source_revision is null or t.source_revision < f.revision))::int as stale,
        count(*) filter (where t.variant is null)::int as missing
      from path_text f
      cross join unnest(c.languages) as l (language)
      left join path_text t on t.county_id = f.county_id and t.version_id = f.version_id and t.anchor = f.anchor
        and t.field = f.field and t.variant = l.language
      where f.county_id = v.county_id and f.version_id = v.id and f.variant = 'fi' and l.language <> 'fi') as work
    where p.county_id = ${ctx.county} and exists (
      select 1 from node_ancestor a
      where a.county_id = p.county_id and a.node_id = p.node_id and a.ancestor_id = any(${reach}::uuid[]))
    order by v.updated_at desc, p.id`.execute(ctx.db);
  const nodes = new Map(
    (await findNodes(ctx, [...new Set(rows.map(({ node_id }) => node_id))])).map((node) => [
      node.id,
      node,
    ]),
  );
  return rows.map((row) => summaryOf(row, nodes.get(row.node_id)?.name ?? {}));
}

function summaryOf(row: Row, name: Node['name']): PathSummary {
  return {
    id: row.id,
    node: { id: row.node_id, name: name as LocalText },
    title: row.title ?? {},
    slugs: row.slugs ?? {},
    clinical: row.clinical,
    status: row.published_at === null ? 'draft' : row.has_draft ? 'changed' : 'published',
    publishedOn: row.published_at && dayOf(row.published_at),
    reviewDue: row.review_due,
    changedAt: row.updated_at.toISOString(),
    languages: LANGUAGES.filter((language) => row.title?.[language]),
    stale: row.stale,
    missing: row.missing,
  };
}
