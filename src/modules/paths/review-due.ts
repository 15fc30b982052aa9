import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { defineJob } from '#platform/jobs.ts';
import { tell } from '#platform/news.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { PathTables } from './tables.ts';
import { lockPath } from './version-store.ts';

type Ctx = Context<PathTables>;

/** For so many days before the due date its people are told. */
export const DUE_SOON_DAYS = 14;
/** After so many days past the due date the leadership is told too. */
export const LONG_OVERDUE_DAYS = 30;

/** The day by which a path that is published now must be looked at again. */
export const dueAfter = (published: Date, months: number): string =>
  Temporal.PlainDate.from(dayOf(published)).add({ months }).toString();

/** How near the due date is on a day; nothing while there is time. */
export function dueState(
  due: string,
  today: string,
): 'due-soon' | 'overdue' | 'long-overdue' | undefined {
  if (addDays(due, LONG_OVERDUE_DAYS) < today) return 'long-overdue';
  if (due < today) return 'overdue';
  return due <= addDays(today, DUE_SOON_DAYS) ? 'due-soon' : undefined;
}

/**
 * Says after how many months the path is looked at again; what is published is due counted from its day. It is no part
 * of what reviewers read, so their approval stays.
 */
export async function setReviewInterval(ctx: Ctx, path: string, months: number): Promise<void> {
  await lockPath(ctx, path);
  await ctx.db
    .updateTable('service_path')
    .set({ review_months: months })
    .where('county_id', '=', ctx.county)
    .where('id', '=', path)
    .execute();
  const published = await ctx.db
    .selectFrom('path_version')
    .select(['id', 'published_at'])
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('status', '=', 'published')
    .executeTakeFirst();
  if (published?.published_at)
    await ctx.db
      .updateTable('path_version')
      .set({ review_due: dueAfter(published.published_at, months) })
      .where('county_id', '=', ctx.county)
      .where('id', '=', published.id)
      .execute();
  await tell(ctx, 'public', []);
}

/** Lets the public pages of paths that grew old last night say so. Repeating it changes nothing. */
export const tellOverduePaths = defineJob<Record<string, never>>('tellOverduePaths');

/** Has kept pages drawn anew when a path's due date was yesterday: from today on its page tells its age. */
export async function freshenOverdue(ctx: Ctx): Promise<void> {
  const { rows } = await sql`
    select from path_version where county_id = ${ctx.county} and status = 'published'
      and review_due = ${addDays(dayOf(ctx.now()), -1)} limit 1`.execute(ctx.db);
  if (rows.length > 0) await tell(ctx, 'public', []);
}
