import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { ELEMENT_KINDS, isForStaff } from './element.ts';
import type { PathTables } from './tables.ts';

/** What the list of all paths tells of a version's content. */
export interface VersionSummary {
  /** The anchors of its phases. */
  readonly phases: readonly string[];
  /** The codes of the handbook's entries that it names anywhere. */
  readonly segments: readonly string[];
  readonly standardPhases: readonly string[];
  /** Critical points that no statement measures. */
  readonly unmeasured: number;
  /** The days until which its links are promised to be right. */
  readonly expires: readonly string[];
  /** The addresses to which its own parts and texts lead. */
  readonly addresses: readonly string[];
  /** Texts older than what they were written from, easy language too. */
  readonly stale: number;
  /** Finnish texts that readers see and that lack a translation. */
  readonly missing: number;
}

const FOR_STAFF = ELEMENT_KINDS.filter(isForStaff);

const codes = (property: string): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(distinct c.code), '[]')
  from path_element e cross join lateral jsonb_array_elements_text(e.properties -> ${property}::text) as c (code)
  where e.county_id = v.county_id and e.version_id = v.id)`;

/** The summary of the version `v` of the query around it, as one value. It is worked out only where it is asked for. */
export const summaryOfVersion = sql`
  select jsonb_build_object(
    'phases', (
      select coalesce(jsonb_agg(e.anchor order by e.position), '[]') from path_element e
      where e.county_id = v.county_id and e.version_id = v.id and e.kind = 'phase'),
    'segments', ${codes('segments')},
    'standardPhases', ${codes('standardPhases')},
    'unmeasured', (
      select count(*) from path_element e
      where e.county_id = v.county_id and e.version_id = v.id and e.kind = 'critical-point'
        and coalesce(e.properties ->> 'statement', '') = ''),
    'expires', (
      select coalesce(jsonb_agg(e.properties ->> 'expires'), '[]') from path_element e
      where e.county_id = v.county_id and e.version_id = v.id and e.kind = 'link' and e.properties ->> 'expires' is not null),
    'addresses', (
      select coalesce(jsonb_agg(distinct a.address), '[]') from (
        select found #>> '{}' as address
        from path_element e cross join lateral jsonb_path_query(e.properties, 'strict $.** ? (@ starts with "http")') as found
        where e.county_id = v.county_id and e.version_id = v.id
        union all
        select link[1] from path_text t cross join lateral regexp_matches(t.text, '\\]\\((https?://[^)\\s]+)\\)', 'g') as link
        where t.county_id = v.county_id and t.version_id = v.id) as a),
    'stale', (
      select count(*) from path_text t
      join path_text f on f.county_id = t.county_id and f.version_id = t.version_id and f.anchor = t.anchor and f.field = t.field
        and f.variant = case when t.variant like '%-simple' then left(t.variant, 2) else 'fi' end
      where t.county_id = v.county_id and t.version_id = v.id and t.variant <> 'fi'
        and (t.source_revision is null or t.source_revision < f.revision)),
    'missing', (
      select count(*) from path_text f
      join path_element e on e.county_id = f.county_id and e.version_id = f.version_id and e.anchor = f.anchor
      join county c on c.county_id = f.county_id
      cross join unnest(c.languages) as l (language)
      where f.county_id = v.county_id and f.version_id = v.id and f.variant = 'fi' and l.language <> 'fi'
        and e.kind <> all(${FOR_STAFF}::text[]) and not exists (
          select from path_text t where t.county_id = f.county_id and t.version_id = f.version_id and t.anchor = f.anchor
            and t.field = f.field and t.variant = l.language))
  )`;

/** Writes down what the list tells of the version that has just been published: it never changes again. */
export async function keepSummary(ctx: Context<PathTables>, path: string): Promise<void> {
  await sql`
    insert into path_summary (county_id, version_id, summary)
    select v.county_id, v.id, (${summaryOfVersion}) from path_version v
    where v.county_id = ${ctx.county} and v.path_id = ${path} and v.status = 'published'
    on conflict (county_id, version_id) do nothing`.execute(ctx.db);
}
