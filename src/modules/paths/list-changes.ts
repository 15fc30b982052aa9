import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '#platform/i18n.ts';
import { listPublishedPaths, type PublishedPath } from './find-paths.ts';
import type { PathTables } from './tables.ts';

/** A published path and when it changed. */
export interface PathChange extends PublishedPath {
  readonly firstAt: Date;
  readonly changedAt: Date;
  /** What the last publication changed, where its publisher told the public. */
  readonly note: string;
}

/** What a publication changed, in words for those who follow the path. */
export interface PublicNote {
  readonly at: Date;
  readonly text: string;
}

const MOST_NOTES = 5;

/**
 * What the latest publications of a path changed, the latest first: only what its publishers wrote for the public, and
 * only in this language. Notes for the staff are another column and never read here.
 */
export async function listPublicNotes(
  ctx: Context<PathTables>,
  path: string,
  language: Language,
): Promise<PublicNote[]> {
  const { rows } = await sql<PublicNote>`
    select published_at as at, change_note ->> ${language} as text
    from path_version
    where county_id = ${ctx.county} and path_id = ${path} and state = 'current'
      and status in ('published', 'superseded') and published_at is not null
      and coalesce(change_note ->> ${language}, '') <> ''
    order by number desc limit ${MOST_NOTES}`.execute(ctx.db);
  return rows;
}

/** The published paths in one language by when they last changed, the latest first. */
export async function listChanges(
  ctx: Context<PathTables>,
  language: Language,
): Promise<PathChange[]> {
  const { rows } = await sql<{
    path_id: string;
    first_at: Date;
    changed_at: Date;
    note: string | null;
  }>`
    select path_id, min(published_at) as first_at, max(published_at) as changed_at,
      (array_agg(change_note ->> ${language} order by number desc))[1] as note
    from path_version
    where county_id = ${ctx.county} and state = 'current' and published_at is not null
    group by path_id`.execute(ctx.db);
  const times = new Map(rows.map((row) => [row.path_id, row]));
  return (await listPublishedPaths(ctx, language))
    .flatMap((path) => {
      const at = times.get(path.id);
      return at
        ? [{ ...path, firstAt: at.first_at, changedAt: at.changed_at, note: at.note ?? '' }]
        : [];
    })
    .toSorted(
      (one, other) =>
        other.changedAt.getTime() - one.changedAt.getTime() || (one.id < other.id ? -1 : 1),
    );
}
