import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import { type Action, nodesAllowing } from '#platform/permissions.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { ROOT_ANCHOR } from './element.ts';
import { can } from './permissions.ts';
import type { PathTask } from './review-contract.ts';
import { DUE_SOON_DAYS, dueState } from './review-due.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

/**
 * What waits for somebody on the paths that the actor may read, what is urgent first. Nothing of it is stored: each is
 * what the reviews, the notices and the dates say just now, so nothing can be ticked off without being done.
 */
export async function listTasks(ctx: Ctx): Promise<PathTask[]> {
  const waiting = await selectWaiting(ctx);
  const due = await selectDue(ctx);
  const told = [...waiting, ...due].filter(({ works, task }) => works || LEADERS.has(task.kind));
  return told
    .map(({ task }) => task)
    .toSorted(
      (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.day.localeCompare(b.day),
    );
}

// Who only reads paths is told of what nobody has done for long.
const LEADERS: ReadonlySet<PathTask['kind']> = new Set(['emergency', 'long-overdue']);

const ORDER: readonly PathTask['kind'][] = [
  'emergency',
  'schedule-failed',
  'clinical-review-asked',
  'review-asked',
  'sent-back',
  'approved',
  'long-overdue',
  'overdue',
  'due-soon',
];

/** A task, and whether the reader is one of those who work with its path. */
interface Found {
  readonly works: boolean;
  readonly task: PathTask;
}

interface Waiting {
  works: boolean;
  path: string;
  title: LocalText | null;
  kind: PathTask['kind'];
  at: Date;
}

async function selectWaiting(ctx: Ctx): Promise<Found[]> {
  const { rows } = await sql<Waiting>`
    with version as (
      select v.*, p.clinical, ${reached(ctx, can.commentPath)} as works from service_path p
      join path_version v on v.county_id = p.county_id and v.path_id = p.id and v.state = 'current'
      where p.county_id = ${ctx.county} and v.status in ('draft', 'published') and ${reached(ctx, can.listPaths)}
    ), verdict as (
      select distinct on (r.version_id, r.kind) r.version_id, r.kind, r.what, r.revision, r.at
      from path_review r join version v on v.county_id = r.county_id and v.id = r.version_id
      where r.what in ('approval', 'rejection') order by r.version_id, r.kind, r.at desc, r.id desc
    ), unapproved as (
      select v.id as version_id, k.kind from version v
      cross join unnest(case when v.clinical then array['content', 'clinical'] else array['content'] end) as k (kind)
      where not exists (
        select from verdict d where d.version_id = v.id and d.kind = k.kind and d.what = 'approval' and d.revision = v.revision)
    ), asked as (
      select r.version_id, r.kind = 'clinical' as clinical, max(r.at) as at
      from path_review r join version v on v.county_id = r.county_id and v.id = r.version_id
      where r.what = 'request' group by 1, 2
    )
    select v.works, v.path_id as path, ${title(sql`v`)} as title, task.kind, task.at from version v
    cross join lateral (
      select 'emergency' as kind, min(n.at) as at from path_notice n
        where n.county_id = v.county_id and n.version_id = v.id and n.kind = 'emergency' and v.status = 'published'
          and exists (select from unapproved u where u.version_id = v.id)
        having count(*) > 0
      union all
      select 'schedule-failed', max(n.at) from path_notice n
        where n.county_id = v.county_id and n.version_id = v.id and n.kind = 'schedule-failed' and v.status = 'draft' and v.publish_at is null
          and n.at >= coalesce(v.scheduled_at, n.at)
        having count(*) > 0
      union all
      select case when a.clinical then 'clinical-review-asked' else 'review-asked' end, a.at from asked a
        where a.version_id = v.id and v.status = 'draft' and not exists (
          select from verdict d where d.version_id = v.id and (d.kind = 'clinical') = a.clinical and d.at >= a.at)
      union all
      select 'sent-back', max(d.at) from verdict d
        where d.version_id = v.id and v.status = 'draft' and d.what = 'rejection'
          and not exists (select from asked a where a.version_id = v.id and a.at > d.at)
        having count(*) > 0
      union all
      select 'approved', max(d.at) from verdict d
        where d.version_id = v.id and v.status = 'draft' and v.publish_at is null and d.what = 'approval'
          and not exists (select from unapproved u where u.version_id = v.id)
          and not exists (select from verdict r where r.version_id = v.id and r.what = 'rejection')
        having count(*) > 0
    ) as task`.execute(ctx.db);
  return rows.map(foundOf);
}

const foundOf = ({ works, path, title, kind, at }: Waiting): Found => ({
  works,
  task: { path, title: title ?? {}, kind, day: dayOf(at) },
});

async function selectDue(ctx: Ctx): Promise<Found[]> {
  const today = dayOf(ctx.now());
  const { rows } = await sql<{
    works: boolean;
    path: string;
    title: LocalText | null;
    due: string;
  }>`
    select ${reached(ctx, can.commentPath)} as works, v.path_id as path, ${title(sql`v`)} as title, v.review_due as due from path_version v
    join service_path p on p.county_id = v.county_id and p.id = v.path_id
    where v.county_id = ${ctx.county} and v.state = 'current' and v.status = 'published'
      and v.review_due <= ${addDays(today, DUE_SOON_DAYS)} and ${reached(ctx, can.listPaths)}`.execute(
    ctx.db,
  );
  return rows.flatMap(({ works, path, title, due }) => {
    const kind = dueState(due, today);
    return kind ? [{ works, task: { path, title: title ?? {}, kind, day: due } }] : [];
  });
}

const title = (version: ReturnType<typeof sql>) => sql`
  (select jsonb_object_agg(t.variant, t.text) from path_text t
    where t.county_id = ${version}.county_id and t.version_id = ${version}.id and t.anchor = ${ROOT_ANCHOR}
      and t.field = 'title' and t.variant in ('fi', 'sv', 'en'))`;

const reached = (ctx: Ctx, action: Action) => sql`exists (
  select from node_ancestor a where a.county_id = p.county_id and a.node_id = p.node_id
    and a.ancestor_id = any(${nodesAllowing(ctx.actor, action)}::uuid[]))`;
