import { sql } from 'kysely';
import { findChannels } from '#modules/channels';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import type { Language } from '#platform/i18n.ts';
import { dayOf } from '#platform/time.ts';
import { selectContent } from './element-store.ts';
import { ROOT_ANCHOR } from './element.ts';
import { buildPathView, type PathView } from './path-view.ts';
import type { PathTables, PathWorld } from './tables.ts';

type Ctx = Context<PathWorld>;

/** What stands at a public address: a path, the sign to where it moved, or nothing. */
export type FoundPath =
  | { readonly kind: 'found'; readonly view: PathView }
  | { readonly kind: 'moved'; readonly slug: string };

/** The published path at an address, in four queries. */
export async function findPublishedPath(
  ctx: Ctx,
  language: Language,
  slug: string,
): Promise<FoundPath | undefined> {
  const { rows } = await sql<{ path_id: string; current: boolean }>`
    select path_id, current from path_slug
    where county_id = ${ctx.county} and language = ${language} and slug = ${slug}`.execute(ctx.db);
  const holder = rows[0];
  if (!holder) return undefined;
  const view = await loadView(ctx, holder.path_id, language, ['published']);
  if (!view) return undefined;
  if (holder.current) return { kind: 'found', view };
  const moved = view.slugs[language];
  return moved === undefined ? undefined : { kind: 'moved', slug: moved };
}

/** The published path by its id. @throws AppError `not-found`. */
export async function getPublishedView(
  ctx: Ctx,
  path: string,
  language: Language,
): Promise<PathView> {
  return found(await loadView(ctx, path, language, ['published']), 'path-not-found');
}

/**
 * What the path would look like if it were published now: the draft, else what is published; or what the version of a
 * number looks like. @throws AppError `not-found`.
 */
export async function getDraftView(
  ctx: Ctx,
  path: string,
  language: Language,
  number?: number,
): Promise<PathView> {
  const statuses = number === undefined ? ['draft', 'published'] : EVERY;
  return found(await loadView(ctx, path, language, statuses, number), 'path-not-found');
}

const EVERY = ['draft', 'snapshot', 'published', 'superseded'];

interface HeadRow {
  version: string;
  number: number;
  status: string;
  clinical: boolean;
  published_at: Date | null;
  review_due: string | null;
  slugs: Partial<Record<Language, string>> | null;
}

async function loadView(
  ctx: Ctx,
  path: string,
  language: Language,
  statuses: readonly string[],
  number?: number,
): Promise<PathView | undefined> {
  const only = number === undefined ? sql`` : sql`and v.number = ${number}`;
  const { rows } = await sql<HeadRow>`
    select v.id as version, v.number, v.status, p.clinical, v.published_at, v.review_due,
      (select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = p.county_id and s.path_id = p.id and s.current) as slugs
    from service_path p
    join path_version v on v.county_id = p.county_id and v.path_id = p.id and v.state = 'current'
    where p.county_id = ${ctx.county} and p.id = ${path} and v.status = any(${statuses}::text[]) ${only}
    order by v.status limit 1`.execute(ctx.db);
  const head = rows[0];
  if (!head) return undefined;
  const elements = await selectContent(ctx, head.version, [...new Set([language, 'fi' as const])]);
  const channels = await findChannels(
    ctx,
    elements.flatMap(({ channel }) => channel ?? []),
  );
  return buildPathView(
    {
      id: path,
      slugs: head.slugs ?? {},
      versionNumber: head.number,
      status: head.status === 'draft' ? 'draft' : 'published',
      publishedOn: head.published_at && dayOf(head.published_at),
      reviewDue: head.review_due,
      clinical: head.clinical,
      language,
    },
    elements,
    channels,
  );
}

/** A published path in a list. */
export interface PublishedPath {
  readonly id: string;
  readonly slug: string;
  readonly slugs: Readonly<Partial<Record<Language, string>>>;
  readonly title: string;
  readonly description: string;
  readonly topic: string;
}

/** All published paths of the county in one language, by topic and title, in one query. */
export async function listPublishedPaths(
  ctx: Context<PathTables>,
  language: Language,
): Promise<PublishedPath[]> {
  const { rows } = await sql<Omit<PublishedPath, 'slug'>>`
    select * from (select p.id,
      (select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = p.county_id and s.path_id = p.id and s.current) as slugs,
      ${said('title', language)} as title, ${said('description', language)} as description, ${said('topic', language)} as topic
    from service_path p
    join path_version v on v.county_id = p.county_id and v.path_id = p.id and v.state = 'current' and v.status = 'published'
    where p.county_id = ${ctx.county}) as published
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
