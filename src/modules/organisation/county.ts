import type { Kysely } from 'kysely';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { isLanguage, type Language, type LocalText } from '#platform/i18n.ts';
import { insertNode } from './node-store.ts';
import { slugOf } from './slug.ts';
import type { OrganisationTables } from './tables.ts';

/** What every public page shows of the county. */
export interface County {
  readonly id: string;
  readonly name: LocalText;
  /** The languages in duty, in the order in which they are offered. */
  readonly languages: readonly Language[];
  /** Whether this is the fictional example county, which every page must say. */
  readonly example: boolean;
  /** CSS custom properties of the county's own look, such as `--county-brand`. */
  readonly theme: Readonly<Record<string, string>>;
}

/** The installation's county, if one has been prepared, and whether it is the fictional one. */
export async function findCounty(
  db: Kysely<OrganisationTables>,
): Promise<Pick<County, 'id' | 'example'> | undefined> {
  return db
    .selectFrom('county')
    .select(['county_id as id', 'example'])
    .orderBy('created_at')
    .executeTakeFirst();
}

/** The county of the context. */
export async function getCounty(ctx: Context<OrganisationTables>): Promise<County> {
  const row = await ctx.db
    .selectFrom('county')
    .selectAll()
    .where('county_id', '=', ctx.county)
    .executeTakeFirst();
  const county = found(row, 'node-not-found');
  const names = await ctx.db
    .selectFrom('node_name as m')
    .innerJoin('node as n', (join) =>
      join.onRef('n.county_id', '=', 'm.county_id').onRef('n.id', '=', 'm.node_id'),
    )
    .select(['m.language', 'm.name'])
    .where('n.county_id', '=', ctx.county)
    .where('n.parent_id', 'is', null)
    .execute();
  return {
    id: county.county_id,
    name: Object.fromEntries(names.map(({ language, name }) => [language, name])),
    languages: county.languages.filter(isLanguage),
    example: county.example,
    theme: county.theme as Record<string, string>,
  };
}

/** Makes the county of `ctx.county` and its root node; the root's id comes back. */
export async function createCounty(
  ctx: Context<OrganisationTables>,
  given: { code: string; name: LocalText & { fi: string }; example: boolean },
): Promise<string> {
  await ctx.db
    .insertInto('county')
    .values({ county_id: ctx.county, code: given.code, example: given.example })
    .execute();
  const id = newId();
  await insertNode(ctx, {
    id,
    parent: null,
    kind: 'county',
    code: given.code,
    oid: null,
    slug: slugOf(given.name.fi),
    sensitive: false,
    name: { ...given.name },
  });
  return id;
}
