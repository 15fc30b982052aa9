import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Guide } from './contract.ts';
import { ROOT_ANCHOR } from './element.ts';
import type { PathTables } from './tables.ts';

/** All published paths, those for the staff among them, by the Finnish topic and title. */
export async function listGuides(ctx: Context<PathTables>): Promise<Guide[]> {
  const { rows } = await sql<Guide>`
    select p.id, coalesce(said.title, '{}') as title, coalesce(said.topic, '{}') as topic,
      coalesce((select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = p.county_id and s.path_id = p.id and s.current), '{}') as slugs,
      coalesce(e.properties -> 'easy', '[]') as easy, p.visibility <> 'staff' as shown
    from service_path p
    join path_version v on v.county_id = p.county_id and v.path_id = p.id and v.state = 'current' and v.status = 'published'
    join path_element e on e.county_id = v.county_id and e.version_id = v.id and e.anchor = ${ROOT_ANCHOR}
    cross join lateral (
      select jsonb_object_agg(t.variant, t.text) filter (where t.field = 'title') as title,
        jsonb_object_agg(t.variant, t.text) filter (where t.field = 'topic') as topic
      from path_text t
      where t.county_id = v.county_id and t.version_id = v.id and t.anchor = ${ROOT_ANCHOR} and t.field in ('title', 'topic')
        and t.variant in ('fi', 'sv', 'en')) as said
    where p.county_id = ${ctx.county}
    order by said.topic ->> 'fi' collate "fi-x-icu", said.title ->> 'fi' collate "fi-x-icu", p.id`.execute(
    ctx.db,
  );
  return rows;
}
