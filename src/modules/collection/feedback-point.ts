import { sql } from 'kysely';
import { getNode } from '#modules/organisation';
import { describeAnchors } from '#modules/paths';
import { getDefaultSurvey, getSurveyInUse } from '#modules/surveys';
import { AppError, found } from '#platform/errors.ts';
import type { FeedbackPointForm } from './contract.ts';
import { insertPoint } from './point-store.ts';
import type { CollectionContext } from './tables.ts';

/** Opens a feedback point of a unit; its id and code come back. @throws AppError `invalid` for what is no open unit or no such anchor. */
export async function createFeedbackPoint(
  ctx: CollectionContext,
  node: string,
  form: FeedbackPointForm,
): Promise<{ id: string; code: string }> {
  await requireUnit(ctx, node);
  const path = await findAnchor(ctx, form);
  const { survey } = form.survey
    ? await getSurveyInUse(ctx, form.survey)
    : await getDefaultSurvey(ctx);
  return insertPoint(ctx, { survey, node, path, channel: form.channel });
}

/** The unit of a feedback point that can be closed. @throws AppError `not-found`; a path's own points are of no unit. */
export async function getNodeOfPoint(ctx: CollectionContext, point: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('feedback_point')
    .select('node_id')
    .where('county_id', '=', ctx.county)
    .where('id', '=', point)
    .where('node_id', 'is not', null)
    .executeTakeFirst();
  return found(row?.node_id, 'point-not-found');
}

/** Closes a unit's feedback point: nobody can answer there any more, and its answers stay. Closing it again changes nothing. */
export async function closeFeedbackPoint(ctx: CollectionContext, point: string): Promise<void> {
  await ctx.db
    .updateTable('feedback_point')
    .set({ closed_at: ctx.now() })
    .where('county_id', '=', ctx.county)
    .where('id', '=', point)
    .where('closed_at', 'is', null)
    .execute();
}

/** Answers belong to units, where care happens. @throws AppError `invalid`. */
export async function requireUnit(ctx: CollectionContext, id: string): Promise<void> {
  const node = await getNode(ctx, id);
  if (node.kind !== 'unit' || node.closed)
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/node', code: 'unit-needed' }],
    });
}

/** The point of a path that a form names, if it names one. @throws AppError `invalid` when there is no such anchor. */
export async function findAnchor(
  ctx: CollectionContext,
  { path, anchor }: { path?: string; anchor?: string },
): Promise<{ id: string; anchor: string } | null> {
  if (path === undefined || anchor === undefined) return null;
  const described = (await describeAnchors(ctx, [path])).get(path)?.anchors.get(anchor);
  if (!described || described.removed)
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/anchor', code: 'place-not-found' }],
    });
  return { id: path, anchor };
}

/**
 * Gives a path and each of its phases a feedback point of their own, unless they have one. A reaction to every
 * publication, so that a new phase can be told about at once.
 */
export async function openPathPoints(ctx: CollectionContext, path: string): Promise<void> {
  const described = (await describeAnchors(ctx, [path])).get(path);
  if (!described) return;
  const standing = await listPointCodes(ctx, { path });
  const wanted = [...described.anchors].filter(
    ([anchor, { kind, removed }]) =>
      ['path', 'phase'].includes(kind) && !removed && !(anchor in standing),
  );
  if (wanted.length === 0) return;
  const { survey } = await getDefaultSurvey(ctx);
  for (const [anchor] of wanted)
    await insertPoint(ctx, { survey, node: null, path: { id: path, anchor }, channel: 'web' });
}

/** The codes of a path's own feedback points, by anchor. */
export async function listPointCodes(
  ctx: CollectionContext,
  { path }: { path: string },
): Promise<Record<string, string>> {
  const rows = await ctx.db
    .selectFrom('feedback_point')
    .select(['anchor', 'code'])
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('node_id', 'is', null)
    .where('channel', '=', 'web')
    .where('closed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return Object.fromEntries(rows.map(({ anchor, code }) => [anchor, code]));
}

/**
 * The code by which a unit's page asks how it went: its oldest open point that concerns the whole unit and asks those
 * who were there, a link rather than a QR code.
 */
export async function findPointOfNode(
  ctx: CollectionContext,
  node: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select p.code from feedback_point p
    where p.county_id = ${ctx.county} and p.node_id = ${node} and p.path_id is null and p.closed_at is null
      and not ${asksThoseOutside}
    order by p.channel desc, p.created_at, p.id limit 1`.execute(ctx.db);
  return rows[0]?.code;
}

/** The code by which those who did not get into a service tell of it: the oldest such open link of a unit, or of all. */
export async function findPointOfThoseOutside(
  ctx: CollectionContext,
  node?: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select p.code from feedback_point p
    where p.county_id = ${ctx.county} and p.path_id is null and p.closed_at is null and p.channel = 'web'
      and ${asksThoseOutside} and (${node ?? null}::uuid is null or p.node_id = ${node ?? null})
    order by p.created_at, p.id limit 1`.execute(ctx.db);
  return rows[0]?.code;
}

// Whether the survey that a point `p` asks now is meant for those who did not get in. Reads tables of the surveys.
const asksThoseOutside = sql`exists (
  select from survey_version v join statement_set s on s.county_id = v.county_id and s.id = v.set_id
  where v.county_id = p.county_id and v.survey_id = p.survey_id and v.status = 'in-use' and 'did-not-get-in' = any(s.respondents))`;
