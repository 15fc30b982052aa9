import { sql } from 'kysely';
import { describeAnchors } from '#modules/paths';
import { AppError, type Fault } from '#platform/errors.ts';
import type { ActionContent } from './action.ts';
import type { DevelopmentContext } from './development-context.ts';

/**
 * Refuses an action whose sources, place or discussion are not of its node. What is elsewhere and what is nowhere get
 * the same refusal, so that nobody learns of other units' feedback.
 */
export async function checkAction(
  ctx: DevelopmentContext,
  node: string,
  content: ActionContent & { discussion?: string | null },
): Promise<void> {
  const faults = [
    ...(await faultsOfSources(ctx, node, content.sources)),
    ...(await faultsOfPlace(ctx, content.place)),
    ...(await faultsOfDiscussion(ctx, node, content.discussion ?? null)),
  ];
  if (faults.length > 0) throw new AppError('invalid', 'input-invalid', { faults });
}

async function faultsOfSources(
  ctx: DevelopmentContext,
  node: string,
  sources: readonly string[],
): Promise<Fault[]> {
  if (sources.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select w.id from answer w
    join node_ancestor a on a.county_id = w.county_id and a.node_id = w.node_id and a.ancestor_id = ${node}
    where w.county_id = ${ctx.county} and w.id = any(${sources}::uuid[])`.execute(ctx.db);
  const here = new Set(rows.map(({ id }) => id));
  return sources.flatMap((source, index) =>
    here.has(source) ? [] : [{ pointer: `/sources/${index}`, code: 'source-not-here' }],
  );
}

async function faultsOfPlace(
  ctx: DevelopmentContext,
  place: ActionContent['place'],
): Promise<Fault[]> {
  if (!place) return [];
  const path = (await describeAnchors(ctx, [place.path])).get(place.path);
  return path?.anchors.has(place.anchor) ? [] : [{ pointer: '/place', code: 'place-not-found' }];
}

async function faultsOfDiscussion(
  ctx: DevelopmentContext,
  node: string,
  discussion: string | null,
): Promise<Fault[]> {
  if (discussion === null) return [];
  const row = await ctx.db
    .selectFrom('discussion')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('id', '=', discussion)
    .where('node_id', '=', node)
    .executeTakeFirst();
  return row ? [] : [{ pointer: '/discussion', code: 'discussion-not-here' }];
}
