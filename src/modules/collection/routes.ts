import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import { bearerOf } from '#platform/http/bearer.ts';
import { type Route, route } from '#platform/http/route.ts';
import { languageFor } from '#platform/i18n.ts';
import {
  AnswerBatch,
  AnswerForm,
  AnswerResults,
  AskedPhases,
  FeedbackPointForm,
  FeedbackPoints,
  InvitationBatch,
  InvitationOrder,
  InvitationResults,
  Invitations,
  Poster,
  Receipt,
} from './contract.ts';
import { createInvitations, createInvitationTable } from './create-invitations.ts';
import { closeFeedbackPoint, createFeedbackPoint, getNodeOfPoint } from './feedback-point.ts';
import { createInvitationBatch } from './invitation-batch.ts';
import { listAskedPhases } from './list-asked.ts';
import { getPoster, listFeedbackPoints } from './list-points.ts';
import { can } from './permissions.ts';
import { receiptOf, receiveAnswer } from './receive-answer.ts';
import { type BatchParts, receiveBatch } from './receive-batch.ts';

/** The route by which answers come in as JSON: one from anybody, many from another system. It opens no transaction: the intake has its own. */
export const answerRoutes = (parts: BatchParts): readonly Route[] => [
  route({
    method: 'post',
    path: '/api/answers',
    summary:
      'Gives an answer: 201 with a receipt, 200 with the same receipt when it is sent again, 409 when its id was given to another one',
    access: 'public',
    transaction: 'none',
    body: AnswerForm,
    response: Receipt,
    status: 201,
    alsoStatus: 200,
    handle: async (_, { body, address }) => {
      const { status, receipt } = receiptOf(await receiveAnswer(parts, body, address));
      return Response.json({ receipt }, { status, headers: { 'cache-control': 'no-store' } });
    },
  }),
  route({
    method: 'post',
    path: '/api/answers',
    batchOf: 'answers',
    summary:
      'Hands in up to 1,000 answers with a token; what became of each comes back in their order',
    access: { action: can.receiveBatch, node: 'any' },
    transaction: 'none',
    body: AnswerBatch,
    response: AnswerResults,
    handle: async (_, { body, actor, requestId, request }) => {
      const language = languageFor(request.headers.get('accept-language') ?? undefined);
      return { results: await receiveBatch(parts, body.answers, { actor, requestId, language }) };
    },
  }),
];

const params = z.object({ node: z.uuid() });

/** The JSON routes of the staff's side; they tell addresses, so they must know where people reach the service. */
export const routes = ({
  settings: { publicUrl },
}: {
  settings: { readonly publicUrl: string };
}): readonly Route[] => [
  route({
    method: 'get',
    path: '/api/feedback-points/phases',
    summary: 'On which phases of the paths that the reader reaches somebody is asked',
    access: { action: can.listAskedPhases, node: 'any' },
    response: AskedPhases,
    handle: async (ctx) => ({ paths: await listAskedPhases(ctx) }),
  }),
  ...pointRoutes(publicUrl),
  ...invitationRoutes(publicUrl),
];

const pointRoutes = (publicUrl: string): readonly Route[] => [
  route({
    method: 'get',
    path: '/api/nodes/{node}/feedback-points',
    summary: 'The open feedback points of a node and all below it',
    access: { action: can.listPoints, node: (_, { params }) => params.node },
    params,
    response: FeedbackPoints,
    handle: (ctx, { params }) => listFeedbackPoints(ctx, params.node, publicUrl),
  }),
  route({
    method: 'post',
    path: '/api/nodes/{node}/feedback-points',
    summary: 'Opens a feedback point of a unit under a new short address',
    access: { action: can.createPoint, node: (_, { params }) => params.node },
    params,
    body: FeedbackPointForm,
    response: z.object({ id: z.uuid(), code: z.string() }),
    status: 201,
    handle: (ctx, { params, body }) => createFeedbackPoint(ctx, params.node, body),
  }),
  route({
    method: 'post',
    path: '/api/feedback-points/{point}/closing',
    summary: "Closes a unit's feedback point for good",
    access: {
      action: can.closePoint,
      node: (ctx, { params }) => getNodeOfPoint(ctx, params.point),
    },
    params: z.object({ point: z.uuid() }),
    response: 'none',
    handle: (ctx, { params }) => closeFeedbackPoint(ctx, params.point),
  }),
  route({
    method: 'get',
    path: '/api/feedback-points/{point}/poster',
    summary: "What a feedback point's poster shows",
    access: { action: can.readPoster, node: 'any' },
    params: z.object({ point: z.uuid() }),
    response: Poster,
    handle: (ctx, { params }) => getPoster(ctx, params.point, publicUrl),
  }),
];

const invitationRoutes = (publicUrl: string): readonly Route[] => [
  route({
    method: 'post',
    path: '/api/invitations',
    summary: 'Makes personal invitations to one unit; their tokens are told this once',
    access: { action: can.createInvitations, node: (_, { body }) => body.node },
    body: InvitationOrder,
    response: Invitations,
    status: 201,
    handle: async (ctx, { body }) => {
      const { invitations, expires } = await createInvitations(ctx, body, publicUrl);
      return { invitations, expires: expires.toISOString() };
    },
  }),
  route({
    method: 'post',
    path: '/api/invitations',
    batchOf: 'invitations',
    summary:
      'Makes up to 1,000 invitations with a token, each by a key of the other system: the same key gives the same one again',
    access: { action: can.createInvitationBatch, node: 'any' },
    body: InvitationBatch,
    response: InvitationResults,
    handle: async (ctx, { body, request }) => {
      const { headers } = request;
      const bearer = bearerOf(headers.get('authorization'));
      if (bearer === undefined) throw new AppError('unauthenticated', 'token-needed');
      const language = languageFor(headers.get('accept-language') ?? undefined);
      const batch = { bearer, publicUrl, language };
      return { results: await createInvitationBatch(ctx, body.invitations, batch) };
    },
  }),
  route({
    method: 'post',
    path: '/api/invitations/table',
    summary: 'Makes personal invitations to one unit and gives them as CSV',
    access: { action: can.createInvitationTable, node: (_, { body }) => body.node },
    body: InvitationOrder,
    response: 'text/csv',
    handle: async (ctx, { body }) =>
      new Response(await createInvitationTable(ctx, body, publicUrl), {
        status: 201,
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="polku-invitations.csv"',
          'cache-control': 'no-store',
        },
      }),
  }),
];
