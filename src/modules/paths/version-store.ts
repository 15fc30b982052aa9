import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { tellPath } from './path-news.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

/** A version of a path without its content. */
export interface Version {
  readonly id: string;
  readonly number: number;
  readonly status: 'draft' | 'snapshot' | 'published' | 'superseded';
  readonly revision: number;
  readonly updated_at: Date;
  readonly published_at: Date | null;
  readonly review_due: string | null;
  /** When a draft is to be published, and who said so. */
  readonly publish_at: Date | null;
  readonly scheduled_at: Date | null;
  readonly scheduled_by: string | null;
}

const VERSION = [
  'id',
  'number',
  'status',
  'revision',
  'updated_at',
  'published_at',
  'review_due',
  'publish_at',
  'scheduled_at',
  'scheduled_by',
] as const;

/** The path's own row. @throws AppError `not-found`. */
export async function getPath(
  ctx: Ctx,
  path: string,
): Promise<{ id: string; node_id: string; clinical: boolean; review_months: number }> {
  const row = await ctx.db
    .selectFrom('service_path')
    .select(['id', 'node_id', 'clinical', 'review_months'])
    .where('county_id', '=', ctx.county)
    .where('id', '=', path)
    .executeTakeFirst();
  return found(row, 'path-not-found');
}

/** The node that owns a path: what a role must be on, or above. @throws AppError `not-found`. */
export const getPathOwner = async (ctx: Ctx, path: string): Promise<string> =>
  (await getPath(ctx, path)).node_id;

/** Lets changes of one path follow one another. @throws AppError `not-found`. */
export async function lockPath(ctx: Ctx, path: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('service_path')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('id', '=', path)
    .forUpdate()
    .executeTakeFirst();
  found(row, 'path-not-found');
}

/** The draft and the published version of the path's current state, as far as there are such. */
export async function findVersions(
  ctx: Ctx,
  path: string,
): Promise<{ draft?: Version; published?: Version }> {
  const rows = await ctx.db
    .selectFrom('path_version')
    .select(VERSION)
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('state', '=', 'current')
    .where('status', 'in', ['draft', 'published'])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.status, row]));
}

/** One version of the path by its number. @throws AppError `not-found`. */
export async function getVersion(ctx: Ctx, path: string, number: number): Promise<Version> {
  const row = await ctx.db
    .selectFrom('path_version')
    .select(VERSION)
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('number', '=', number)
    .executeTakeFirst();
  return found(row, 'version-not-found');
}

/**
 * Makes the first, empty draft of a path, or one that goes on from another version; `revision` is where it goes on
 * counting when that is not where the other version stood.
 */
export async function insertDraft(
  ctx: Ctx,
  path: string,
  from?: Version,
  revision = from?.revision ?? 1,
): Promise<Version> {
  const id = newId();
  const last = await ctx.db
    .selectFrom('path_version')
    .select((query) => query.fn.max('number').as('number'))
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .executeTakeFirst();
  const row = {
    id,
    number: (last?.number ?? 0) + 1,
    status: 'draft' as const,
    // Goes on counting from the copied version, so that the texts' revisions keep their meaning.
    revision,
    updated_at: ctx.now(),
    published_at: null,
    review_due: null,
    publish_at: null,
    scheduled_at: null,
    scheduled_by: null,
  };
  await ctx.db
    .insertInto('path_version')
    .values({
      ...row,
      county_id: ctx.county,
      path_id: path,
      created_by: actorId(ctx),
      published_by: null,
    })
    .execute();
  if (from) await copyContent(ctx, from.id, id);
  await noteEdit(ctx, id, revision);
  return row;
}

/** The account that acts, if one does. */
export const actorId = (ctx: Ctx): string | null =>
  ctx.actor.kind === 'account' ? ctx.actor.id : null;

async function copyContent(ctx: Ctx, from: string, to: string): Promise<void> {
  await sql`
    insert into path_element (county_id, version_id, anchor, path_id, parent_anchor, kind, position, channel_id, properties)
    select county_id, ${to}::uuid, anchor, path_id, parent_anchor, kind, position, channel_id, properties
    from path_element where county_id = ${ctx.county} and version_id = ${from}`.execute(ctx.db);
  await sql`
    insert into path_text (county_id, version_id, anchor, field, variant, text, revision, source_revision)
    select county_id, ${to}::uuid, anchor, field, variant, text, revision, source_revision
    from path_text where county_id = ${ctx.county} and version_id = ${from}`.execute(ctx.db);
}

/** Counts a change of the draft; the new revision comes back. */
export async function bumpRevision(ctx: Ctx, version: string): Promise<number> {
  const row = await ctx.db
    .updateTable('path_version')
    .set((query) => ({ revision: query('revision', '+', 1), updated_at: ctx.now() }))
    .where('county_id', '=', ctx.county)
    .where('id', '=', version)
    .returning(['revision', 'path_id'])
    .executeTakeFirstOrThrow();
  await noteEdit(ctx, version, row.revision);
  await tellPath(ctx, row.path_id);
  return row.revision;
}

/** Counts a change that holds at once and belongs to no version: what was approved of the draft is void all the same. */
export async function countChange(ctx: Ctx, path: string): Promise<void> {
  const { draft } = await findVersions(ctx, path);
  if (draft) await bumpRevision(ctx, draft.id);
}

/** Remembers who edited: neither they nor anybody by their token can approve it. */
async function noteEdit(ctx: Ctx, version: string, revision: number): Promise<void> {
  if (!('id' in ctx.actor)) return;
  await ctx.db
    .insertInto('path_edit')
    .values({
      county_id: ctx.county,
      version_id: version,
      account_id: ctx.actor.id,
      revision,
      at: ctx.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'version_id', 'account_id'])
        .doUpdateSet({ revision, at: ctx.now() }),
    )
    .execute();
}

/** Deletes a draft with its content; the database refuses for any other version. */
export async function deleteDraft(ctx: Ctx, version: string): Promise<void> {
  await ctx.db
    .deleteFrom('path_version')
    .where('county_id', '=', ctx.county)
    .where('id', '=', version)
    .where('status', '=', 'draft')
    .execute();
}
