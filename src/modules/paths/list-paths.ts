import { sql } from 'kysely';
import { findNodes, type Node } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { LANGUAGES, type LocalText } from '#platform/i18n.ts';
import { nodesAllowing } from '#platform/permissions.ts';
import { dayOf } from '#platform/time.ts';
import type { PathSummary } from './contract.ts';
import { ROOT_ANCHOR } from './element.ts';
import { addressesOf, phasesOf, summaryOfVersion, type VersionSummary } from './path-summary.ts';
import { can } from './permissions.ts';
import type { PathWorld } from './tables.ts';

// A read model: it reads the names of accounts as well.

interface Row {
  id: string;
  node_id: string;
  clinical: boolean;
  level: PathSummary['level'];
  owner: PathSummary['owner'];
  units: string[];
  has_draft: boolean;
  published_at: Date | null;
  review_due: string | null;
  updated_at: Date;
  title: LocalText | null;
  slugs: LocalText | null;
  waiting: boolean;
  unreviewed: boolean;
  summary: VersionSummary;
  /** Of what the public sees: its phases, and the addresses to which it leads. */
  phases: string[];
  addresses: string[];
}

/**
 * The paths that the actor may read in staff, those of the nodes that a role of theirs reaches. What was published has
 * its summary already; only that of drafts is worked out.
 */
export async function listPaths(ctx: Context<PathWorld>): Promise<PathSummary[]> {
  const reach = nodesAllowing(ctx.actor, can.listPaths);
  const { rows } = await sql<Row>`
    select p.id, p.node_id, p.clinical, p.level, d.id is not null as has_draft, u.published_at, u.review_due, v.updated_at,
      (select jsonb_build_object('id', a.id, 'name', a.name) from account a
        where a.county_id = p.county_id and a.id = p.owner_id) as owner,
      array(select n.node_id from path_unit n where n.county_id = p.county_id and n.path_id = p.id order by 1) as units,
      (select jsonb_object_agg(t.variant, t.text) from path_text t
        where t.county_id = v.county_id and t.version_id = v.id and t.anchor = ${ROOT_ANCHOR} and t.field = 'title'
          and t.variant in ('fi', 'sv', 'en')) as title,
      (select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = p.county_id and s.path_id = p.id and s.current) as slugs,
      exists (
        select from path_review r where r.county_id = d.county_id and r.version_id = d.id and r.what = 'request' and not exists (
          select from path_review x where x.county_id = r.county_id and x.version_id = r.version_id and x.at >= r.at
            and x.what in ('approval', 'rejection') and (x.kind = 'clinical') = (r.kind = 'clinical'))) as waiting,
      u.id is not null and exists (
        select from unnest(case when p.clinical then array['content', 'clinical'] else array['content'] end) as k (kind)
        where not exists (select from path_review r where r.county_id = u.county_id and r.version_id = u.id and r.kind = k.kind
          and r.what = 'approval' and r.revision = u.revision)) as unreviewed,
      coalesce(kept.summary, (${summaryOfVersion})) as summary,
      coalesce(public.summary -> 'phases', (${phasesOf('u')})) as phases,
      coalesce(public.summary -> 'addresses', (${addressesOf('u')})) as addresses
    from service_path p
    left join path_version d on d.county_id = p.county_id and d.path_id = p.id and d.state = 'current' and d.status = 'draft'
    left join path_version u on u.county_id = p.county_id and u.path_id = p.id and u.state = 'current' and u.status = 'published'
    join path_version v on v.county_id = p.county_id and v.id = coalesce(d.id, u.id)
    left join path_summary kept on kept.county_id = v.county_id and kept.version_id = v.id
    left join path_summary public on public.county_id = u.county_id and public.version_id = u.id
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
  const broken = await selectBroken(ctx);
  return rows.map((row) => summaryOf(row, nodes.get(row.node_id)?.name ?? {}, broken));
}

/** The addresses that the link checker has found broken. */
async function selectBroken(ctx: Context<PathWorld>): Promise<Set<string>> {
  const { rows } = await sql<{ address: string }>`
    select address from link_check where county_id = ${ctx.county} and outcome = 'broken'`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ address }) => address));
}

function summaryOf(row: Row, name: Node['name'], broken: ReadonlySet<string>): PathSummary {
  const { texts, unmeasured, expires } = row.summary;
  const { segments = [], standardPhases = [], promises = [], aims = [] } = row.summary;
  return {
    ...texts,
    unmeasured,
    phases: row.phases,
    broken: row.addresses.filter((address) => broken.has(address)).length,
    waiting: row.waiting,
    unreviewed: row.unreviewed,
    id: row.id,
    node: { id: row.node_id, name: name as LocalText },
    title: row.title ?? {},
    slugs: row.slugs ?? {},
    clinical: row.clinical,
    level: row.level,
    owner: row.owner,
    units: row.units,
    status: row.published_at === null ? 'draft' : row.has_draft ? 'changed' : 'published',
    publishedOn: row.published_at && dayOf(row.published_at),
    reviewDue: row.review_due,
    changedAt: row.updated_at.toISOString(),
    languages: LANGUAGES.filter((language) => row.title?.[language]),
    segments: [...segments],
    standardPhases: [...standardPhases],
    promises: [...promises],
    aims: [...aims],
    expires: expires.toSorted(),
  };
}
