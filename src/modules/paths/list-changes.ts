import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '#platform/i18n.ts';
import { listPublishedPaths, type PublishedPath } from './find-paths.ts';
import type { PathTables } from './tables.ts';

/** A published path and when it changed. */
export interface PathChange extends PublishedPath {
  readonly firstAt: Date;
  readonly changedAt: Date;
  /** What the last publication told readers of the change, in this language. */
  readonly changeNote: string;
}

/** The published paths in one language by when they last changed, the latest first. */
export async function listChanges(
  ctx: Context<PathTables>,
  language: Language,
): Promise<PathChange[]> {
  const { rows } = await sql<{ path_id: string; first_at: Date; changed_at: Date; note: string }>`
    select path_id, min(published_at) as first_at, max(published_at) as changed_at,
      coalesce((array_agg(change_note order by published_at desc))[1] ->> ${language}, '') as note
    from path_version
    where county_id = ${ctx.county} and state = 'current' and published_at is not null
    group by path_id`.execute(ctx.db);
  const times = new Map(rows.map((row) => [row.path_id, row]));
  return (await listPublishedPaths(ctx, language))
    .flatMap((path) => {
      const at = times.get(path.id);
      return at
        ? [{ ...path, firstAt: at.first_at, changedAt: at.changed_at, changeNote: at.note }]
        : [];
    })
    .toSorted(
      (one, other) =>
        other.changedAt.getTime() - one.changedAt.getTime() || (one.id < other.id ? -1 : 1),
    );
}
