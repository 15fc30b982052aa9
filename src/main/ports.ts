import type { MiddlewareHandler } from 'hono';
import { identifySession, readCookie } from '#modules/identity';
import type { Actor } from '#platform/context.ts';
import type { AppEnvironment } from './app.ts';
import type { Parts } from './parts.ts';

/** Who makes a request: looked up in the database each time, so that a role that was taken away is gone at once. */
export async function actorOf(
  { db, edge, settings }: Pick<Parts, 'db' | 'edge' | 'settings'>,
  request: Request,
): Promise<Actor> {
  const secret = readCookie(request, settings.secure);
  return (secret && (await identifySession(db, edge.county, secret))) || { kind: 'public' };
}

/** Lets a route ask who acts. Nothing is looked up until it does, so public routes touch no session. */
export function identifyActor(parts: Parts): MiddlewareHandler<AppEnvironment> {
  return async (http, next) => {
    http.set('actor', () => actorOf(parts, http.req.raw));
    await next();
  };
}
