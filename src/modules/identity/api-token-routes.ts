import { z } from 'zod';
import { getRoot } from '#modules/organisation';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import { createApiToken, listApiTokens, revokeApiToken } from './api-tokens.ts';
import { ApiToken, ApiTokenForm, ApiTokens, NewApiToken } from './contract.ts';
import { can } from './permissions.ts';

// Like accounts, tokens are the whole county's.
const atRoot = async (ctx: RouteContext): Promise<string> => (await getRoot(ctx)).id;

/** The administration of other systems' tokens. */
export const apiTokenRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/tokens',
    summary: 'All tokens of other systems, with their last use',
    access: { action: can.readTokens, node: atRoot },
    response: ApiTokens,
    handle: async (ctx) => ({ tokens: await listApiTokens(ctx) }),
  }),
  route({
    method: 'post',
    path: '/api/tokens',
    summary: 'Makes a token for another system; its secret is in this answer and nowhere else',
    access: { action: can.createToken, node: atRoot },
    body: ApiTokenForm,
    response: NewApiToken,
    status: 201,
    handle: (ctx, { body }) => createApiToken(ctx, body),
  }),
  route({
    method: 'post',
    path: '/api/tokens/{token}/revoke',
    summary: 'Revokes a token at once; open event streams end within five seconds',
    access: { action: can.revokeToken, node: atRoot },
    params: z.object({ token: z.uuid() }),
    response: ApiToken,
    handle: (ctx, { params: { token } }) => revokeApiToken(ctx, token),
  }),
];
