import { slugOf } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import type { Language } from '#platform/i18n.ts';
import { requireUnchanged } from '#platform/unchanged.ts';
import type { SlugChange } from './contract.ts';
import { pathSettingsChanged } from './path-events.ts';
import type { PathTables } from './tables.ts';
import { countChange, lockPath } from './version-store.ts';

type Ctx = Context<PathTables>;

/** The path's present slugs. */
export async function selectSlugs(
  ctx: Ctx,
  path: string,
): Promise<Partial<Record<Language, string>>> {
  const rows = await ctx.db
    .selectFrom('path_slug')
    .select(['language', 'slug'])
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('current', '=', true)
    .execute();
  return Object.fromEntries(rows.map(({ language, slug }) => [language, slug]));
}

/**
 * Gives the path another address in one language; the former one redirects for ever. With `before`, the one that the
 * writer had before them (empty for none), it is not taken from somebody who gave another meanwhile.
 *
 * @throws AppError `conflict` when the slug is, or once was, another path's, and when somebody else changed it meanwhile.
 */
export async function setSlug(
  ctx: Ctx,
  path: string,
  language: Language,
  { slug, before }: Pick<SlugChange, 'slug'> & Partial<SlugChange>,
): Promise<void> {
  await lockPath(ctx, path);
  if (before !== undefined) {
    const stored = { slug: (await selectSlugs(ctx, path))[language] ?? '' };
    requireUnchanged({ stored, before: { slug: before }, wanted: { slug } });
  }
  const holder = await findHolder(ctx, language, slug);
  if (holder !== undefined && holder !== path) {
    throw new AppError('conflict', 'taken', { faults: [{ pointer: '/slug', code: 'taken' }] });
  }
  await writeSlug(ctx, path, language, slug);
  await countChange(ctx, path);
  await ctx.emit(pathSettingsChanged({ path }));
}

async function findHolder(ctx: Ctx, language: Language, slug: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('path_slug')
    .select('path_id')
    .where('county_id', '=', ctx.county)
    .where('language', '=', language)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.path_id;
}

async function writeSlug(ctx: Ctx, path: string, language: Language, slug: string): Promise<void> {
  await ctx.db
    .updateTable('path_slug')
    .set({ current: false })
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('language', '=', language)
    .where('current', '=', true)
    .execute();
  await ctx.db
    .insertInto('path_slug')
    .values({ county_id: ctx.county, path_id: path, language, slug, current: true })
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'language', 'slug']).doUpdateSet({ current: true }),
    )
    .execute();
}

/** Gives a path its first address in a language, made from its title. A path that has one keeps it. */
export async function ensureSlug(
  ctx: Ctx,
  path: string,
  language: Language,
  title: string,
): Promise<void> {
  if ((await selectSlugs(ctx, path))[language] !== undefined) return;
  const wanted = slugOf(title)
    .slice(0, 80)
    .replace(/(?<!-)-+$/, '');
  const rows = await ctx.db
    .selectFrom('path_slug')
    .select('slug')
    .where('county_id', '=', ctx.county)
    .where('language', '=', language)
    .where('slug', 'like', `${wanted}%`)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  await writeSlug(ctx, path, language, slug);
}

/** Every path with its owner and all addresses that lead to it, former ones too. */
export async function listPathAddresses(
  ctx: Ctx,
): Promise<{ id: string; node: string; slugs: string[] }[]> {
  const paths = await ctx.db
    .selectFrom('service_path')
    .select(['id', 'node_id'])
    .where('county_id', '=', ctx.county)
    .execute();
  const slugs = await ctx.db
    .selectFrom('path_slug')
    .select(['path_id', 'slug'])
    .where('county_id', '=', ctx.county)
    .execute();
  const byPath = Map.groupBy(slugs, ({ path_id }) => path_id);
  return paths.map(({ id, node_id }) => ({
    id,
    node: node_id,
    slugs: (byPath.get(id) ?? []).map(({ slug }) => slug),
  }));
}
