import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import type { LocalText } from '#platform/i18n.ts';
import { settleAnchors } from './anchor.ts';
import { tellPath } from './path-news.ts';
import type { PathVersion } from './review-contract.ts';
import type { PathTables } from './tables.ts';
import { findReviewFaults } from './review-state.ts';
import { findVersions, getPath, getVersion, insertDraft, lockPath } from './version-store.ts';

type Ctx = Context<PathTables>;

interface Row {
  number: number;
  status: PathVersion['status'];
  created_at: Date;
  creator: string | null;
  published_at: Date | null;
  publisher: string | null;
  change_note: LocalText;
  internal_note: string;
}

/** The history of the path, the latest first. */
export async function listVersions(ctx: Ctx, path: string): Promise<PathVersion[]> {
  const { rows } = await sql<Row>`
    select v.number, v.status, v.created_at, c.name as creator, v.published_at, p.name as publisher,
      v.change_note, v.internal_note
    from path_version v
    left join account c on c.county_id = v.county_id and c.id = v.created_by
    left join account p on p.county_id = v.county_id and p.id = v.published_by
    where v.county_id = ${ctx.county} and v.path_id = ${path} and v.state = 'current'
    order by v.number desc`.execute(ctx.db);
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    createdAt: row.created_at.toISOString(),
    createdBy: row.creator,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedBy: row.publisher,
    changeNote: row.change_note,
    internalNote: row.internal_note,
  }));
}

/**
 * Makes the draft hold what an older version held. The draft that there was stays beside the history as a snapshot, so
 * nothing is lost. Nobody's approval comes back with it, and whoever wrote it counts as its writer if nobody reviewed it.
 */
export async function restoreVersion(ctx: Ctx, path: string, number: number): Promise<number> {
  await lockPath(ctx, path);
  const wanted = await getVersion(ctx, path, number);
  const { draft, published } = await findVersions(ctx, path);
  if (wanted.id === draft?.id) throw new AppError('conflict', 'version-present');
  if (draft) await setAside(ctx, draft.id);
  const last = Math.max(draft?.revision ?? 0, published?.revision ?? 0, wanted.revision);
  const made = await insertDraft(ctx, path, wanted, last + 1);
  const { clinical } = await getPath(ctx, path);
  const faults = await findReviewFaults(ctx, path, wanted, clinical);
  if (faults.length > 0) await takeOverWriters(ctx, wanted.id, made.id, made.revision);
  await ctx.db
    .updateTable('path_anchor')
    .set({ removed_at: null })
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('anchor', 'in', (query) =>
      query.selectFrom('path_element').select('anchor').where('version_id', '=', made.id),
    )
    .execute();
  await settleAnchors(ctx, path);
  await tellPath(ctx, path);
  return made.number;
}

async function setAside(ctx: Ctx, version: string): Promise<void> {
  await ctx.db
    .updateTable('path_version')
    .set({ status: 'snapshot', publish_at: null })
    .where('county_id', '=', ctx.county)
    .where('id', '=', version)
    .execute();
}

async function takeOverWriters(
  ctx: Ctx,
  from: string,
  to: string,
  revision: number,
): Promise<void> {
  await sql`
    insert into path_edit (county_id, version_id, account_id, revision, at)
    select county_id, ${to}, account_id, ${revision}, ${ctx.now()} from path_edit
    where county_id = ${ctx.county} and version_id = ${from}
    on conflict do nothing`.execute(ctx.db);
}
