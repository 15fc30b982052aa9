import { routes as audit } from '#modules/audit';
import { routes as channels } from '#modules/channels';
import { routes as collection, answerRoutes } from '#modules/collection';
import { routes as development } from '#modules/development';
import { routes as feedback } from '#modules/feedback';
import { routes as handbook } from '#modules/handbook';
import { routes as identity, sessionRoutes } from '#modules/identity';
import { routes as organisation } from '#modules/organisation';
import { routes as partners } from '#modules/partners';
import { liveRoutes as pathLiveRoutes, routes as paths } from '#modules/paths';
import { answerRoutes as answerRowRoutes, routes as reports, newsRoutes } from '#modules/reports';
import { routes as retention } from '#modules/retention';
import { routes as surveys } from '#modules/surveys';
import type { Route } from '#platform/http/route.ts';
import { OLD_DATA } from './old-data.ts';
import type { Parts } from './parts.ts';
import { actorOf } from './ports.ts';

/** Every JSON route of the product. */
export function listRoutes(
  parts: Pick<Parts, 'db' | 'edge' | 'limits' | 'live' | 'intake' | 'forms' | 'settings' | 'log'>,
): Route[] {
  const routes: Route[] = [
    ...organisation(parts),
    ...sessionRoutes(parts),
    ...identity,
    ...channels,
    ...handbook,
    ...paths,
    ...pathLiveRoutes({ ...parts, actorOf: (request) => actorOf(parts, request) }),
    ...partners(parts),
    ...surveys,
    ...answerRoutes(parts),
    ...collection(parts),
    ...feedback,
    ...newsRoutes({ ...parts, actorOf: (request) => actorOf(parts, request) }),
    ...reports,
    ...answerRowRoutes(parts),
    ...development,
    ...audit(() => recordedActions(routes)),
    ...retention(OLD_DATA),
  ];
  return routes;
}

/** What is written into the audit log by hand and not because a route was used. */
const BY_HAND = [
  'audit.removeOld',
  'collection.refuseDifferentAnswer',
  'identity.changePassword',
  'identity.signIn',
  'identity.signInRefused',
  'identity.signOut',
  'identity.signOutEverywhere',
  'operation.backup',
  'operation.move',
  'organisation.importNode',
  'partners.answer',
  'paths.exportPath',
  'paths.importPath',
  'paths.publishOnSchedule',
  'paths.refuseSchedule',
  'retention.removeOld',
];

/** The names of all actions that are written into the audit log. */
export const recordedActions = (routes: readonly Route[]): string[] =>
  [
    ...BY_HAND,
    ...routes.flatMap(({ access, method, audited, reads }) =>
      typeof access === 'object' && (audited || !(reads ?? method === 'get'))
        ? access.action.name
        : [],
    ),
  ].toSorted();
