import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRoutes } from '#main/routes.ts';
import type { Role } from '#platform/context.ts';
import { ROLES } from '#platform/context.ts';
import { mayOn } from '#platform/permissions.ts';
import { newId } from '#platform/ids.ts';
import { ZONE } from '#platform/time.ts';
import { buildNode } from './support/builders.ts';
import { withDatabase } from './support/database.ts';
import { times } from './faults/size.ts';
import { fillPermissionFixtures, type Fixtures } from './support/permission-fixtures.ts';
import { startProcess, type TestProcess } from './support/process.ts';

/** Who may use a route, and where the role must stand: on the node concerned or above it, only above it, on the root, or anywhere. */
interface Row {
  readonly who: readonly Role[];
  readonly where: 'node' | 'parent' | 'root' | 'anywhere';
  /** Only for people who have signed in, or only for other systems with their tokens. */
  readonly by?: 'person' | 'token';
  readonly address: (f: Fixtures) => string;
  readonly json?: (f: Fixtures) => unknown;
}

const HEARS: readonly Role[] = ['supervisor', 'experience-team'];
const COLLECTS: readonly Role[] = ['collector', 'supervisor', 'experience-team'];
const READS_PATHS: readonly Role[] = [
  'editor',
  'reviewer',
  'clinical-reviewer',
  'publisher',
  'supervisor',
  'experience-team',
  'management',
];
const REVIEWS_PATHS: readonly Role[] = ['editor', 'reviewer', 'clinical-reviewer', 'publisher'];
const EDITS: readonly Role[] = ['editor'];
const WRITES_HANDBOOK: readonly Role[] = ['experience-team', 'administrator'];
const READS_FIGURES = ROLES.filter(
  (role) => !['collector', 'reviewer', 'clinical-reviewer'].includes(role),
);
const READS_ACTIONS = READS_FIGURES.filter((role) => role !== 'administrator');
const SEES_SURVEYS: readonly Role[] = [
  'experience-team',
  'supervisor',
  'management',
  'editor',
  'publisher',
  'reviewer',
  'clinical-reviewer',
];
const name = { fi: 'Nimi' };
const channel = { kind: 'location', texts: { name } };
const actionForm = { title: 'Teemme', reason: 'Syy', owner: 'Vastaava', due: '2027-01-31' };

const LAST_MONTH = Temporal.Now.plainDateISO(ZONE)
  .subtract({ months: 1 })
  .toPlainYearMonth()
  .toString();

/** The written matrix (G1). It repeats no line of the product's own permissions: a change there must be made here too. */
const MATRIX: Readonly<Record<string, Row>> = {
  'get /api/nodes': { who: ROLES, where: 'anywhere', address: () => '/api/nodes' },
  'post /api/nodes/{node}/children': {
    who: ['administrator'],
    // Asked of the parent itself, so a role on a unit below does not reach it.
    where: 'parent',
    address: (f) => `/api/nodes/${f.service}/children`,
    json: () => ({ kind: 'unit', code: newId(), name }),
  },
  'put /api/nodes/{node}': {
    who: ['administrator'],
    where: 'node',
    address: (f) => `/api/nodes/${f.own}`,
    json: () => ({
      oid: null,
      sensitive: false,
      name,
      before: { oid: null, sensitive: false, name },
    }),
  },
  'put /api/nodes/{node}/place': {
    who: ['administrator'],
    where: 'parent',
    address: (f) => `/api/nodes/${f.own}/place`,
    json: (f) => ({ parent: f.service }),
  },
  'put /api/nodes/{node}/closed': {
    who: ['administrator'],
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/closed`,
    json: () => ({ closed: false }),
  },
  'get /api/nodes/table': {
    who: ['administrator'],
    where: 'anywhere',
    address: () => '/api/nodes/table',
  },
  'post /api/nodes/table/check': {
    who: ['administrator'],
    where: 'anywhere',
    address: () => '/api/nodes/table/check',
    json: () => ({}),
  },
  'post /api/nodes/table': {
    who: ['administrator'],
    where: 'anywhere',
    address: () => '/api/nodes/table',
    json: () => ({}),
  },
  'get /api/accounts': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: () => '/api/accounts',
  },
  'post /api/accounts': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: () => '/api/accounts',
    json: () => ({ email: `${newId()}@example.fi`, name: 'Nimi' }),
  },
  'post /api/accounts/{account}/close': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: (f) => `/api/accounts/${f.account}/close`,
  },
  'post /api/accounts/{account}/roles': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: (f) => `/api/accounts/${f.account}/roles`,
    json: (f) => ({ role: 'viewer', node: f.own }),
  },
  'delete /api/accounts/{account}/roles/{role}': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: (f) => `/api/accounts/${f.account}/roles/${newId()}`,
  },
  'get /api/tokens': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: () => '/api/tokens',
  },
  'post /api/tokens': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: () => '/api/tokens',
    json: (f) => ({ name: 'Järjestelmä', role: 'viewer', node: f.own }),
  },
  'post /api/tokens/{token}/revoke': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: () => `/api/tokens/${newId()}/revoke`,
  },
  'get /api/channels': {
    who: [...READS_PATHS, 'administrator'],
    where: 'anywhere',
    address: () => '/api/channels',
  },
  'post /api/channels': {
    who: ['editor'],
    where: 'root',
    address: () => '/api/channels',
    json: () => channel,
  },
  'put /api/channels/{channel}': {
    who: ['editor'],
    where: 'root',
    address: (f) => `/api/channels/${f.channel}`,
    json: () => ({ ...channel, before: channel }),
  },
  'put /api/channels/{channel}/closed': {
    who: ['editor'],
    where: 'root',
    address: (f) => `/api/channels/${f.channel}/closed`,
    json: () => ({ closed: false }),
  },
  'put /api/channels/{channel}/remark': {
    who: ['editor'],
    where: 'root',
    address: (f) => `/api/channels/${f.channel}/remark`,
    json: () => ({ remark: {}, before: {} }),
  },
  'put /api/channels/{channel}/easy': {
    who: ['editor'],
    where: 'root',
    address: (f) => `/api/channels/${f.channel}/easy`,
    json: () => ({ easy: {}, before: {} }),
  },
  'get /api/channel-source': {
    who: ['editor', 'administrator'],
    where: 'root',
    address: () => '/api/channel-source',
  },
  'put /api/channel-source': {
    who: ['administrator'],
    where: 'root',
    by: 'person',
    address: () => '/api/channel-source',
    json: () => ({ organisation: newId(), address: 'https://ptv.example/api/v11' }),
  },
  'post /api/channel-source/fetch': {
    who: ['editor', 'administrator'],
    where: 'root',
    address: () => '/api/channel-source/fetch',
  },
  'get /api/paths/channel-notices': {
    who: READS_PATHS,
    where: 'anywhere',
    address: () => '/api/paths/channel-notices',
  },
  'get /api/paths/link-states': {
    who: ['editor', 'publisher', 'experience-team', 'management'],
    where: 'anywhere',
    address: () => '/api/paths/link-states',
  },
  'get /api/paths/link-checker': {
    who: ['publisher', 'administrator'],
    where: 'root',
    address: () => '/api/paths/link-checker',
  },
  'put /api/paths/link-checker': {
    who: ['publisher', 'administrator'],
    where: 'root',
    address: () => '/api/paths/link-checker',
    json: () => ({ validDays: 7 }),
  },
  'get /api/paths/channel-uses': {
    who: READS_PATHS,
    where: 'anywhere',
    address: () => '/api/paths/channel-uses',
  },
  'post /api/paths/{path}/channel-notices/seen': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/channel-notices/seen`,
  },
  'get /api/handbook': { who: ROLES, where: 'anywhere', address: () => '/api/handbook' },
  'post /api/handbook/seed': {
    who: WRITES_HANDBOOK,
    where: 'root',
    address: () => '/api/handbook/seed',
  },
  'post /api/handbook/entries': {
    who: WRITES_HANDBOOK,
    where: 'root',
    address: () => '/api/handbook/entries',
    json: () => ({ kind: 'cornerstone', name: 'Kulmakivi' }),
  },
  'put /api/handbook/entries/{entry}/texts': {
    who: WRITES_HANDBOOK,
    where: 'root',
    address: (f) => `/api/handbook/entries/${f.entry}/texts`,
    json: () => ({ field: 'name', variant: 'sv', text: 'Hörnsten', expectedRevision: null }),
  },
  'post /api/handbook/entries/{entry}/texts/confirmation': {
    who: WRITES_HANDBOOK,
    where: 'root',
    address: (f) => `/api/handbook/entries/${f.entry}/texts/confirmation`,
    json: () => ({ field: 'name', variant: 'sv' }),
  },
  'put /api/handbook/entries/{entry}/properties': {
    who: WRITES_HANDBOOK,
    where: 'root',
    address: (f) => `/api/handbook/entries/${f.entry}/properties`,
    json: () => ({ before: {} }),
  },
  'put /api/handbook/entries/{entry}/position': {
    who: WRITES_HANDBOOK,
    where: 'root',
    address: (f) => `/api/handbook/entries/${f.entry}/position`,
    json: () => ({ position: 0 }),
  },
  'put /api/handbook/entries/{entry}/retired': {
    who: WRITES_HANDBOOK,
    where: 'root',
    address: (f) => `/api/handbook/entries/${f.entry}/retired`,
    json: () => ({ retired: false }),
  },
  'put /api/handbook/relations': {
    who: WRITES_HANDBOOK,
    where: 'root',
    address: () => '/api/handbook/relations',
    json: (f) => ({ kind: 'promise', from: f.entry, to: f.entry, joined: false }),
  },
  'get /api/feedback-points/phases': {
    who: READS_PATHS,
    where: 'anywhere',
    address: () => '/api/feedback-points/phases',
  },
  'get /api/paths': { who: READS_PATHS, where: 'anywhere', address: () => '/api/paths' },
  'post /api/paths': {
    who: ['editor'],
    where: 'node',
    address: () => '/api/paths',
    json: (f) => ({ node: f.own, title: { fi: `Polku ${newId()}` } }),
  },
  'get /api/paths/{path}/draft': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/draft`,
  },
  'delete /api/paths/{path}/draft': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/draft`,
  },
  'get /api/published-paths': {
    who: ROLES,
    where: 'anywhere',
    address: () => '/api/published-paths',
  },
  'get /api/paths/{path}/document': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/document`,
  },
  'get /api/paths/{path}/table': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/table`,
  },
  'post /api/paths/{path}/table/check': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/table/check`,
    json: () => ({}),
  },
  'post /api/paths/{path}/table': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/table`,
    json: () => ({}),
  },
  'post /api/path-imports/check': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/path-imports/check?node=${f.own}&title=Polku`,
    json: () => ({}),
  },
  'post /api/path-imports': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/path-imports?node=${f.own}&title=Polku`,
    json: () => ({}),
  },
  'post /api/path-copies': {
    who: ['editor'],
    where: 'node',
    address: () => '/api/path-copies',
    json: (f) => ({
      node: f.own,
      title: { fi: 'Polku' },
      from: { kind: 'template', template: 'digital' },
    }),
  },
  'put /api/paths/{path}/settings': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/settings`,
    json: () => ({ lifeEvents: ['ageing'], before: { lifeEvents: [] } }),
  },
  'get /api/paths/{path}/links': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/links`,
  },
  'post /api/paths/{path}/links/check': {
    who: ['editor', 'publisher'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/links/check`,
  },
  'post /api/paths/{path}/links/override': {
    who: ['publisher'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/links/override`,
    json: () => ({ reason: 'Tarkistin linkit itse selaimella.' }),
  },
  'put /api/paths/{path}/clinical': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/clinical`,
    json: () => ({ clinical: false }),
  },
  'put /api/paths/{path}/texts': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/texts`,
    json: () => ({
      anchor: 'polku',
      field: 'title',
      language: 'fi',
      text: 'Uusi',
      expectedRevision: null,
    }),
  },
  'post /api/paths/{path}/texts/confirmation': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/texts/confirmation`,
    json: () => ({ anchor: 'polku', field: 'title', language: 'sv' }),
  },
  'post /api/paths/{path}/elements': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/elements`,
    json: () => ({ parent: 'polku', kind: 'phase', title: 'Vaihe' }),
  },
  'delete /api/paths/{path}/elements/{anchor}': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/elements/ei-ole`,
  },
  'put /api/paths/{path}/elements/{anchor}/position': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/elements/ei-ole/position`,
    json: () => ({ position: 0 }),
  },
  'put /api/paths/{path}/elements/{anchor}/properties': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/elements/ei-ole/properties`,
    json: () => ({ kind: 'phase', timing: 'before' }),
  },
  'put /api/paths/{path}/elements/{anchor}/channel': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/elements/ei-ole/channel`,
    json: (f) => ({ channel: f.channel }),
  },
  'put /api/paths/{path}/slugs/{language}': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/slugs/fi`,
    json: () => ({ slug: 'uusi-osoite', before: '' }),
  },
  'put /api/paths/{path}/units': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/units`,
    json: (f) => ({ units: [f.own], before: [] }),
  },
  'get /api/paths/{path}/faults': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/faults`,
  },
  'post /api/paths/{path}/publication': {
    who: ['publisher'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/publication`,
    json: () => ({}),
  },
  'get /api/path-tasks': { who: READS_PATHS, where: 'anywhere', address: () => '/api/path-tasks' },
  'get /api/paths/{path}/reviews': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/reviews`,
  },
  'post /api/paths/{path}/reviews/requests': {
    who: ['editor'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/reviews/requests`,
    json: () => ({}),
  },
  'post /api/paths/{path}/reviews/verdicts': {
    who: ['editor', 'reviewer', 'publisher'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/reviews/verdicts`,
    json: () => ({ number: 999, revision: 1, verdict: 'approval' }),
  },
  'post /api/paths/{path}/reviews/clinical-verdicts': {
    who: ['clinical-reviewer'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/reviews/clinical-verdicts`,
    json: () => ({ number: 999, revision: 1, verdict: 'approval' }),
  },
  'post /api/paths/{path}/reviews/comments': {
    who: REVIEWS_PATHS,
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/reviews/comments`,
    json: () => ({ text: 'Onko näin?' }),
  },
  'post /api/paths/{path}/reviews/comments/{comment}/answers': {
    who: REVIEWS_PATHS,
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/reviews/comments/${newId()}/answers`,
    json: () => ({ resolves: true }),
  },
  'put /api/paths/{path}/review-interval': {
    who: ['editor', 'publisher'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/review-interval`,
    json: () => ({ months: 6 }),
  },
  'put /api/paths/{path}/schedule': {
    who: ['publisher'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/schedule`,
    json: () => ({ at: '2020-01-01T00:00:00Z' }),
  },
  'delete /api/paths/{path}/schedule': {
    who: ['publisher'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/schedule`,
  },
  'post /api/paths/{path}/emergency-publication': {
    who: ['publisher', 'administrator'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/emergency-publication`,
    json: () => ({ reason: 'Väärä numero' }),
  },
  'get /api/paths/{path}/versions': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/versions`,
  },
  'get /api/paths/{path}/difference': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/difference?to=1`,
  },
  'post /api/paths/{path}/versions/{number}/restoration': {
    who: ['editor'],
    where: 'node',
    address: (f) => `/api/paths/${f.path}/versions/999/restoration`,
  },
  'get /api/paths/{path}/events': {
    who: READS_PATHS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/events`,
  },
  'post /api/paths/{path}/writer': {
    who: ['editor'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/paths/${f.path}/writer`,
    json: () => ({ place: null }),
  },
  'get /api/surveys': { who: SEES_SURVEYS, where: 'anywhere', address: () => '/api/surveys' },
  'put /api/statement-sets/{set}/statements/{statement}/texts/{language}': {
    who: ['experience-team'],
    where: 'root',
    address: (f) => `/api/statement-sets/${f.set}/statements/got-help/texts/sv`,
    json: () => ({ text: 'Jag fick hjälp.', official: false, before: null }),
  },
  'put /api/survey-versions/{version}/texts/{field}/{language}': {
    who: ['experience-team'],
    where: 'root',
    address: (f) => `/api/survey-versions/${f.version}/texts/thanks/sv`,
    json: () => ({ text: 'Tack.', official: false, before: null }),
  },
  'get /api/nodes/{node}/feedback-points': {
    who: COLLECTS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/feedback-points`,
  },
  'post /api/nodes/{node}/feedback-points': {
    who: COLLECTS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/feedback-points`,
    json: () => ({ channel: 'qr' }),
  },
  'post /api/feedback-points/{point}/closing': {
    who: COLLECTS,
    where: 'node',
    address: (f) => `/api/feedback-points/${f.oldPoint}/closing`,
  },
  'get /api/feedback-points/{point}/poster': {
    who: COLLECTS,
    where: 'anywhere',
    address: (f) => `/api/feedback-points/${f.point}/poster`,
  },
  'post /api/invitations': {
    who: COLLECTS,
    where: 'node',
    address: () => '/api/invitations',
    json: (f) => ({ node: f.own }),
  },
  'post /api/answers in a batch': {
    who: COLLECTS,
    where: 'anywhere',
    by: 'token',
    address: () => '/api/answers',
    json: () => ({ answers: [{}] }),
  },
  'post /api/invitations in a batch': {
    who: COLLECTS,
    where: 'anywhere',
    by: 'token',
    address: () => '/api/invitations',
    json: () => ({ invitations: [{}] }),
  },
  'post /api/invitations/table': {
    who: COLLECTS,
    where: 'node',
    address: () => '/api/invitations/table',
    json: (f) => ({ node: f.own }),
  },
  'get /api/nodes/{node}/texts': {
    who: HEARS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/texts`,
  },
  'get /api/nodes/{node}/colleagues': {
    who: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/colleagues`,
  },
  'get /api/nodes/{node}/concerns': {
    who: HEARS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/concerns`,
  },
  'get /api/nodes/{node}/concerns/count': {
    who: HEARS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/concerns/count`,
  },
  'post /api/concerns/{concern}/handling': {
    who: HEARS,
    where: 'node',
    by: 'person',
    address: (f) => `/api/concerns/${f.concern}/handling`,
    json: () => ({ note: 'Soitettu.' }),
  },
  'post /api/texts/{answer}/erasure': {
    who: ['experience-team'],
    where: 'node',
    address: (f) => `/api/texts/${f.answer}/erasure`,
    json: () => ({ reason: 'request' }),
  },
  'get /api/nodes/{node}/dashboard': {
    who: READS_FIGURES,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/dashboard`,
  },
  'get /api/nodes/{node}/dashboard.csv': {
    who: READS_FIGURES,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/dashboard.csv`,
  },
  'get /api/nodes/{node}/answers.csv': {
    who: ['experience-team', 'administrator'],
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/answers.csv?from=${LAST_MONTH}&to=${LAST_MONTH}`,
  },
  'get /api/nodes/{node}/dashboard/channels': {
    who: READS_FIGURES,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/dashboard/channels`,
  },
  'get /api/nodes/{node}/news': {
    who: READS_FIGURES,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/news`,
  },
  'get /api/nodes/{node}/discussion-guide': {
    who: HEARS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/discussion-guide`,
  },
  'get /api/nodes/{node}/discussions': {
    who: HEARS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/discussions`,
  },
  'put /api/nodes/{node}/discussions/{discussion}': {
    who: HEARS,
    where: 'node',
    by: 'person',
    address: (f) => `/api/nodes/${f.own}/discussions/${newId()}`,
    json: () => ({ periodFrom: '2026-10-01', periodTo: '2026-10-31', agreed: 'Sovittu.' }),
  },
  'get /api/nodes/{node}/actions': {
    who: READS_ACTIONS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/actions`,
  },
  'get /api/nodes/{node}/action-places': {
    who: HEARS,
    where: 'node',
    address: (f) => `/api/nodes/${f.own}/action-places`,
  },
  'post /api/nodes/{node}/actions': {
    who: HEARS,
    where: 'node',
    by: 'person',
    address: (f) => `/api/nodes/${f.own}/actions`,
    json: () => actionForm,
  },
  'get /api/actions/{action}': {
    who: READS_ACTIONS,
    where: 'node',
    address: (f) => `/api/actions/${f.action}`,
  },
  'get /api/actions/{action}/sources': {
    who: HEARS,
    where: 'node',
    address: (f) => `/api/actions/${f.action}/sources`,
  },
  'put /api/actions/{action}': {
    who: HEARS,
    where: 'node',
    by: 'person',
    address: (f) => `/api/actions/${f.action}`,
    json: () => ({ ...actionForm, revision: 1 }),
  },
  'post /api/actions/{action}/status': {
    who: HEARS,
    where: 'node',
    by: 'person',
    address: (f) => `/api/actions/${f.action}/status`,
    json: () => ({ status: 'decided', revision: 1 }),
  },
  'put /api/actions/{action}/reply': {
    who: HEARS,
    where: 'node',
    by: 'person',
    address: (f) => `/api/actions/${f.action}/reply`,
    json: () => ({ texts: { fi: { youSaid: 'Sanoit', weDid: 'Teimme' } }, revision: 0 }),
  },
  'post /api/actions/{action}/reply/publication': {
    who: ['publisher'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/actions/${f.action}/reply/publication`,
    json: () => ({ revision: 1 }),
  },
  'delete /api/actions/{action}/reply/publication': {
    who: ['publisher'],
    where: 'node',
    by: 'person',
    address: (f) => `/api/actions/${f.action}/reply/publication`,
  },
  'get /api/audit': { who: ['administrator'], where: 'root', address: () => '/api/audit' },
  'get /api/audit/overview': {
    who: ['administrator'],
    where: 'root',
    address: () => '/api/audit/overview',
  },
  'get /api/retention': { who: ['administrator'], where: 'root', address: () => '/api/retention' },
  'get /api/retention/{kind}/preview': {
    who: ['administrator'],
    where: 'root',
    address: () => '/api/retention/texts/preview?days=100',
  },
  'put /api/retention/{kind}': {
    who: ['administrator'],
    where: 'root',
    address: () => '/api/retention/texts',
    json: () => ({ days: 700 }),
  },
  'get /api/partners': { who: READS_PATHS, where: 'anywhere', address: () => '/api/partners' },
  'post /api/partners': {
    who: EDITS,
    where: 'anywhere',
    address: () => '/api/partners',
    json: () => ({ name: newId() }),
  },
  'put /api/partners/{partner}': {
    who: EDITS,
    where: 'anywhere',
    address: (f) => `/api/partners/${f.partner}`,
    json: () => ({ name: newId() }),
  },
  'put /api/paths/{path}/elements/{anchor}/partner': {
    who: EDITS,
    where: 'node',
    address: (f) => `/api/paths/${f.path}/elements/ei-ole/partner`,
    json: (f) => ({ partner: f.partner }),
  },
  'post /api/partners/{partner}/addresses': {
    who: EDITS,
    where: 'anywhere',
    by: 'person',
    address: (f) => `/api/partners/${f.partner}/addresses`,
    json: () => ({ days: 7 }),
  },
  'post /api/partners/{partner}/addresses/{address}/revocation': {
    who: EDITS,
    where: 'anywhere',
    address: (f) => `/api/partners/${f.partner}/addresses/${f.partnerAddress}/revocation`,
  },
  'get /api/audit.csv': { who: ['administrator'], where: 'root', address: () => '/api/audit.csv' },
};

/** Routes without an action: anyone's, and the account's own matters. */
const WITHOUT_ACTION: Readonly<Record<string, 'public' | 'signed-in'>> = {
  'post /api/answers': 'public',
  'get /api/schemas/service-path': 'public',
  'get /api/confirmations/{token}': 'public',
  'post /api/confirmations/{token}': 'public',
  'post /api/session': 'public',
  'get /api/session': 'signed-in',
  'delete /api/session': 'signed-in',
  'delete /api/session/all': 'signed-in',
  'put /api/account/password': 'signed-in',
  'put /api/account/language': 'signed-in',
};

let running: TestProcess;
let neighbour: TestProcess;
let fixtures: Fixtures;
let theirs: Fixtures;
const cookies = new Map<string, string>();
const tokens = new Map<string, string>();

beforeAll(async () => {
  running = await startProcess();
  neighbour = await startProcess({ url: running.url });
  fixtures = await fillPermissionFixtures(running);
  theirs = await fillPermissionFixtures(neighbour);
  for (const role of ROLES) {
    for (const [place, node] of Object.entries(fixtures.places)) {
      cookies.set(`${role} ${place}`, (await running.signIn(role, node)).cookie);
      tokens.set(`${role} ${place}`, (await running.addToken(role, node)).token);
    }
    tokens.set(`${role} other county`, (await neighbour.addToken(role)).token);
    cookies.set(`${role} other county`, (await neighbour.signIn(role)).cookie);
  }
});
afterAll(async () => {
  await neighbour.stop();
  await running.stop();
});

test('every route stands in the matrix, and the matrix holds no other', () => {
  const routes = listRoutes(running.parts);
  const named = (which: (access: unknown) => boolean): string[] =>
    routes
      .filter(({ access }) => which(access))
      .map(({ method, path, batchOf }) => `${method} ${path}${batchOf ? ' in a batch' : ''}`)
      .toSorted();
  expect(named((access) => typeof access === 'object')).toEqual(Object.keys(MATRIX).toSorted());
  expect(named((access) => typeof access === 'string')).toEqual(
    Object.keys(WITHOUT_ACTION).toSorted(),
  );
});

const idsOf = ({ places, ...things }: Fixtures): string[] => [
  ...Object.values(things),
  ...Object.values(places),
];

const PLACES = ['own', 'parent', 'sibling', 'other branch', 'root'] as const;
const REACHES = {
  node: ['own', 'parent', 'root'],
  parent: ['parent', 'root'],
  root: ['root'],
  anywhere: PLACES,
} as const;

describe.each(Object.entries(MATRIX))('%s', (key, row) => {
  const ask = (as: {
    cookie?: string | undefined;
    token?: string | undefined;
  }): Promise<Response> =>
    running.ask(row.address(fixtures), {
      method: key.split(' ')[0]!.toUpperCase(),
      headers: { 'polku-purpose': 'moderation' },
      ...(as.cookie && { cookie: as.cookie }),
      ...(as.token && { token: as.token }),
      ...(row.json && { json: row.json(fixtures) }),
    });
  const reaches: readonly string[] = REACHES[row.where];
  const expectWritten = async (response: Response, role: Role, place: string, may: boolean) => {
    await response.body?.cancel();
    const open = may && row.who.includes(role) && reaches.includes(place);
    const said = `${role} at ${place}: ${response.status}`;
    expect(response.status, said).not.toBe(500);
    expect(![401, 403].includes(response.status), said).toBe(open);
  };
  test('is refused without signing in, and to every role and token of another county', async () => {
    expect((await ask({})).status).toBe(401);
    for (const role of ROLES) {
      expect((await ask({ cookie: cookies.get(`${role} other county`) })).status, role).toBe(401);
      // The address has tried too many by then.
      const { status } = await ask({ token: tokens.get(`${role} other county`) });
      expect([401, 429], role).toContain(status);
    }
  });
  test('reaches nothing of another county that uses the same codes', async () => {
    const [address, json] = [row.address(theirs), row.json?.(theirs)];
    const response = await running.ask(address, {
      method: key.split(' ')[0]!.toUpperCase(),
      cookie: cookies.get(`${row.who[0]} root`)!,
      ...(json !== undefined && { json }),
    });
    const named = idsOf(theirs).filter((id) => `${address} ${JSON.stringify(json)}`.includes(id));
    if (named.length > 0) expect([403, 404, 409, 422]).toContain(response.status);
    const text = await response.text();
    expect(idsOf(theirs).filter((id) => text.includes(id))).toEqual([]);
  });
  test('is open to the written roles at the written places and to nobody else', async () => {
    for (const role of ROLES) {
      for (const place of PLACES) {
        const response = await ask({ cookie: cookies.get(`${role} ${place}`) });
        await expectWritten(response, role, place, row.by !== 'token');
      }
    }
  });
  test('G1: is open to a token of such a role at such a place and to no other', async () => {
    for (const role of ROLES) {
      for (const place of PLACES) {
        const response = await ask({ token: tokens.get(`${role} ${place}`)! });
        await expectWritten(response, role, place, row.by !== 'person');
      }
    }
  });
});

test('a token has no matters of its own: no session, no password, no language', async () => {
  const own = Object.entries(WITHOUT_ACTION).filter(([, access]) => access === 'signed-in');
  for (const [key] of own) {
    const [method, address] = key.split(' ') as [string, string];
    for (const role of ROLES) {
      const response = await running.ask(address, {
        method: method.toUpperCase(),
        token: tokens.get(`${role} root`)!,
      });
      expect(response.status, `${key} as ${role}`).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  }
});

const inTransaction = withDatabase();

inTransaction(
  `G1: a role reaches down and nowhere else, in ${times(5_000, 250)} random trees`,
  { timeout: 600_000 },
  async ({ ctx }) => {
    const action = { name: 'test.do', roles: ['supervisor'] } as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        async (parents, roleAt, asked) => {
          const nodes = [{ id: ctx.root, parent: -1 }];
          for (const pick of parents) {
            const parent = pick % nodes.length;
            nodes.push({
              id: (await buildNode(ctx, { kind: 'domain', parent: nodes[parent]!.id })).id,
              parent,
            });
          }
          const [holder, target] = [roleAt % nodes.length, asked % nodes.length];
          const actor = {
            kind: 'account',
            id: newId(),
            roles: [{ role: 'supervisor', node: nodes[holder]!.id }],
          } as const;
          let above = target;
          while (above !== holder && above !== -1) above = nodes[above]!.parent;
          expect(await mayOn(ctx.as({ actor }), action, nodes[target]!.id)).toBe(above === holder);
        },
      ),
      { numRuns: times(5_000, 250) },
    );
  },
);
