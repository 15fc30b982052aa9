import { z } from 'zod';
import { getRoot } from '#modules/organisation';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import { checkLinks } from './check-links.ts';
import { listChannelNotices, listChannelUses, markNoticesSeen } from './channel-notices.ts';
import {
  ChannelNotice,
  ChannelUse,
  LinkChecker,
  LinkCheckerForm,
  LinkState,
  OverrideForm,
  PathLinks,
} from './link-contract.ts';
import {
  listLinkStates,
  listPathLinks,
  overrideUncheckedLinks,
  readChecker,
} from './link-states.ts';
import { setChecker } from './link-store.ts';
import { can } from './permissions.ts';
import { getPathOwner } from './version-store.ts';

const params = z.object({ path: z.uuid() });

const owner = (ctx: RouteContext, input: { params: { path: string } }): Promise<string> =>
  getPathOwner(ctx, input.params.path);

const atRoot = async (ctx: RouteContext): Promise<string> => (await getRoot(ctx)).id;

/** The JSON routes of what paths refer to: the addresses to which they lead, and the channels. */
export const linkRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/paths/{path}/links',
    summary: 'The addresses to which the draft leads, with what the link checker saw of each',
    access: { action: can.readDraft, node: owner },
    params,
    response: PathLinks,
    handle: (ctx, { params }) => listPathLinks(ctx, params.path),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/links/check',
    summary: 'Has the addresses of the path looked at now',
    access: { action: can.checkLinks, node: owner },
    params,
    response: 'none',
    handle: (ctx, { params }) => ctx.plan(checkLinks({ path: params.path })),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/links/override',
    summary: 'Answers for publishing the draft with links that could not be checked',
    access: { action: can.publishUncheckedLinks, node: owner },
    params,
    body: OverrideForm,
    audited: ({ body }) => ({ reason: body.reason }),
    response: 'none',
    handle: (ctx, { params, body }) => overrideUncheckedLinks(ctx, params.path, body),
  }),
  route({
    method: 'get',
    path: '/api/paths/channel-notices',
    summary: 'Channels that were changed or closed while paths within reach use them',
    access: { action: can.readDraft, node: 'any' },
    response: z.object({ notices: z.array(ChannelNotice) }),
    handle: async (ctx) => ({ notices: await listChannelNotices(ctx) }),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/channel-notices/seen',
    summary: 'An editor has looked at the changed channels of the path',
    access: { action: can.confirmChannels, node: owner },
    params,
    response: 'none',
    handle: (ctx, { params }) => markNoticesSeen(ctx, params.path),
  }),
  route({
    method: 'get',
    path: '/api/paths/link-states',
    summary: 'The addresses to which published paths lead, with what the link checker saw of each',
    access: { action: can.readLinkStates, node: 'any' },
    response: z.object({ links: z.array(LinkState.extend({ path: z.uuid() })) }),
    handle: async (ctx) => ({ links: await listLinkStates(ctx) }),
  }),
  route({
    method: 'get',
    path: '/api/paths/link-checker',
    summary: 'How the link checker is, and how many days what it saw counts',
    access: { action: can.readLinkChecker, node: atRoot },
    response: LinkChecker,
    handle: (ctx) => readChecker(ctx),
  }),
  route({
    method: 'put',
    path: '/api/paths/link-checker',
    summary:
      'After how many days a link must have been looked at again for its path to be published',
    access: { action: can.setLinkValidity, node: atRoot },
    body: LinkCheckerForm,
    audited: ({ body }) => ({ days: body.validDays }),
    response: 'none',
    handle: (ctx, { body }) => setChecker(ctx, { valid_days: body.validDays }),
  }),
  route({
    method: 'get',
    path: '/api/paths/channel-uses',
    summary: 'Which paths use each channel',
    access: { action: can.listPaths, node: 'any' },
    response: z.object({ uses: z.array(ChannelUse) }),
    handle: async (ctx) => ({ uses: await listChannelUses(ctx) }),
  }),
];
