import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { type Action, mayOn } from '#platform/permissions.ts';
import { selectNotices, type StoredNotice } from './notice-store.ts';
import { can } from './permissions.ts';
import { checkDraft } from './publish-draft.ts';
import { type PathReviews, PLAIN_KINDS, REVIEW_KINDS, type ReviewKind } from './review-contract.ts';
import { selectNames, selectReviews, selectVerdicts, selectWriters } from './review-store.ts';
import { findReviewFaults, requiredKinds, stateOf } from './review-state.ts';
import type { PathWorld } from './tables.ts';
import { findVersions, getPath, type Version } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** Everything about the review of a path: of its draft, or of what is published when there is none. */
export async function getReviews(ctx: Ctx, path: string): Promise<PathReviews> {
  const { node_id, clinical, review_months } = await getPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  const version = found(draft ?? published, 'path-not-found');
  const verdicts = await selectVerdicts(ctx, version.id);
  const writers = await selectWriters(ctx, path, version, 'content');
  const names = await selectNames(ctx, [
    ...writers,
    ...[...verdicts.values()].map(({ account_id }) => account_id),
    version.scheduled_by,
  ]);
  const nameOf = (id: string | null | undefined): string | null => (id && names.get(id)) || null;
  const required = requiredKinds(clinical);
  return {
    number: version.number,
    revision: version.revision,
    status: draft ? 'draft' : 'published',
    published: published?.number ?? null,
    clinical,
    unreviewed: await isUnreviewed(ctx, published, required),
    kinds: REVIEW_KINDS.map((kind) => {
      const verdict = verdicts.get(kind);
      return {
        kind,
        required: required.includes(kind),
        state: stateOf(verdict, version.revision),
        by: nameOf(verdict?.account_id),
        at: verdict?.at.toISOString() ?? null,
      };
    }),
    entries: (await selectReviews(ctx, path)).map(({ at, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
    })),
    writers: writers.flatMap((id) => nameOf(id) ?? []).toSorted(),
    schedule: version.publish_at && {
      at: version.publish_at.toISOString(),
      by: nameOf(version.scheduled_by),
      holds: (await checkDraft(ctx, path)).length === 0,
    },
    notices: (await standing(ctx, path, draft, published, clinical)).map(({ at, ...notice }) => ({
      ...notice,
      at: at.toISOString(),
    })),
    reviewMonths: review_months,
    may: await rightsOf(ctx, path, node_id, version),
  };
}

/**
 * The notices that still concern somebody: a time that was missed, until another is set or the draft is published; an
 * emergency, until what was published then has been reviewed.
 */
async function standing(
  ctx: Ctx,
  path: string,
  draft: Version | undefined,
  published: Version | undefined,
  clinical: boolean,
): Promise<StoredNotice[]> {
  const missed =
    draft && !draft.publish_at
      ? (await selectNotices(ctx, draft.id)).filter(
          ({ kind, at }) => kind === 'schedule-failed' && at >= (draft.scheduled_at ?? at),
        )
      : [];
  const emergency = published
    ? (await selectNotices(ctx, published.id)).filter(({ kind }) => kind === 'emergency')
    : [];
  const open =
    emergency.length > 0 && (await findReviewFaults(ctx, path, published!, clinical)).length > 0;
  return [...missed.slice(0, 1), ...(open ? emergency : [])];
}

/** Published without the reviews that are required, and not in an emergency, of which its own notice tells. */
async function isUnreviewed(
  ctx: Ctx,
  published: Version | undefined,
  required: readonly ReviewKind[],
): Promise<boolean> {
  if (!published) return false;
  const verdicts = await selectVerdicts(ctx, published.id);
  if (required.every((kind) => stateOf(verdicts.get(kind), published.revision) === 'approved'))
    return false;
  return (await selectNotices(ctx, published.id)).every(({ kind }) => kind !== 'emergency');
}

async function rightsOf(
  ctx: Ctx,
  path: string,
  node: string,
  version: Version,
): Promise<PathReviews['may']> {
  const may = (action: Action): Promise<boolean> => mayOn(ctx, action, node);
  const kinds: ReviewKind[] = [
    ...((await may(can.reviewPath)) ? PLAIN_KINDS : []),
    ...((await may(can.reviewClinically)) ? (['clinical'] as const) : []),
  ];
  const decide: ReviewKind[] = [];
  for (const kind of kinds) {
    const writers = await selectWriters(ctx, path, version, kind);
    if (!('id' in ctx.actor) || !writers.includes(ctx.actor.id)) decide.push(kind);
  }
  return {
    request: await may(can.requestReview),
    comment: await may(can.commentPath),
    decide,
    hasEdited: decide.length < kinds.length,
    schedule: await may(can.schedulePublication),
    emergency: await may(can.publishInEmergency),
    setInterval: await may(can.setReviewInterval),
    restore: await may(can.restoreVersion),
  };
}
