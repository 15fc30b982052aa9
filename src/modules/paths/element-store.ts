import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { type EasyVariant, isVariant, sourceOf, type Variant } from '#platform/language.ts';
import type { DraftElement, DraftText } from './contract.ts';
import type { ElementKind } from './element.ts';
import { DEFAULTS, type Properties } from './element-properties.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

interface ElementRow {
  version_id: string;
  anchor: string;
  parent_anchor: string | null;
  kind: ElementKind;
  channel_id: string | null;
  properties: object;
  texts: {
    field: string;
    variant: string;
    text: string;
    revision: number;
    source: number | null;
  }[];
}

/** Reads all that a version holds, in one query: parents before children, siblings in their order. */
export const selectContent = async (
  ctx: Ctx,
  version: string,
  variants?: readonly Variant[],
): Promise<DraftElement[]> =>
  (await selectContents(ctx, [version], { variants })).get(version) ?? [];

/**
 * Reads all that some versions hold, in one query, by version. The texts of each element are looked up by its key, so
 * that old statistics never make the planner compare all with all. Only texts in some variants, or that hold some letters,
 * are read when that is asked for.
 */
export async function selectContents(
  ctx: Ctx,
  versions: readonly string[],
  { variants, holding = '' }: { variants?: readonly Variant[] | undefined; holding?: string } = {},
): Promise<Map<string, DraftElement[]>> {
  const inVariants = variants ? sql`and t.variant = any(${variants}::text[])` : sql``;
  const wanted =
    holding === '' ? inVariants : sql`${inVariants} and position(${holding} in t.text) > 0`;
  const { rows } = await sql<ElementRow>`
    select e.version_id, e.anchor, e.parent_anchor, e.kind, e.channel_id, e.properties, t.texts
    from path_element e
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('field', t.field, 'variant', t.variant, 'text', t.text,
        'revision', t.revision, 'source', t.source_revision)), '[]') as texts
      from path_text t
      where t.county_id = e.county_id and t.version_id = e.version_id and t.anchor = e.anchor ${wanted}) t
    where e.county_id = ${ctx.county} and e.version_id = any(${versions}::uuid[])
    order by e.position, e.anchor`.execute(ctx.db);
  const byVersion = Map.groupBy(rows, ({ version_id }) => version_id);
  return new Map(
    Array.from(byVersion, ([version, all]) => [version, inTreeOrder(all.map(elementOf))]),
  );
}

function elementOf(row: ElementRow): DraftElement {
  // Checked when they were written; a property that has been added since gets its first value.
  const properties = { ...DEFAULTS[row.kind], ...row.properties } as Properties;
  const texts: Record<string, Partial<Record<Variant, DraftText>>> = {};
  for (const { field, variant, text, revision, source } of row.texts) {
    if (!isVariant(variant)) continue;
    const from = sourceOf(variant);
    const original = row.texts.find((other) => other.field === field && other.variant === from);
    const stale = original !== undefined && (source === null || source < original.revision);
    texts[field] = { ...texts[field], [variant]: { text, revision, stale } };
  }
  return {
    anchor: row.anchor,
    parent: row.parent_anchor,
    channel: row.channel_id,
    properties,
    texts,
  };
}

function inTreeOrder(elements: readonly DraftElement[]): DraftElement[] {
  const below = Map.groupBy(elements, ({ parent }) => parent);
  const from = (parent: string | null): DraftElement[] =>
    (below.get(parent) ?? []).flatMap((element) => [element, ...from(element.anchor)]);
  return from(null);
}

/** The easy-language variants that a version is offered in. */
export function easyOf(elements: readonly DraftElement[]): EasyVariant[] {
  const root = elements.find(({ properties }) => properties.kind === 'path')?.properties;
  return root?.kind === 'path' ? root.easy : [];
}

/** One element of a version. @throws AppError `not-found`. */
export async function getElement(
  ctx: Ctx,
  version: string,
  anchor: string,
): Promise<{
  anchor: string;
  parent: string | null;
  kind: ElementKind;
  properties: object;
}> {
  const row = await ctx.db
    .selectFrom('path_element')
    .select(['anchor', 'parent_anchor', 'kind', 'properties'])
    .where('county_id', '=', ctx.county)
    .where('version_id', '=', version)
    .where('anchor', '=', anchor)
    .executeTakeFirst();
  const { parent_anchor, kind, properties } = found(row, 'anchor-not-found');
  return {
    anchor,
    parent: parent_anchor,
    kind: kind as ElementKind,
    properties: properties as object,
  };
}

/** The anchors of one kind below a parent, in their order. */
export async function selectSiblings(
  ctx: Ctx,
  version: string,
  parent: string,
  kind?: ElementKind,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('path_element')
    .select('anchor')
    .where('county_id', '=', ctx.county)
    .where('version_id', '=', version)
    .where('parent_anchor', '=', parent)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .orderBy('position')
    .orderBy('anchor')
    .execute();
  return rows.map(({ anchor }) => anchor);
}

/** An element to be written into a draft. */
export interface NewElement {
  readonly anchor: string;
  readonly parent: string | null;
  readonly position: number;
  readonly channel: string | null;
  readonly properties: Properties;
}

/** Writes elements into a draft; their anchors are registered for ever, or taken up again. */
export async function insertElements(
  ctx: Ctx,
  path: string,
  version: string,
  elements: readonly NewElement[],
): Promise<void> {
  if (elements.length === 0) return;
  await ctx.db
    .insertInto('path_anchor')
    .values(
      elements.map(({ anchor, properties }) => ({
        county_id: ctx.county,
        path_id: path,
        anchor,
        kind: properties.kind,
        removed_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'path_id', 'anchor']).doUpdateSet({ removed_at: null }),
    )
    .execute();
  await ctx.db
    .insertInto('path_element')
    .values(
      elements.map(
        ({ anchor, parent, position, channel, properties: { kind, ...properties } }) => ({
          county_id: ctx.county,
          version_id: version,
          anchor,
          path_id: path,
          parent_anchor: parent,
          kind,
          position,
          channel_id: channel,
          properties: JSON.stringify(properties),
        }),
      ),
    )
    .execute();
}

/** Changes an element of a draft. */
export async function updateElement(
  ctx: Ctx,
  version: string,
  anchor: string,
  change: { properties?: Properties; channel?: string },
): Promise<void> {
  const { kind: _, ...properties } = change.properties ?? { kind: null };
  await ctx.db
    .updateTable('path_element')
    .set({
      ...(change.properties && { properties: JSON.stringify(properties) }),
      ...(change.channel && { channel_id: change.channel }),
    })
    .where('county_id', '=', ctx.county)
    .where('version_id', '=', version)
    .where('anchor', '=', anchor)
    .execute();
}

/** Puts elements of a draft below others, with other properties. */
export async function updateElements(
  ctx: Ctx,
  version: string,
  elements: readonly { anchor: string; parent: string | null; properties: Properties }[],
): Promise<void> {
  const properties = elements.map(({ properties: all }) =>
    JSON.stringify({ ...all, kind: undefined }),
  );
  await sql`
    update path_element e set parent_anchor = m.parent, properties = m.properties::jsonb
    from unnest(${elements.map(({ anchor }) => anchor)}::text[], ${elements.map(({ parent }) => parent)}::text[],
      ${properties}::text[]) as m (anchor, parent, properties)
    where e.county_id = ${ctx.county} and e.version_id = ${version} and e.anchor = m.anchor`.execute(
    ctx.db,
  );
}

/** Puts the given elements into the given order, each among its siblings. */
export async function writeOrder(
  ctx: Ctx,
  version: string,
  anchors: readonly string[],
): Promise<void> {
  await sql`
    update path_element e set position = o.position
    from unnest(${anchors}::text[]) with ordinality as o (anchor, position)
    where e.county_id = ${ctx.county} and e.version_id = ${version} and e.anchor = o.anchor`.execute(
    ctx.db,
  );
}

/** Deletes an element of a draft with all that hangs on it. */
export async function deleteElement(ctx: Ctx, version: string, anchor: string): Promise<void> {
  await ctx.db
    .deleteFrom('path_element')
    .where('county_id', '=', ctx.county)
    .where('version_id', '=', version)
    .where('anchor', '=', anchor)
    .execute();
}
