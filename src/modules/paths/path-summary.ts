import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Variant } from '#platform/language.ts';
import { ELEMENT_KINDS, isForStaff } from './element.ts';
import type { PathTables } from './tables.ts';

/** What the list of all paths tells of a version's content. */
export interface VersionSummary {
  /** The codes of the handbook's entries that it names anywhere. */
  readonly segments?: readonly string[];
  readonly standardPhases?: readonly string[];
  readonly promises?: readonly string[];
  readonly aims?: readonly string[];
  /** Critical points that no statement measures. */
  readonly unmeasured: number;
  /** The days until which its links are promised to be right. */
  readonly expires: readonly string[];
  /** Texts older than what they were written from, easy language too; and translations that readers would miss. */
  readonly texts: { readonly stale: number; readonly missing: number };
}

const FOR_STAFF = ELEMENT_KINDS.filter(isForStaff);

const NAMING = ['segments', 'standardPhases', 'promises', 'aims'];

/** The codes that the version `v` names by each of those properties, in one pass; one that it names none by is not there. */
const codes = sql`
  select coalesce(jsonb_object_agg(p.property, p.codes), '{}')
  from (
    select n.property, jsonb_agg(distinct c.code) as codes
    from path_element e cross join unnest(${NAMING}::text[]) as n (property)
    cross join lateral jsonb_array_elements_text(e.properties -> n.property) as c (code)
    where e.county_id = v.county_id and e.version_id = v.id
    group by n.property) as p`;

/** A version in a query. */
type VersionAlias = 'u' | 'v';

/** The anchors of a version's phases, as one value. */
export const phasesOf = (version: VersionAlias): RawBuilder<unknown> => sql`
  select coalesce(jsonb_agg(e.anchor order by e.position), '[]') from path_element e
  where e.county_id = ${sql.ref(version)}.county_id and e.version_id = ${sql.ref(version)}.id and e.kind = 'phase'`;

/** The addresses to which a version's own parts and texts lead, as one value. */
export const addressesOf = (version: VersionAlias): RawBuilder<unknown> => sql`
  select coalesce(jsonb_agg(distinct a.address), '[]') from (
    select found #>> '{}' as address
    from path_element e cross join lateral jsonb_path_query(e.properties, 'strict $.** ? (@ starts with "http")') as found
    where e.county_id = ${sql.ref(version)}.county_id and e.version_id = ${sql.ref(version)}.id
    union all
    select link[1] from path_text t cross join lateral regexp_matches(t.text, '\\]\\((https?://[^)\\s]+)\\)', 'g') as link
    where t.county_id = ${sql.ref(version)}.county_id and t.version_id = ${sql.ref(version)}.id) as a`;

/** From which revision of its source a text was written; 0 of one that does not know. */
const sourceOf = (variant: Variant) =>
  sql`max(coalesce(t.source_revision, 0)) filter (where t.variant = ${sql.lit(variant)})`;
const revisionOf = (variant: Variant) =>
  sql`max(t.revision) filter (where t.variant = ${sql.lit(variant)})`;

/** Every field of the version `v` in one pass: how many of its texts are stale, and how many translations it lacks. */
const summaryOfTexts = sql`
  select coalesce(f.sv_from < f.fi, false)::integer + coalesce(f.en_from < f.fi, false)::integer
      + coalesce(f.fi_simple_from < f.fi, false)::integer + coalesce(f.sv_simple_from < f.sv, false)::integer
      + coalesce(f.en_simple_from < f.en, false)::integer as stale,
    case when f.fi is not null and f.anchor <> all(of.staff) then cardinality(of.languages) - f.plain end as missing
  from (
    select t.anchor, ${revisionOf('fi')} as fi, ${revisionOf('sv')} as sv, ${revisionOf('en')} as en,
      ${sourceOf('sv')} as sv_from, ${sourceOf('en')} as en_from, ${sourceOf('fi-simple')} as fi_simple_from,
      ${sourceOf('sv-simple')} as sv_simple_from, ${sourceOf('en-simple')} as en_simple_from,
      count(*) filter (where t.variant = any((select l.languages from county l where l.county_id = v.county_id)::text[])) as plain
    from path_text t
    where t.county_id = v.county_id and t.version_id = v.id
    group by t.anchor, t.field) as f
  cross join (
    select (
      select l.languages from county l where l.county_id = v.county_id) as languages, array(
      select e.anchor from path_element e
      where e.county_id = v.county_id and e.version_id = v.id and e.kind = any(${FOR_STAFF}::text[])) as staff
  ) as of`;

/** The summary of the version `v` of the query around it, as one value. It is worked out only where it is asked for. */
export const summaryOfVersion = sql`
  select (${codes}) || jsonb_build_object(
    'unmeasured', (
      select count(*) from path_element e
      where e.county_id = v.county_id and e.version_id = v.id and e.kind = 'critical-point'
        and coalesce(e.properties ->> 'statement', '') = ''),
    'expires', (
      select coalesce(jsonb_agg(e.properties ->> 'expires'), '[]') from path_element e
      where e.county_id = v.county_id and e.version_id = v.id and e.kind = 'link' and e.properties ->> 'expires' is not null),
    'texts', (
      select jsonb_build_object('stale', coalesce(sum(t.stale), 0), 'missing', coalesce(sum(t.missing), 0))
      from (${summaryOfTexts}) as t)
  )`;

/** Writes down what the list tells of the version that has just been published: it never changes again. */
export async function keepSummary(ctx: Context<PathTables>, path: string): Promise<void> {
  await sql`
    insert into path_summary (county_id, version_id, summary)
    select v.county_id, v.id,
      (${summaryOfVersion}) || jsonb_build_object('phases', (${phasesOf('v')}), 'addresses', (${addressesOf('v')}))
    from path_version v
    where v.county_id = ${ctx.county} and v.path_id = ${path} and v.status = 'published'
    on conflict (county_id, version_id) do nothing`.execute(ctx.db);
}
