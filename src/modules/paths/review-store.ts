import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { ReviewEntry, ReviewKind } from './review-contract.ts';
import type { PathTables } from './tables.ts';
import type { Version } from './version-store.ts';

type Ctx = Context<PathTables>;

/** A verdict on a version. */
export interface StoredVerdict {
  readonly kind: ReviewKind;
  readonly what: 'approval' | 'rejection';
  readonly revision: number;
  readonly account_id: string;
  readonly at: Date;
}

/** The latest verdict of each kind on a version. */
export async function selectVerdicts(
  ctx: Ctx,
  version: string,
): Promise<Map<ReviewKind, StoredVerdict>> {
  const { rows } = await sql<StoredVerdict>`
    select distinct on (kind) kind, what, revision, account_id, at from path_review
    where county_id = ${ctx.county} and version_id = ${version} and what in ('approval', 'rejection')
    order by kind, at desc, id desc`.execute(ctx.db);
  return new Map(rows.map((row) => [row.kind, row]));
}

/**
 * Who edited what a version holds since a kind of review last approved an earlier revision. What a thrown-away draft
 * held counts for nothing: neither its edits nor its approvals.
 */
export async function selectWriters(
  ctx: Ctx,
  path: string,
  { number, revision }: Pick<Version, 'number' | 'revision'>,
  kind: ReviewKind,
): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select distinct e.account_id from path_edit e
    join path_version v on v.county_id = e.county_id and v.id = e.version_id
    where e.county_id = ${ctx.county} and v.path_id = ${path} and v.number <= ${number} and e.revision <= ${revision}
      and e.revision > coalesce((
        select max(r.revision) from path_review r
        join path_version a on a.county_id = r.county_id and a.id = r.version_id
        where r.county_id = ${ctx.county} and r.path_id = ${path} and r.kind = ${kind} and r.what = 'approval'
          and a.number <= ${number} and r.revision < ${revision}), 0)`.execute(ctx.db);
  return rows.map(({ account_id }) => account_id);
}

/** A row of the reviews to be written. */
export interface NewReview {
  readonly path: string;
  readonly version: Pick<Version, 'id' | 'revision'>;
  readonly kind: ReviewKind;
  readonly what: ReviewEntry['what'];
  readonly account: string;
  readonly text: string;
  readonly place?: { anchor: string | null; field: string | null; variant: string | null };
  readonly answers?: string;
}

/** Writes a row; it is never changed and never goes. */
export async function insertReview(ctx: Ctx, review: NewReview): Promise<string> {
  const id = newId();
  await ctx.db
    .insertInto('path_review')
    .values({
      county_id: ctx.county,
      id,
      path_id: review.path,
      version_id: review.version.id,
      revision: review.version.revision,
      kind: review.kind,
      what: review.what,
      anchor: review.place?.anchor ?? null,
      field: review.place?.field ?? null,
      variant: review.place?.variant ?? null,
      text: review.text,
      account_id: review.account,
      at: ctx.now(),
      answers: review.answers ?? null,
    })
    .execute();
  return id;
}

/** A row with the names that people read. */
export interface StoredReview extends Omit<ReviewEntry, 'at'> {
  readonly at: Date;
}

/** Everything that was asked, said and decided of a path, the oldest first. */
export async function selectReviews(ctx: Ctx, path: string): Promise<StoredReview[]> {
  const { rows } = await sql<StoredReview>`
    select r.id, r.what, r.kind, v.number, r.revision, r.anchor, r.field, r.variant, r.text,
      coalesce(a.name, '') as by, r.at, r.answers
    from path_review r
    left join path_version v on v.county_id = r.county_id and v.id = r.version_id
    left join account a on a.county_id = r.county_id and a.id = r.account_id
    where r.county_id = ${ctx.county} and r.path_id = ${path}
    order by r.at, r.id`.execute(ctx.db);
  return rows;
}

/** The names of accounts by their ids. */
export async function selectNames(
  ctx: Ctx,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where county_id = ${ctx.county} and id = any(${wanted}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
