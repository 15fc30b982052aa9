import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { nodesAllowing } from '#platform/permissions.ts';
import type { ChannelNotice } from './link-contract.ts';
import { can } from './permissions.ts';
import type { PathWorld } from './tables.ts';

type Ctx = Context<PathWorld>;

/**
 * Notes for each path that uses the channel, in its draft or in what is published, that it was changed or closed. Its
 * editors see that until one of them has looked.
 */
export async function noteChannelChange(
  ctx: Ctx,
  { channel, what }: { channel: string; what: ChannelNotice['what'] },
): Promise<void> {
  await sql`
    insert into path_channel_notice (county_id, path_id, channel_id, what, noted_at)
    select distinct v.county_id, v.path_id, e.channel_id, ${what}, ${ctx.now()}::timestamptz
    from path_element e
    join path_version v on v.county_id = e.county_id and v.id = e.version_id
    where e.county_id = ${ctx.county} and e.channel_id = ${channel} and v.status in ('draft', 'published')
    on conflict (county_id, path_id, channel_id) do update set what = excluded.what, noted_at = excluded.noted_at`.execute(
    ctx.db,
  );
}

interface Row {
  path_id: string;
  channel_id: string;
  name: ChannelNotice['name'];
  what: ChannelNotice['what'];
  noted_at: Date;
}

/** The changed channels of all paths that the reader's roles reach, the latest first. */
export async function listChannelNotices(ctx: Ctx): Promise<ChannelNotice[]> {
  const reach = nodesAllowing(ctx.actor, can.readDraft);
  const { rows } = await sql<Row>`
    select n.path_id, n.channel_id, n.what, n.noted_at,
      (select coalesce(jsonb_object_agg(t.language, t.text), '{}') from channel_text t
        where t.county_id = n.county_id and t.channel_id = n.channel_id and t.field = 'name') as name
    from path_channel_notice n
    join service_path p on p.county_id = n.county_id and p.id = n.path_id
    where n.county_id = ${ctx.county} and exists (
      select 1 from node_ancestor a
      where a.county_id = p.county_id and a.node_id = p.node_id and a.ancestor_id = any(${reach}::uuid[]))
    order by n.noted_at desc, n.path_id, n.channel_id`.execute(ctx.db);
  return rows.map(({ path_id, channel_id, noted_at, ...row }) => ({
    ...row,
    path: path_id,
    channel: channel_id,
    notedAt: noted_at.toISOString(),
  }));
}

/** An editor has looked at what changed. */
export async function markNoticesSeen(ctx: Ctx, path: string): Promise<void> {
  await ctx.db
    .deleteFrom('path_channel_notice')
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .execute();
}

/** Which paths use each channel: their ids by the channel's. */
export async function listChannelUses(ctx: Ctx): Promise<{ channel: string; paths: string[] }[]> {
  const { rows } = await sql<{ channel: string; paths: string[] }>`
    select e.channel_id as channel, array_agg(distinct v.path_id::text) as paths
    from path_element e join path_version v on v.county_id = e.county_id and v.id = e.version_id
    where e.county_id = ${ctx.county} and e.channel_id is not null and v.status in ('draft', 'published')
    group by e.channel_id`.execute(ctx.db);
  return rows;
}
