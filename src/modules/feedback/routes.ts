import { z } from 'zod';
import { type Route, route } from '#platform/http/route.ts';
import {
  AnswerTextPage,
  ConcernList,
  Erasure,
  Handling,
  OpenConcerns,
  TextFilter,
} from './contract.ts';
import { eraseText, getNodeOfText } from './erase-text.ts';
import { getNodeOfConcern, handleConcern } from './handle-concern.ts';
import { countOpenConcerns, listOpenConcerns } from './list-concerns.ts';
import { listTexts } from './list-texts.ts';
import { maskText } from './mask-text.ts';
import { can } from './permissions.ts';

const params = z.object({ node: z.uuid() });

/** The JSON routes of the feedback. Every reading of people's words is written into the audit log, with its reason. */
export const routes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/nodes/{node}/texts',
    summary: 'What people wrote to a node and all units below it, masked, the newest first',
    access: { action: can.readTexts, node: (_, { params }) => params.node },
    audited: true,
    purpose: true,
    params,
    query: TextFilter,
    response: AnswerTextPage,
    handle: (ctx, { params, query }) => listTexts(ctx, params.node, query),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{node}/concerns',
    summary: 'Open urgent feedback of a node and all units below it, the most urgent first',
    access: { action: can.readConcerns, node: (_, { params }) => params.node },
    audited: true,
    purpose: true,
    params,
    response: ConcernList,
    handle: async (ctx, { params }) => ({ concerns: await listOpenConcerns(ctx, params.node) }),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{node}/concerns/count',
    summary:
      'How many open urgent feedbacks there are, and when the first is due; without their words',
    access: { action: can.countConcerns, node: (_, { params }) => params.node },
    params,
    response: OpenConcerns,
    handle: (ctx, { params }) => countOpenConcerns(ctx, params.node),
  }),
  route({
    method: 'post',
    path: '/api/concerns/{concern}/handling',
    summary: 'Marks urgent feedback handled, with what was done',
    access: {
      action: can.handleConcern,
      node: (ctx, { params }) => getNodeOfConcern(ctx, params.concern),
    },
    params: z.object({ concern: z.uuid() }),
    body: Handling,
    response: 'none',
    handle: (ctx, { params, body }) => handleConcern(ctx, params.concern, body.note),
  }),
  route({
    method: 'post',
    path: '/api/texts/{answer}/erasure',
    summary: 'Erases one text for good, with its quotes; the answer stays in the figures',
    access: {
      action: can.eraseText,
      node: (ctx, { params }) => getNodeOfText(ctx, params.answer),
    },
    audited: ({ body: { reason, words } }) => ({
      reason,
      ...(words !== '' && { words: maskText(words).text }),
    }),
    params: z.object({ answer: z.uuid() }),
    body: Erasure,
    response: 'none',
    handle: (ctx, { params }) => eraseText(ctx, params.answer),
  }),
];
