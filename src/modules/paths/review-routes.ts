import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import { compareVersions } from './compare-versions.ts';
import { getReviews } from './get-reviews.ts';
import { listTasks } from './list-tasks.ts';
import { can } from './permissions.ts';
import { pointerOf, type Publication, publishDraft, publishInEmergency } from './publish-draft.ts';
import {
  AnswerForm,
  ClinicalVerdictForm,
  CommentForm,
  EmergencyForm,
  PathDifference,
  PathReviews,
  PathTasks,
  PathVersions,
  PublicationForm,
  RequestForm,
  ReviewIntervalForm,
  ScheduleForm,
  VerdictForm,
} from './review-contract.ts';
import { setReviewInterval } from './review-due.ts';
import { answerComment, comment, decide, requestReview } from './review.ts';
import { cancelSchedule, schedulePublication } from './schedule-publication.ts';
import { getPathOwner } from './version-store.ts';
import { listVersions, restoreVersion } from './versions.ts';

const params = z.object({ path: z.uuid() });
const number = z.coerce.number().int().min(1).max(1_000_000);

const owner = (ctx: RouteContext, input: { params: { path: string } }): Promise<string> =>
  getPathOwner(ctx, input.params.path);

/** The number of what was published. @throws AppError `invalid` with every fault and its place. */
function published(outcome: Publication): { number: number } {
  if (outcome.kind === 'published') return { number: outcome.number };
  throw unfit(outcome.faults);
}

const unfit = (faults: Extract<Publication, { kind: 'unfit' }>['faults']): AppError =>
  new AppError('invalid', 'path-unfit', {
    faults: faults.map((fault) => ({ pointer: pointerOf(fault), code: fault.code })),
  });

const reviewing: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/path-tasks',
    summary: 'What waits for somebody on the paths that the reader reaches, what is urgent first',
    access: { action: can.listPaths, node: 'any' },
    response: PathTasks,
    handle: async (ctx) => ({ tasks: await listTasks(ctx) }),
  }),
  route({
    method: 'get',
    path: '/api/paths/{path}/reviews',
    summary: 'How far the review is, what was said, and what the reader may decide',
    access: { action: can.readReviews, node: owner },
    params,
    response: PathReviews,
    handle: (ctx, { params }) => getReviews(ctx, params.path),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/reviews/requests',
    summary: 'Asks for a review of the draft',
    access: { action: can.requestReview, node: owner },
    params,
    body: RequestForm,
    response: 'none',
    handle: (ctx, { params, body }) => requestReview(ctx, params.path, body),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/reviews/verdicts',
    summary: 'Approves a revision of the path, or sends it back; not for whoever edited it',
    access: { action: can.reviewPath, node: owner },
    params,
    body: VerdictForm,
    response: 'none',
    handle: (ctx, { params, body }) => decide(ctx, params.path, body),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/reviews/clinical-verdicts',
    summary: 'Approves a revision of the path for its care, or sends it back',
    access: { action: can.reviewClinically, node: owner },
    params,
    body: ClinicalVerdictForm,
    response: 'none',
    handle: (ctx, { params, body }) => decide(ctx, params.path, { ...body, kind: 'clinical' }),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/reviews/comments',
    summary: 'Comments on the path or on a place in it',
    access: { action: can.commentPath, node: owner },
    params,
    body: CommentForm,
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (ctx, { params, body }) => ({ id: await comment(ctx, params.path, body) }),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/reviews/comments/{comment}/answers',
    summary: 'Answers a comment, or says that it is in order',
    access: { action: can.commentPath, node: owner },
    params: z.object({ path: z.uuid(), comment: z.uuid() }),
    body: AnswerForm,
    response: 'none',
    handle: (ctx, { params, body }) => answerComment(ctx, params.path, params.comment, body),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/review-interval',
    summary: 'Says after how many months the published path is looked at again',
    access: { action: can.setReviewInterval, node: owner },
    params,
    body: ReviewIntervalForm,
    response: 'none',
    handle: (ctx, { params, body }) => setReviewInterval(ctx, params.path, body.months),
  }),
];

const publishing: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/paths/{path}/publication',
    summary: 'Publishes the draft, when nothing keeps it from that',
    access: { action: can.publish, node: owner },
    params,
    body: PublicationForm,
    response: z.object({ number: z.number() }),
    handle: async (ctx, { params, body }) => published(await publishDraft(ctx, params.path, body)),
  }),
  route({
    method: 'put',
    path: '/api/paths/{path}/schedule',
    summary: 'Has the draft published at a time, if it is still fit then',
    access: { action: can.schedulePublication, node: owner },
    params,
    body: ScheduleForm,
    response: 'none',
    async handle(ctx, { params, body }) {
      const outcome = await schedulePublication(ctx, params.path, body);
      if (outcome.kind === 'unfit') throw unfit(outcome.faults);
    },
  }),
  route({
    method: 'delete',
    path: '/api/paths/{path}/schedule',
    summary: 'Takes the time of publication away',
    access: { action: can.schedulePublication, node: owner },
    params,
    response: 'none',
    handle: (ctx, { params }) => cancelSchedule(ctx, params.path),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/emergency-publication',
    summary: 'Publishes the draft before anybody has reviewed it, and says why',
    access: { action: can.publishInEmergency, node: owner },
    params,
    body: EmergencyForm,
    response: z.object({ number: z.number() }),
    handle: async (ctx, { params, body }) =>
      published(await publishInEmergency(ctx, params.path, body)),
  }),
];

const history: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/paths/{path}/versions',
    summary: 'Every version of the path, the latest first',
    access: { action: can.listVersions, node: owner },
    params,
    response: PathVersions,
    handle: async (ctx, { params }) => ({ versions: await listVersions(ctx, params.path) }),
  }),
  route({
    method: 'get',
    path: '/api/paths/{path}/difference',
    summary: 'What differs between two versions, word by word; without `from`, all is new',
    access: { action: can.compareVersions, node: owner },
    params,
    query: z.object({ from: number.optional(), to: number }),
    response: PathDifference,
    handle: (ctx, { params, query }) =>
      compareVersions(ctx, params.path, query.from ?? null, query.to),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/versions/{number}/restoration',
    summary: 'Makes the draft hold what a version held; the present draft stays as a snapshot',
    access: { action: can.restoreVersion, node: owner },
    params: z.object({ path: z.uuid(), number }),
    response: z.object({ number: z.number() }),
    handle: async (ctx, { params }) => ({
      number: await restoreVersion(ctx, params.path, params.number),
    }),
  }),
];

/** The JSON routes of reviews, publication and versions. */
export const reviewRoutes: readonly Route[] = [...reviewing, ...publishing, ...history];
