import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { defineJob } from '#platform/jobs.ts';
import { ROOT_ANCHOR } from './element.ts';
import { insertNotice } from './notice-store.ts';
import type { PathFault } from './path-fault.ts';
import { tellPath } from './path-news.ts';
import { can } from './permissions.ts';
import { checkDraft, type Publication, publishDraft, refuseNotes } from './publish-draft.ts';
import type { ScheduleForm } from './review-contract.ts';
import type { PathWorld } from './tables.ts';
import { actorId, findVersions, getPath, lockPath, type Version } from './version-store.ts';

type Ctx = Context<PathWorld>;

const LONGEST_DAYS = 366;

/** Publishes the paths whose time has come. Repeating it changes nothing. */
export const publishDuePaths = defineJob<Record<string, never>>('publishDuePaths');

/**
 * Sets the time at which the draft is published. It must be fit now; it is looked at again at that time.
 *
 * @throws AppError `invalid` for a time that has passed, `conflict` without a draft.
 */
export async function schedulePublication(
  ctx: Ctx,
  path: string,
  { at, changeNote, internalNote }: ScheduleForm,
): Promise<Publication | { readonly kind: 'scheduled' }> {
  const time = new Date(at);
  const ahead = time.getTime() - ctx.now().getTime();
  if (ahead <= 0 || ahead > LONGEST_DAYS * 86_400_000)
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/at', code: ahead <= 0 ? 'time-passed' : 'date-out-of-range' }],
    });
  refuseNotes({ changeNote, internalNote });
  await lockPath(ctx, path);
  const draft = await getDraft(ctx, path);
  const faults = await checkDraft(ctx, path);
  if (faults.length > 0) return { kind: 'unfit', faults };
  await ctx.db
    .updateTable('path_version')
    .set({
      publish_at: time,
      scheduled_at: ctx.now(),
      scheduled_by: actorId(ctx),
      change_note: JSON.stringify(changeNote),
      internal_note: internalNote,
    })
    .where('county_id', '=', ctx.county)
    .where('id', '=', draft.id)
    .execute();
  await tellPath(ctx, path);
  return { kind: 'scheduled' };
}

/** Takes the time away; the path stays as it is. */
export async function cancelSchedule(ctx: Ctx, path: string): Promise<void> {
  await lockPath(ctx, path);
  await clearTime(ctx, (await getDraft(ctx, path)).id);
  await tellPath(ctx, path);
}

/**
 * Publishes every path whose time has come, if it is still fit and whoever set the time may still publish. If not, the
 * time is taken away, everything stays as it was, and the path says why (rule 3).
 */
export async function publishDue(ctx: Ctx): Promise<void> {
  const due = await ctx.db
    .selectFrom('path_version')
    .select('path_id')
    .where('county_id', '=', ctx.county)
    .where('status', '=', 'draft')
    .where('publish_at', '<=', ctx.now())
    .orderBy('publish_at')
    .execute();
  for (const { path_id } of due) await fire(ctx, path_id);
}

async function fire(ctx: Ctx, path: string): Promise<void> {
  await lockPath(ctx, path);
  const { draft } = await findVersions(ctx, path);
  // Another process, or a person, was here first.
  if (!draft?.publish_at || draft.publish_at > ctx.now()) return;
  const { node_id } = await getPath(ctx, path);
  const outcome: Publication = (await mayStill(ctx, draft.scheduled_by, node_id))
    ? await publishDraft(ctx, path, {}, draft.scheduled_by)
    : { kind: 'unfit', faults: [GONE] };
  const record = { thing: `path/${path}`, node: node_id };
  if (outcome.kind === 'published')
    return ctx.audit({ ...record, action: 'paths.publishOnSchedule' });
  await clearTime(ctx, draft.id);
  await insertNotice(ctx, {
    path,
    version: draft.id,
    kind: 'schedule-failed',
    faults: outcome.faults,
    account: draft.scheduled_by,
  });
  await ctx.audit({ ...record, action: 'paths.refuseSchedule' });
  await tellPath(ctx, path);
}

const GONE: PathFault = {
  anchor: ROOT_ANCHOR,
  field: null,
  language: null,
  code: 'publisher-gone',
};

/** Whether an account still has, just now, a role that lets it publish there. */
async function mayStill(ctx: Ctx, account: string | null, node: string): Promise<boolean> {
  const { rows } = await sql`
    select from account_role r
    join account a on a.county_id = r.county_id and a.id = r.account_id and a.closed_at is null
    join node_ancestor n on n.county_id = r.county_id and n.ancestor_id = r.node_id
    where r.county_id = ${ctx.county} and r.account_id = ${account} and n.node_id = ${node}
      and r.role = any(${can.schedulePublication.roles}::text[]) limit 1`.execute(ctx.db);
  return rows.length > 0;
}

async function getDraft(ctx: Ctx, path: string): Promise<Version> {
  const { draft } = await findVersions(ctx, path);
  if (!draft) throw new AppError('conflict', 'no-draft');
  return draft;
}

async function clearTime(ctx: Ctx, version: string): Promise<void> {
  await ctx.db
    .updateTable('path_version')
    .set({ publish_at: null })
    .where('county_id', '=', ctx.county)
    .where('id', '=', version)
    .execute();
}
