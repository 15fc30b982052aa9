import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { type Language, languageOf, type Variant } from '#platform/language.ts';
import { ROOT_ANCHOR } from './element.ts';
import { buildPathView, type PathView } from './path-view.ts';
import { loadVersion } from './load-version.ts';
import type { PathTables, PathWorld } from './tables.ts';
import type { Version } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** What stands at a public address: a path, the sign to where it moved, or nothing. */
export type FoundPath =
  | { readonly kind: 'found'; readonly view: PathView }
  | { readonly kind: 'moved'; readonly slug: string };

/** The published path at an address, in four queries. One for the staff alone is nothing here. */
export async function findPublishedPath(
  ctx: Ctx,
  variant: Variant,
  slug: string,
): Promise<FoundPath | undefined> {
  const language = languageOf(variant);
  const { rows } = await sql<{ path_id: string; current: boolean }>`
    select path_id, current from path_slug s
    join service_path p on p.county_id = s.county_id and p.id = s.path_id and p.visibility <> 'staff'
    where s.county_id = ${ctx.county} and s.language = ${language} and s.slug = ${slug}`.execute(
    ctx.db,
  );
  const holder = rows[0];
  if (!holder) return undefined;
  const view = await loadView(ctx, holder.path_id, variant, ['published']);
  if (!view) return undefined;
  if (holder.current) return { kind: 'found', view };
  const moved = view.slugs[language];
  return moved === undefined ? undefined : { kind: 'moved', slug: moved };
}

/** The published path by its id. @throws AppError `not-found`. */
export async function getPublishedView(
  ctx: Ctx,
  path: string,
  variant: Variant,
): Promise<PathView> {
  return found(await loadView(ctx, path, variant, ['published']), 'path-not-found');
}

/**
 * What the path would look like if it were published now: the draft, else what is published; or what the version of a
 * number looks like. @throws AppError `not-found`.
 */
export async function getDraftView(
  ctx: Ctx,
  path: string,
  variant: Variant,
  number?: number,
): Promise<PathView> {
  const statuses = number === undefined ? (['draft', 'published'] as const) : EVERY;
  return found(await loadView(ctx, path, variant, statuses, number), 'path-not-found');
}

const EVERY = ['draft', 'snapshot', 'published', 'superseded'] as const;

async function loadView(
  ctx: Ctx,
  path: string,
  variant: Variant,
  statuses: readonly Version['status'][],
  number?: number,
): Promise<PathView | undefined> {
  const loaded = await loadVersion(ctx, path, variant, statuses, number);
  return loaded && buildPathView(loaded.head, loaded.elements, loaded.channels);
}

/** A published path in a list. */
export interface PublishedPath {
  readonly id: string;
  readonly slug: string;
  readonly slugs: Readonly<Partial<Record<Language, string>>>;
  readonly title: string;
  readonly description: string;
  readonly topic: string;
  readonly lifeEvents: readonly string[];
  /** The number of the version that is published. */
  readonly number: number;
}

/** All listed published paths of the county in one language, by topic and title, in one query. */
export async function listPublishedPaths(
  ctx: Context<PathTables>,
  language: Language,
): Promise<PublishedPath[]> {
  const { rows } = await sql<Omit<PublishedPath, 'slug'>>`
    select * from (select p.id, p.life_events as "lifeEvents", v.number,
      (select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = p.county_id and s.path_id = p.id and s.current) as slugs,
      ${said('title', language)} as title, ${said('description', language)} as description, ${said('topic', language)} as topic
    from service_path p
    join path_version v on v.county_id = p.county_id and v.path_id = p.id and v.state = 'current' and v.status = 'published'
    where p.county_id = ${ctx.county} and p.visibility = 'public') as published
    order by topic collate "fi-x-icu", title collate "fi-x-icu"`.execute(ctx.db);
  return rows.flatMap((row) => {
    const slug = row.slugs?.[language];
    return slug === undefined ? [] : [{ ...row, slug }];
  });
}

const said = (field: string, language: Language) => sql`
  coalesce((select t.text from path_text t
    where t.county_id = v.county_id and t.version_id = v.id and t.anchor = ${ROOT_ANCHOR} and t.field = ${field}
      and t.variant in (${language}, 'fi') order by t.variant = ${language} desc limit 1), '')`;
