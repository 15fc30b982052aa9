import { z } from 'zod';
import { getRoot } from '#modules/organisation';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import { apiTokenRoutes } from './api-token-routes.ts';
import { addAccount, closeAccount, grantRole, listAccounts, removeRole } from './accounts.ts';
import { selectColleagues } from './account-store.ts';
import { Account, AccountForm, Accounts, Colleague, Grant, NewAccount } from './contract.ts';
import { can } from './permissions.ts';

// Accounts are the whole county's: whoever administers them does so at its root.
const atRoot = async (ctx: RouteContext): Promise<string> => (await getRoot(ctx)).id;
const params = z.object({ account: z.uuid() });

/** The administration of accounts and roles, and of other systems' tokens. */
export const routes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/accounts',
    summary: 'All accounts with their roles',
    access: { action: can.readAccounts, node: atRoot },
    response: Accounts,
    handle: async (ctx) => ({ accounts: await listAccounts(ctx) }),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{node}/colleagues',
    summary: 'The people who have a role on the node or above it, by name',
    access: { action: can.listColleagues, node: (_, { params }) => params.node },
    params: z.object({ node: z.uuid() }),
    response: z.object({ colleagues: z.array(Colleague) }),
    handle: async (ctx, { params }) => ({ colleagues: await selectColleagues(ctx, params.node) }),
  }),
  route({
    method: 'post',
    path: '/api/accounts',
    summary: 'Adds an account; its first password is in this answer and nowhere else',
    access: { action: can.addAccount, node: atRoot },
    body: AccountForm,
    response: NewAccount,
    status: 201,
    handle: (ctx, { body }) => addAccount(ctx, body),
  }),
  route({
    method: 'post',
    path: '/api/accounts/{account}/close',
    summary: 'Closes an account and ends its sessions',
    access: { action: can.closeAccount, node: atRoot },
    params,
    response: Account,
    handle: (ctx, { params: { account } }) => closeAccount(ctx, account),
  }),
  route({
    method: 'post',
    path: '/api/accounts/{account}/roles',
    summary: 'Grants a role on a node',
    access: { action: can.grantRole, node: atRoot },
    params,
    body: Grant,
    response: Account,
    handle: (ctx, { params: { account }, body }) => grantRole(ctx, account, body),
  }),
  route({
    method: 'delete',
    path: '/api/accounts/{account}/roles/{role}',
    summary: 'Takes a role away; the right ends within five seconds, in open event streams too',
    access: { action: can.removeRole, node: atRoot },
    params: z.object({ account: z.uuid(), role: z.uuid() }),
    response: Account,
    handle: (ctx, { params: { account, role } }) => removeRole(ctx, account, role),
  }),
  ...apiTokenRoutes,
];
