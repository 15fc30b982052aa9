import type { z } from 'zod';
import { accountOf } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import { allActions, nodesAllowing } from '#platform/permissions.ts';
import type { RateLimits } from '#platform/rate-limit.ts';
import type { Edge } from '#platform/transaction.ts';
import { getAccount } from './accounts.ts';
import { selectCredentials } from './account-store.ts';
import { changeLanguage, changePassword } from './accounts.ts';
import { Credentials, LanguageChange, PasswordChange, Session } from './contract.ts';
import { isPassword } from './password.ts';
import { endSession, endSessionsOf, openSession } from './session-store.ts';
import { cookieText, readCookie } from './session-cookie.ts';

// Whoever guesses at an account is stopped by the first, without shutting its owner out, who comes from elsewhere. The
// second stops those who guess from many places at once.
const BY_PAIR = { name: 'sign-in by both', uses: 10, windowSeconds: 900, lease: 1 } as const;
const BY_EMAIL = { name: 'sign-in by email', uses: 100, windowSeconds: 900, lease: 1 } as const;
const BY_ADDRESS = { name: 'sign-in by address', uses: 200, windowSeconds: 900, lease: 1 } as const;

interface Parts {
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition's edge has every table
  readonly edge: Edge<any>;
  readonly limits: RateLimits;
  readonly settings: { readonly secure: boolean };
}

/** Signing in and out, and one's own matters. */
export function sessionRoutes(parts: Parts): readonly Route[] {
  const { secure } = parts.settings;
  return [signInRoute(parts), whoRoute, ...signOutRoutes(secure), ...ownRoutes(secure)];
}

function signInRoute({ edge, limits, settings: { secure } }: Parts): Route {
  return route({
    method: 'post',
    path: '/api/session',
    summary: 'Signs in with an e-mail address and a password, and sets the session cookie',
    access: 'public',
    transaction: 'none',
    body: Credentials,
    response: Session,
    async handle(_, { body, address, requestId, request }) {
      const email = body.email.trim().toLowerCase();
      await limits.use(BY_ADDRESS, address);
      await limits.use(BY_PAIR, `${email} ${address}`);
      await limits.use(BY_EMAIL, email);
      const stored = await edge.read({ kind: 'public' }, requestId, (ctx) =>
        selectCredentials(ctx, { email }),
      );
      const right = await isPassword(stored?.password_hash, body.password);
      if (!right || !stored) {
        // For an address that nobody has, too: else the time that it takes would tell which ones there are.
        await edge.write({ kind: 'public' }, requestId, (ctx) =>
          ctx.audit({
            action: 'identity.signInRefused',
            ...(stored && { thing: `account/${stored.id}` }),
          }),
        );
        throw new AppError('unauthenticated', 'wrong-credentials');
      }
      const actor = { kind: 'account', id: stored.id, roles: [] } as const;
      const { secret, session } = await edge.write(actor, requestId, async (ctx) => {
        // Whatever session the browser had before ends here, so that nobody can plant one (ASVS 7.2.4).
        const former = readCookie(request, secure);
        if (former) await endSession(ctx, former);
        await ctx.audit({ action: 'identity.signIn', thing: `account/${stored.id}` });
        return {
          secret: await openSession(ctx, stored.id),
          session: await sessionOf(ctx, stored.id),
        };
      });
      return Response.json(session, {
        headers: { 'set-cookie': cookieText(secret, secure), 'cache-control': 'no-store' },
      });
    },
  });
}

const whoRoute = route({
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in, and what they may do on which nodes',
  access: 'signed-in',
  response: Session,
  handle: (ctx) => sessionOf(ctx, accountOf(ctx)),
});

const signOutRoutes = (secure: boolean): Route[] => [
  route({
    method: 'delete',
    path: '/api/session',
    summary: 'Signs out of this session',
    access: 'signed-in',
    response: 'none',
    async handle(ctx, { request }) {
      await endSession(ctx, readCookie(request, secure) ?? '');
      await ctx.audit({ action: 'identity.signOut' });
      return signedOut(secure);
    },
  }),
  route({
    method: 'delete',
    path: '/api/session/all',
    summary: 'Signs out everywhere',
    access: 'signed-in',
    response: 'none',
    async handle(ctx) {
      await endSessionsOf(ctx, accountOf(ctx));
      await ctx.audit({ action: 'identity.signOutEverywhere' });
      return signedOut(secure);
    },
  }),
];

const ownRoutes = (secure: boolean): Route[] => [
  route({
    method: 'put',
    path: '/api/account/password',
    summary: "Changes one's own password; every session ends, and this browser gets a new one",
    access: 'signed-in',
    body: PasswordChange,
    response: 'none',
    async handle(ctx, { body }) {
      await changePassword(ctx, body);
      const secret = await openSession(ctx, accountOf(ctx));
      await ctx.audit({ action: 'identity.changePassword' });
      const headers = { 'set-cookie': cookieText(secret, secure) };
      return new Response(null, { status: 204, headers });
    },
  }),
  route({
    method: 'put',
    path: '/api/account/language',
    summary: "Changes one's own language",
    access: 'signed-in',
    body: LanguageChange,
    response: 'none',
    handle: (ctx, { body }) => changeLanguage(ctx, body.language),
  }),
];

const signedOut = (secure: boolean): Response =>
  new Response(null, {
    status: 204,
    headers: { 'set-cookie': cookieText('', secure), 'clear-site-data': '"cache", "storage"' },
  });

async function sessionOf(ctx: RouteContext, id: string): Promise<z.infer<typeof Session>> {
  const { roles, name, email, language } = await getAccount(ctx, id);
  const actor = { kind: 'account', id, roles } as const;
  const may = Object.fromEntries(
    allActions()
      .map((action) => [action.name, [...new Set(nodesAllowing(actor, action))]])
      .filter(([, nodes]) => nodes!.length > 0),
  );
  return { account: { id, name, email, language }, roles, may };
}
