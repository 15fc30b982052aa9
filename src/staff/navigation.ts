import type { Session } from './session.tsx';

/** A place in the rail: who sees it, and where it leads. */
export interface Place {
  readonly key:
    | 'results'
    | 'feedback'
    | 'development'
    | 'discussion'
    | 'collection'
    | 'guides'
    | 'paths'
    | 'handbook'
    | 'channels'
    | 'partners'
    | 'links'
    | 'surveys'
    | 'organisation'
    | 'accounts'
    | 'tokens'
    | 'audit'
    | 'retention';
  readonly href: string;
}

interface Rule {
  readonly key: Place['key'];
  readonly action: string;
  readonly at: string;
}

const OF_NODE: readonly Rule[] = [
  { key: 'results', action: 'reports.readDashboard', at: '' },
  { key: 'feedback', action: 'feedback.readTexts', at: '/feedback' },
  { key: 'development', action: 'development.listActions', at: '/development' },
  { key: 'discussion', action: 'development.readGuide', at: '/discussion' },
  { key: 'collection', action: 'collection.listPoints', at: '/collection' },
];

const OF_COUNTY: readonly Rule[] = [
  { key: 'guides', action: 'paths.readProfessional', at: '/staff/guides' },
  { key: 'paths', action: 'paths.listPaths', at: '/staff/paths' },
  { key: 'handbook', action: 'handbook.readHandbook', at: '/staff/handbook' },
  { key: 'channels', action: 'channels.readChannels', at: '/staff/channels' },
  { key: 'partners', action: 'partners.listPartners', at: '/staff/partners' },
  { key: 'links', action: 'paths.setLinkValidity', at: '/staff/links' },
  { key: 'surveys', action: 'surveys.readSurveys', at: '/staff/surveys' },
  { key: 'organisation', action: 'organisation.addNode', at: '/staff/organisation' },
  { key: 'accounts', action: 'identity.readAccounts', at: '/staff/accounts' },
  { key: 'tokens', action: 'identity.readTokens', at: '/staff/tokens' },
  { key: 'audit', action: 'audit.search', at: '/staff/audit' },
  { key: 'retention', action: 'retention.readSettings', at: '/staff/retention' },
];

/** The places of one node that the account may open. */
export const placesOfNode = (session: Session, node: string): Place[] =>
  OF_NODE.filter(({ action }) => session.may(action, node)).map(({ key, at }) => ({
    key,
    href: `/staff/nodes/${node}${at}`,
  }));

/** The places of the whole county that the account may open. */
export const placesOfCounty = (session: Session): Place[] =>
  OF_COUNTY.filter(({ action }) => session.may(action)).map(({ key, at }) => ({ key, href: at }));

/** Where the account begins: the first place that it may open; who reviews paths, where the requests wait. */
export function homeOf(session: Session): string {
  const node = session.nodes[0];
  const places = placesOfCounty(session);
  const work = places.find(({ key }) => key === 'paths' && session.may('paths.commentPath'));
  return (
    (node && placesOfNode(session, node.id)[0]?.href) ?? (work ?? places[0])?.href ?? '/staff/me'
  );
}
