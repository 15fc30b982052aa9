import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { PathTables } from './tables.ts';

/** An element as it is compared: its texts by `field/variant`, whatever the variants are. */
export interface ComparedElement {
  readonly anchor: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly channel: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly texts: ReadonlyMap<string, string>;
}

interface Row extends Omit<ComparedElement, 'texts'> {
  readonly texts: Readonly<Record<string, string>>;
}

/** All that a version holds, parents before children, siblings in their order. */
export async function selectCompared(
  ctx: Context<PathTables>,
  version: string,
): Promise<ComparedElement[]> {
  const { rows } = await sql<Row>`
    select e.anchor, e.parent_anchor as parent, e.kind, e.channel_id as channel, e.properties,
      coalesce(jsonb_object_agg(t.field || '/' || t.variant, t.text order by t.field, t.variant)
        filter (where t.field is not null), '{}') as texts
    from path_element e
    left join path_text t on t.county_id = e.county_id and t.version_id = e.version_id and t.anchor = e.anchor
    where e.county_id = ${ctx.county} and e.version_id = ${version}
    group by e.county_id, e.version_id, e.anchor
    order by e.position, e.anchor`.execute(ctx.db);
  const families = Map.groupBy(rows, ({ parent }) => parent);
  const below = (parent: string | null): Row[] =>
    (families.get(parent) ?? []).flatMap((row) => [row, ...below(row.anchor)]);
  return below(null).map((row) => ({ ...row, texts: new Map(Object.entries(row.texts)) }));
}
