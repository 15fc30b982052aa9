import { z } from 'zod';
import type { Months } from '#contract/reports';
import { type Input, type Route, type RouteContext, route } from '#platform/http/route.ts';
import { getActionNode } from './action-store.ts';
import { changeAction, changeStatus } from './change-action.ts';
import {
  Action,
  ActionChange,
  ActionForm,
  ActionList,
  DiscussionForm,
  DiscussionGuide,
  Discussions,
  Places,
  ReplyForm,
  ReplySeen,
  Sources,
  StatusChange,
  GuideQuery,
} from './contract.ts';
import { createAction } from './create-action.ts';
import { listDiscussions, saveDiscussion } from './discussion.ts';
import { getDiscussionGuide } from './discussion-guide.ts';
import { getAction } from './get-action.ts';
import { listActions } from './list-actions.ts';
import { listPlaces } from './list-places.ts';
import { listSources } from './list-sources.ts';
import { can } from './permissions.ts';
import { publishReply, withdrawReply } from './publish-reply.ts';
import { writeReply } from './write-reply.ts';

const ofNode = z.object({ node: z.uuid() });
const ofAction = z.object({ action: z.uuid() });
const ofDiscussion = z.object({ node: z.uuid(), discussion: z.uuid() });

/** Permissions on an action go by its node. */
const itsNode = (
  ctx: RouteContext,
  { params }: Input<{ action: string }, unknown, unknown>,
): Promise<string> => getActionNode(ctx, params.action);
const theNode = (_: RouteContext, { params }: Input<{ node: string }, unknown, unknown>): string =>
  params.node;

const nodeRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/nodes/{node}/discussion-guide',
    summary: 'A ready guide for going through a unit’s results with its staff',
    access: { action: can.readGuide, node: theNode },
    params: ofNode,
    query: GuideQuery,
    response: DiscussionGuide,
    // It shows what people wrote.
    audited: true,
    purpose: true,
    handle: (ctx, { params, query }) =>
      getDiscussionGuide(ctx, params.node, { ...query, months: Number(query.months) as Months }),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{node}/discussions',
    summary: 'The latest discussions of a node and what was agreed in them',
    access: { action: can.listDiscussions, node: theNode },
    params: ofNode,
    response: Discussions,
    handle: async (ctx, { params }) => ({ discussions: await listDiscussions(ctx, params.node) }),
  }),
  route({
    method: 'put',
    path: '/api/nodes/{node}/discussions/{discussion}',
    summary: 'Saves what was agreed in a discussion, as often as its writer wishes',
    access: { action: can.saveDiscussion, node: theNode },
    params: ofDiscussion,
    body: DiscussionForm,
    response: 'none',
    handle: (ctx, { params, body }) => saveDiscussion(ctx, params.node, params.discussion, body),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{node}/actions',
    summary: 'The development actions of a node and of all that is below it',
    access: { action: can.listActions, node: theNode },
    params: ofNode,
    response: ActionList,
    handle: (ctx, { params }) => listActions(ctx, params.node),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{node}/action-places',
    summary: 'The paths and phases that an action can concern',
    access: { action: can.listPlaces, node: theNode },
    params: ofNode,
    response: Places,
    handle: (ctx) => listPlaces(ctx),
  }),
  route({
    method: 'post',
    path: '/api/nodes/{node}/actions',
    summary: 'Writes down a development action; the same id again makes no second one',
    access: { action: can.createAction, node: theNode },
    params: ofNode,
    body: ActionForm,
    response: Action,
    status: 201,
    handle: async (ctx, { params, body }) =>
      getAction(ctx, await createAction(ctx, params.node, body)),
  }),
];

const actionRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/actions/{action}',
    summary: 'One development action with its history and its reply',
    access: { action: can.readAction, node: itsNode },
    params: ofAction,
    response: Action,
    handle: (ctx, { params }) => getAction(ctx, params.action),
  }),
  route({
    method: 'get',
    path: '/api/actions/{action}/sources',
    summary: 'The feedback that an action comes from, as masked',
    access: { action: can.readSources, node: itsNode },
    params: ofAction,
    response: Sources,
    audited: true,
    purpose: true,
    handle: async (ctx, { params }) => ({ sources: await listSources(ctx, params.action) }),
  }),
  route({
    method: 'put',
    path: '/api/actions/{action}',
    summary: 'Changes what an action says',
    access: { action: can.changeAction, node: itsNode },
    params: ofAction,
    body: ActionChange,
    response: Action,
    async handle(ctx, { params, body }) {
      await changeAction(ctx, params.action, body);
      return getAction(ctx, params.action);
    },
  }),
  route({
    method: 'post',
    path: '/api/actions/{action}/status',
    summary: 'Moves an action on, rejects it or opens it again',
    access: { action: can.changeStatus, node: itsNode },
    params: ofAction,
    body: StatusChange,
    response: Action,
    async handle(ctx, { params, body }) {
      await changeStatus(ctx, params.action, body);
      return getAction(ctx, params.action);
    },
  }),
];

const replyRoutes: readonly Route[] = [
  route({
    method: 'put',
    path: '/api/actions/{action}/reply',
    summary: 'Writes the public reply of an action, as a draft or handed over to be published',
    access: { action: can.writeReply, node: itsNode },
    params: ofAction,
    body: ReplyForm,
    response: Action,
    async handle(ctx, { params, body }) {
      await writeReply(ctx, params.action, body);
      return getAction(ctx, params.action);
    },
  }),
  route({
    method: 'post',
    path: '/api/actions/{action}/reply/publication',
    summary: 'Publishes the reply; nobody publishes what they wrote themselves',
    access: { action: can.publishReply, node: itsNode },
    params: ofAction,
    body: ReplySeen,
    response: Action,
    async handle(ctx, { params, body }) {
      await publishReply(ctx, params.action, body);
      return getAction(ctx, params.action);
    },
  }),
  route({
    method: 'delete',
    path: '/api/actions/{action}/reply/publication',
    summary: 'Takes the reply from the public',
    access: { action: can.withdrawReply, node: itsNode },
    params: ofAction,
    response: Action,
    async handle(ctx, { params }) {
      await withdrawReply(ctx, params.action);
      return getAction(ctx, params.action);
    },
  }),
];

/** The JSON routes of development. */
export const routes: readonly Route[] = [...nodeRoutes, ...actionRoutes, ...replyRoutes];
