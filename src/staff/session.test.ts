import { describe, expect, it } from 'vitest';
import type { Session as SessionView } from '#contract/identity';
import type { Node } from '#contract/organisation';
import { homeOf, placesOfCounty, placesOfNode } from './navigation.ts';
import { sessionOf } from './session.tsx';

const node = (id: string, parent: string | null, kind: Node['kind']): Node => ({
  id,
  parent,
  kind,
  code: id,
  oid: null,
  slug: id,
  sensitive: false,
  closed: false,
  successor: null,
  name: { fi: id },
});

const NODES = [
  node('county', null, 'county'),
  node('health', 'county', 'domain'),
  node('social', 'county', 'domain'),
  node('clinic', 'health', 'unit'),
  node('home-care', 'social', 'unit'),
];

const session = (
  roles: [role: SessionView['roles'][number]['role'], node: string][],
  may: SessionView['may'],
) =>
  sessionOf(
    {
      account: { id: 'a', name: 'Aino', email: 'aino@example.org', language: 'fi' },
      roles: roles.map(([role, at]) => ({ id: `${role}-${at}`, role, node: at })),
      may,
    },
    NODES,
  );

describe('a session', () => {
  it('may do on a node what it may do above it, and nothing beside', () => {
    const { may } = session([['supervisor', 'health']], { 'feedback.readTexts': ['health'] });
    expect(may('feedback.readTexts', 'clinic')).toBe(true);
    expect(may('feedback.readTexts', 'health')).toBe(true);
    expect(may('feedback.readTexts', 'county')).toBe(false);
    expect(may('feedback.readTexts', 'home-care')).toBe(false);
    expect(may('feedback.readTexts', 'unknown')).toBe(false);
  });

  it('may do somewhere what it may do on any node', () => {
    const { may } = session([['editor', 'social']], { 'paths.listPaths': ['social'] });
    expect(may('paths.listPaths')).toBe(true);
    expect(may('channels.createChannel')).toBe(false);
  });

  it('has the nodes of its roles and all below them', () => {
    const { nodes } = session([['viewer', 'health']], {});
    expect(nodes.map(({ id }) => id)).toEqual(['health', 'clinic']);
  });

  it('knows the way to a node', () => {
    const { tree } = session([['viewer', 'county']], {});
    expect(tree.pathTo('clinic').map(({ id }) => id)).toEqual(['county', 'health', 'clinic']);
    expect(tree.isWithin('clinic', 'health')).toBe(true);
    expect(tree.isWithin('clinic', 'social')).toBe(false);
  });
});

describe('the rail', () => {
  it('shows what the account may open, and begins with the first of it', () => {
    const collector = session([['collector', 'clinic']], { 'collection.listPoints': ['clinic'] });
    expect(placesOfNode(collector, 'clinic').map(({ key }) => key)).toEqual(['collection']);
    expect(placesOfCounty(collector)).toEqual([]);
    expect(homeOf(collector)).toBe('/staff/nodes/clinic/collection');
  });

  it('begins with the paths for those who review them and have no results to read', () => {
    const actions = { 'paths.readProfessional': ['county'], 'paths.listPaths': ['county'] };
    const leader = session([['management', 'county']], actions);
    expect(homeOf(leader)).toBe('/staff/guides');
    const reviewer = { ...actions, 'paths.commentPath': ['county'] };
    expect(homeOf(session([['reviewer', 'county']], reviewer))).toBe('/staff/paths');
  });

  it('leads whoever may open nothing to the own settings', () => {
    expect(homeOf(session([['viewer', 'clinic']], {}))).toBe('/staff/me');
  });
});
