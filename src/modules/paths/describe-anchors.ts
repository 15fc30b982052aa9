import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language, LocalText } from '#platform/i18n.ts';
import type { ElementKind } from './element.ts';
import type { PathTables } from './tables.ts';

/** What a path and its anchors are called, for whatever is bound to them. */
export interface DescribedPath {
  readonly title: LocalText;
  readonly slugs: Readonly<Partial<Record<Language, string>>>;
  /** The node that owns the path. */
  readonly node: string;
  /** In the order of the path; removed anchors last. */
  readonly anchors: ReadonlyMap<string, DescribedAnchor>;
}

/** One anchor. A removed one is called what it was called last. */
export interface DescribedAnchor {
  readonly kind: ElementKind;
  readonly title: LocalText;
  /** The phase that holds it (of a phase, itself); null for what belongs to the whole path. */
  readonly phase: string | null;
  readonly removed: boolean;
}

interface Row {
  path_id: string;
  node_id: string;
  anchor: string;
  kind: ElementKind;
  present: boolean;
  phase: string | null;
  title: LocalText | null;
  slugs: Partial<Record<Language, string>> | null;
}

/** Describes paths as the public sees them; one that was never published, as its draft has it. One query. */
export async function describeAnchors(
  ctx: Context<PathTables>,
  paths: readonly string[],
): Promise<Map<string, DescribedPath>> {
  const rows = paths.length === 0 ? [] : await selectAnchors(ctx, paths);
  const described = new Map<string, DescribedPath & { anchors: Map<string, DescribedAnchor> }>();
  for (const row of rows) {
    const path = described.get(row.path_id) ?? {
      title: {},
      slugs: row.slugs ?? {},
      node: row.node_id,
      anchors: new Map(),
    };
    const title = row.title ?? {};
    path.anchors.set(row.anchor, {
      kind: row.kind,
      title,
      phase: row.phase,
      removed: !row.present,
    });
    described.set(row.path_id, row.kind === 'path' ? { ...path, title } : path);
  }
  return described;
}

// Each anchor as the newest version has it that was ever public. Channel uses are called what their channel is called.
async function selectAnchors(ctx: Context<PathTables>, paths: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with version as (
      select v.county_id, v.id, v.path_id, v.number, (v.status <> 'superseded') as present
      from path_version v
      where v.county_id = ${ctx.county} and v.path_id = any(${paths}::uuid[]) and v.state = 'current'
        and (v.status <> 'draft' or not exists (
          select 1 from path_version u
          where u.county_id = v.county_id and u.path_id = v.path_id and u.state = 'current' and u.status = 'published'))
    ), held as (
      select distinct on (e.path_id, e.anchor) e.*, v.present
      from version v join path_element e on e.county_id = v.county_id and e.version_id = v.id
      order by e.path_id, e.anchor, v.present desc, v.number desc
    )
    select h.path_id, s.node_id, h.anchor, h.kind, h.present,
      case 'phase' when h.kind then h.anchor when one.kind then one.anchor when two.kind then two.anchor end as phase,
      case when h.kind = 'channel-use' then (
        select jsonb_object_agg(c.language, c.text) from channel_text c
        where c.county_id = h.county_id and c.channel_id = h.channel_id and c.field = 'name')
      else (
        select jsonb_object_agg(t.variant, t.text) from path_text t
        where t.county_id = h.county_id and t.version_id = h.version_id and t.anchor = h.anchor and t.field = 'title'
          and t.variant in ('fi', 'sv', 'en'))
      end as title,
      case when h.kind = 'path' then (
        select jsonb_object_agg(g.language, g.slug) from path_slug g
        where g.county_id = h.county_id and g.path_id = h.path_id and g.current) end as slugs
    from held h
    join service_path s on s.county_id = h.county_id and s.id = h.path_id
    left join path_element one on one.county_id = h.county_id and one.version_id = h.version_id and one.anchor = h.parent_anchor
    left join path_element two on two.county_id = h.county_id and two.version_id = h.version_id and two.anchor = one.parent_anchor
    left join path_element three on three.county_id = h.county_id and three.version_id = h.version_id and three.anchor = two.parent_anchor
    order by h.path_id, h.kind <> 'path', h.present desc,
      array_remove(array[three.position, two.position, one.position, h.position], null), h.anchor`.execute(
    ctx.db,
  );
  return rows;
}
