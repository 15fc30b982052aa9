import { z } from 'zod';
import { type Route, route } from '#platform/http/route.ts';
import {
  AnswerForm,
  FeedbackPointForm,
  FeedbackPoints,
  InvitationOrder,
  Invitations,
  Poster,
  Receipt,
} from './contract.ts';
import { createInvitations, createInvitationTable } from './create-invitations.ts';
import { createFeedbackPoint } from './feedback-point.ts';
import { getPoster, listFeedbackPoints } from './list-points.ts';
import { can } from './permissions.ts';
import { type AnswerParts, receiptOf, receiveAnswer } from './receive-answer.ts';

/** The public route by which answers come in as JSON. It opens no transaction: the intake has its own. */
export const answerRoutes = (parts: AnswerParts): readonly Route[] => [
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
    handle: async (_, { body, address }) => {
      const { status, receipt } = receiptOf(await receiveAnswer(parts, body, address));
      return Response.json({ receipt }, { status, headers: { 'cache-control': 'no-store' } });
    },
  }),
];

const params = z.object({ node: z.uuid() });

/** The JSON routes of the staff's side; they tell addresses, so they must know where people reach the service. */
export const routes = ({
  settings: { publicUrl },
}: {
  settings: { readonly publicUrl: string };
}): readonly Route[] => [...pointRoutes(publicUrl), ...invitationRoutes(publicUrl)];

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
