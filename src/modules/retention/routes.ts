import { z } from 'zod';
import { getRoot } from '#modules/organisation';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import {
  PreviewedRows,
  Retention,
  RETENTION_KINDS,
  RetentionChange,
  RetentionPreview,
} from './contract.ts';
import { can } from './permissions.ts';
import { previewRetention, readRetention } from './read-retention.ts';
import type { OldDataOf } from './remove-old-data.ts';
import { changeSetting } from './settings.ts';

const atRoot = async (ctx: RouteContext): Promise<string> => (await getRoot(ctx)).id;
const params = z.object({ kind: z.enum(RETENTION_KINDS) });

/** For how long data is kept: to be read and changed by administrators of the whole county. */
export const routes = (dataOf: OldDataOf): readonly Route[] => [
  route({
    method: 'get',
    path: '/api/retention',
    summary: 'For how long each kind of data is kept, and how much the next removal takes',
    access: { action: can.readSettings, node: atRoot },
    response: Retention,
    handle: (ctx) => readRetention(ctx, dataOf),
  }),
  route({
    method: 'get',
    path: '/api/retention/{kind}/preview',
    summary: 'How much the next removal would take if a kind were kept for so many days',
    access: { action: can.previewSetting, node: atRoot },
    params,
    query: RetentionPreview,
    response: PreviewedRows,
    handle: (ctx, { params, query }) =>
      previewRetention(ctx, dataOf, { kind: params.kind, days: query.days }),
  }),
  route({
    method: 'put',
    path: '/api/retention/{kind}',
    summary: 'Keeps a kind of data for so many days from now on',
    access: { action: can.changeSetting, node: atRoot },
    audited: ({ body }) => ({ days: body.days }),
    params,
    body: RetentionChange,
    response: 'none',
    handle: (ctx, { params, body }) => changeSetting(ctx, params.kind, body.days),
  }),
];
