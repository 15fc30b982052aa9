import type { MiddlewareHandler } from 'hono';
import { identifyApiToken, identifySession, readCookie } from '#modules/identity';
import type { Actor } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { bearerOf } from '#platform/http/bearer.ts';
import type { Limit } from '#platform/rate-limit.ts';
import type { AppEnvironment } from './app.ts';
import type { Parts } from './parts.ts';

type Needed = Pick<Parts, 'db' | 'edge' | 'settings'>;

/**
 * Who makes a request: looked up in the database each time, so that a role that was taken away and a token that was
 * revoked are gone at once. A token that is presented is what counts; the cookie beside it is not looked at.
 * @throws AppError `unauthenticated`, one and the same for a token that is unknown, has expired or was revoked.
 */
export async function actorOf({ db, edge, settings }: Needed, request: Request): Promise<Actor> {
  const token = bearerOf(request.headers.get('authorization'));
  if (token !== undefined) {
    const system = await identifyApiToken(db, edge.county, token);
    if (!system) throw new AppError('unauthenticated', 'token-invalid');
    return system;
  }
  const secret = readCookie(request, settings.secure);
  return (secret && (await identifySession(db, edge.county, secret))) || { kind: 'public' };
}

// Counted by address, since there is nothing better to count by; a token that is valid is never limited.
const FAILED_TOKENS: Limit = { name: 'failed-api-tokens', uses: 60, windowSeconds: 600, lease: 5 };

/** Lets a route ask who acts. Nothing is looked up until it does, so public routes touch no session; then it is looked up once. */
export function identifyActor(parts: Parts): MiddlewareHandler<AppEnvironment> {
  return async (http, next) => {
    let asked: Promise<Actor> | undefined;
    const ask = async (): Promise<Actor> => {
      try {
        return await actorOf(parts, http.req.raw);
      } catch (error) {
        if (error instanceof AppError) await parts.limits.use(FAILED_TOKENS, http.get('address'));
        throw error;
      }
    };
    http.set('actor', () => (asked ??= ask()));
    await next();
  };
}
