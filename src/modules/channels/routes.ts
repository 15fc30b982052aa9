import { z } from 'zod';
import { getRoot } from '#modules/organisation';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import {
  Channel,
  ChannelChange,
  ChannelForm,
  ChannelList,
  EasyForm,
  RemarkForm,
  Source,
  SourceForm,
} from './contract.ts';
import { can } from './permissions.ts';
import {
  changeChannel,
  closeChannel,
  createChannel,
  listChannels,
  reopenChannel,
  writeEasy,
  writeRemark,
} from './register.ts';
import { fetchNow, findSource, setSource } from './source.ts';

const params = z.object({ channel: z.uuid() });

// The register is one for the county: who changes it needs the role on the county itself.
const root = async (ctx: RouteContext): Promise<string> => (await getRoot(ctx)).id;

/** The JSON routes of the register of channels. */
export const routes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/channels',
    summary: 'The register of service channels, closed ones included',
    access: { action: can.readChannels, node: 'any' },
    response: ChannelList,
    handle: async (ctx) => ({ channels: await listChannels(ctx) }),
  }),
  route({
    method: 'post',
    path: '/api/channels',
    summary: 'Adds a channel to the register',
    access: { action: can.createChannel, node: root },
    body: ChannelForm,
    response: Channel,
    status: 201,
    handle: (ctx, { body }) => createChannel(ctx, body),
  }),
  route({
    method: 'put',
    path: '/api/channels/{channel}',
    summary: 'Changes a channel wherever it is shown',
    access: { action: can.changeChannel, node: root },
    params,
    body: ChannelChange,
    response: Channel,
    handle: (ctx, { params, body }) => changeChannel(ctx, params.channel, body),
  }),
  route({
    method: 'put',
    path: '/api/channels/{channel}/closed',
    summary: 'Closes a channel or opens it again',
    access: { action: can.closeChannel, node: root },
    params,
    body: z.strictObject({ closed: z.boolean() }),
    response: Channel,
    handle: (ctx, { params, body }) =>
      (body.closed ? closeChannel : reopenChannel)(ctx, params.channel),
  }),
  route({
    method: 'put',
    path: '/api/channels/{channel}/remark',
    summary: 'Writes the county’s own remark on a copied channel',
    access: { action: can.writeRemark, node: root },
    params,
    body: RemarkForm,
    response: Channel,
    handle: (ctx, { params, body }) => writeRemark(ctx, params.channel, body),
  }),
  route({
    method: 'put',
    path: '/api/channels/{channel}/easy',
    summary: 'Writes what a channel says in easy language',
    access: { action: can.writeEasy, node: root },
    params,
    body: EasyForm,
    response: Channel,
    handle: (ctx, { params, body }) => writeEasy(ctx, params.channel, body),
  }),
  route({
    method: 'get',
    path: '/api/channel-source',
    summary: 'Where channels are copied from, and how the last fetch went',
    access: { action: can.readSource, node: root },
    response: z.object({ source: Source.nullable() }),
    handle: async (ctx) => ({ source: (await findSource(ctx)) ?? null }),
  }),
  route({
    method: 'put',
    path: '/api/channel-source',
    summary: 'Says where channels are copied from',
    access: { action: can.setSource, node: root },
    body: SourceForm,
    response: z.object({ source: Source }),
    handle: async (ctx, { body }) => ({ source: await setSource(ctx, body) }),
  }),
  route({
    method: 'post',
    path: '/api/channel-source/fetch',
    summary: 'Has the channels fetched now',
    access: { action: can.fetchNow, node: root },
    response: 'none',
    handle: (ctx) => fetchNow(ctx),
  }),
];
