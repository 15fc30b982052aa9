import { routes as channels } from '#modules/channels';
import { routes as collection, answerRoutes } from '#modules/collection';
import { routes as development } from '#modules/development';
import { routes as feedback } from '#modules/feedback';
import { routes as identity, sessionRoutes } from '#modules/identity';
import { routes as organisation } from '#modules/organisation';
import { routes as paths } from '#modules/paths';
import { routes as reports, newsRoutes } from '#modules/reports';
import { routes as surveys } from '#modules/surveys';
import type { Route } from '#platform/http/route.ts';
import type { Parts } from './parts.ts';
import { actorOf } from './ports.ts';

/** Every JSON route of the product. */
export function listRoutes(
  parts: Pick<Parts, 'db' | 'edge' | 'limits' | 'live' | 'intake' | 'forms' | 'settings'>,
): Route[] {
  return [
    ...organisation,
    ...sessionRoutes(parts),
    ...identity,
    ...channels,
    ...paths,
    ...surveys,
    ...answerRoutes(parts),
    ...collection(parts),
    ...feedback,
    ...newsRoutes({ ...parts, actorOf: (request) => actorOf(parts, request) }),
    ...reports,
    ...development,
  ];
}
