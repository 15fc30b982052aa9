import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { type Language, LANGUAGES, type LocalText, type Variant } from '#platform/language.ts';
import type { DraftElement } from './contract.ts';
import type { ElementKind } from './element.ts';
import type { Properties } from './element-properties.ts';
import { selectContent } from './element-store.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

/** A part of what is public of a path, in all its languages, and where it stands. */
export interface PublishedPart {
  readonly path: string;
  readonly anchor: string;
  /** The number of the version that is public. */
  readonly version: number;
  readonly pathTitle: LocalText;
  readonly slugs: Readonly<Partial<Record<Language, string>>>;
  /** The titles of the phase and the step that it is in, the phase first. */
  readonly within: readonly LocalText[];
  readonly properties: Properties;
  /** Field → variant → text, as far as written. */
  readonly texts: Readonly<Record<string, Readonly<Partial<Record<Variant, string>>>>>;
}

interface PublishedRow {
  path_id: string;
  version: string;
  number: number;
  slugs: Partial<Record<Language, string>> | null;
}

/** Reads the named parts as far as they are public now; what is for the staff alone is not. One query for each path. */
export async function readPublishedParts(
  ctx: Ctx,
  wanted: readonly { readonly path: string; readonly anchor: string }[],
): Promise<PublishedPart[]> {
  const anchors = Map.groupBy(wanted, ({ path }) => path);
  if (anchors.size === 0) return [];
  const { rows } = await sql<PublishedRow>`
    select p.id as path_id, v.id as version, v.number,
      (select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = p.county_id and s.path_id = p.id and s.current) as slugs
    from service_path p
    join path_version v on v.county_id = p.county_id and v.path_id = p.id and v.state = 'current' and v.status = 'published'
    where p.county_id = ${ctx.county} and p.id = any(${[...anchors.keys()]}::uuid[]) and p.visibility <> 'staff'
    order by p.id`.execute(ctx.db);
  const parts: PublishedPart[] = [];
  for (const row of rows) {
    const named = new Set(anchors.get(row.path_id)?.map(({ anchor }) => anchor));
    parts.push(...partsOfPath(row, await selectContent(ctx, row.version), named));
  }
  return parts;
}

function partsOfPath(
  { path_id, number, slugs }: PublishedRow,
  elements: readonly DraftElement[],
  named: ReadonlySet<string>,
): PublishedPart[] {
  const byAnchor = new Map(elements.map((element) => [element.anchor, element]));
  const root = elements.find(({ properties }) => properties.kind === 'path');
  const within = (element: DraftElement): LocalText[] => {
    const parent = byAnchor.get(element.parent ?? '');
    return !parent || parent === root ? [] : [...within(parent), titleOf(parent)];
  };
  return elements
    .filter(({ anchor }) => named.has(anchor))
    .map((element) => ({
      path: path_id,
      anchor: element.anchor,
      version: number,
      pathTitle: root ? titleOf(root) : {},
      slugs: slugs ?? {},
      within: within(element),
      properties: element.properties,
      texts: Object.fromEntries(
        Object.entries(element.texts).map(([field, said]) => [field, plain(said)]),
      ),
    }));
}

const plain = (said: DraftElement['texts'][string]): Partial<Record<Variant, string>> =>
  Object.fromEntries(Object.entries(said).map(([variant, { text }]) => [variant, text]));

const titleOf = ({ texts }: DraftElement): LocalText =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = texts['title']?.[language]?.text;
      return text === undefined ? [] : [[language, text]];
    }),
  );

/** What kind of part an anchor of a path names. @throws AppError `not-found` for one that is not there (any more). */
export async function getAnchorKind(ctx: Ctx, path: string, anchor: string): Promise<ElementKind> {
  const row = await ctx.db
    .selectFrom('path_anchor')
    .select('kind')
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('anchor', '=', anchor)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return found(row, 'anchor-not-found').kind as ElementKind;
}
