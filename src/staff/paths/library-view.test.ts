import { describe, expect, test } from 'vitest';
import type { Entry } from '#contract/handbook';
import type { PathSummary } from '#contract/paths';
import { chooseFrom, type LibraryFilter, NO_FILTER, NOBODY, withGaps } from './library-view.ts';

const TODAY = '2026-11-18';

const path = (id: string, given: Partial<PathSummary> = {}): PathSummary => ({
  id,
  node: { id: 'n', name: { fi: 'Alue' } },
  title: { fi: id },
  slugs: {},
  clinical: false,
  level: 'service',
  owner: { id: 'anna', name: 'Anna' },
  units: [],
  status: 'published',
  publishedOn: '2026-06-01',
  reviewDue: '2027-06-01',
  changedAt: '2026-06-01T08:00:00Z',
  languages: ['fi'],
  stale: 0,
  missing: 0,
  segments: [],
  standardPhases: [],
  promises: [],
  aims: [],
  phases: [],
  unmeasured: 0,
  expires: [],
  broken: 0,
  waiting: false,
  unreviewed: false,
  ...given,
});

const chosen = (paths: PathSummary[], filter: Partial<LibraryFilter>): string[] =>
  chooseFrom(
    withGaps(paths, { asked: new Map(), handbook: undefined, today: TODAY }),
    { ...NO_FILTER, ...filter },
    { language: 'fi', today: TODAY },
  ).map(({ id }) => id);

describe('what a path lacks', () => {
  test('is counted for today: phases that nobody asks about, links that end within a month, a late review', () => {
    const [one] = withGaps(
      [
        path('a', {
          phases: ['alku', 'loppu'],
          expires: ['2026-11-01', '2026-12-18', '2026-12-19'],
          reviewDue: '2026-11-17',
          unmeasured: 1,
          broken: 2,
          waiting: true,
          unreviewed: true,
          owner: null,
        }),
      ],
      {
        asked: new Map([['a', new Set(['alku', 'polku'])]]),
        handbook: { entries: [] },
        today: TODAY,
        unconfirmed: new Map([['a', 3]]),
      },
    );
    expect(one!.gaps).toEqual({
      unasked: 1,
      unconfirmed: 3,
      unmeasured: 1,
      promise: 0,
      broken: 2,
      expiring: 2,
      stale: 0,
      missing: 0,
      review: 1,
      waiting: 1,
      unreviewed: 1,
      owner: 1,
    });
  });

  test('says nothing of feedback points as long as they are not known', () => {
    const [one] = withGaps([path('a', { phases: ['alku'] })], {
      asked: undefined,
      handbook: undefined,
      today: TODAY,
    });
    expect(one!.gaps.unasked).toBe(0);
  });
});

describe('a promise that a path rests on', () => {
  const entry = (code: string, kind: 'promise' | 'aim', given: object = {}): Entry => ({
    id: code,
    code,
    parent: null,
    retired: false,
    changedAt: '2026-06-01T08:00:00Z',
    texts: {},
    ...given,
    properties: {
      ...(kind === 'aim'
        ? { kind }
        : { kind, validFrom: null, validTo: null, owner: '', public: true, thresholds: [] }),
      ...('properties' in given ? (given.properties as object) : {}),
    } as Entry['properties'],
  });
  const handbook = {
    entries: [
      entry('pidetty', 'promise', { properties: { validTo: TODAY } }),
      entry('paattynyt', 'promise', { properties: { validTo: '2026-11-17' } }),
      entry('poistettu', 'promise', { retired: true }),
      entry('tavoite', 'aim'),
    ],
  };
  const gap = (given: Partial<PathSummary>, known?: typeof handbook): number =>
    withGaps([path('a', given)], { asked: undefined, handbook: known, today: TODAY })[0]!.gaps
      .promise;

  test('is a gap when it has ended, is out of use or is not in the handbook', () => {
    expect(gap({ promises: ['pidetty'], aims: ['tavoite'] }, handbook)).toBe(0);
    expect(gap({ promises: ['pidetty', 'paattynyt', 'poistettu'] }, handbook)).toBe(2);
    // A code is of its kind: an aim is no promise.
    expect(gap({ promises: ['tavoite'], aims: ['pidetty'] }, handbook)).toBe(2);
    // Nothing is said before the handbook is known.
    expect(gap({ promises: ['x'] })).toBe(0);
  });

  test('narrows the list, and so does an aim', () => {
    const paths = [path('a', { promises: ['pidetty'] }), path('b', { aims: ['tavoite'] })];
    expect(chosen(paths, { promise: 'pidetty' })).toEqual(['a']);
    expect(chosen(paths, { aim: 'tavoite' })).toEqual(['b']);
  });
});

describe('the list of all paths', () => {
  const paths = [
    path('Äiti', { level: 'strategic', reviewDue: '2026-11-18', segments: ['s1'], stale: 3 }),
    path('Ajokortti', { owner: null, units: ['u1'], status: 'draft', reviewDue: null }),
    path('Flunssa', { standardPhases: ['organising'], reviewDue: '2026-11-17', status: 'changed' }),
  ];

  test.each([
    [{ q: ' AJO ' }, ['Ajokortti']],
    [{ q: 'alue' }, ['Äiti', 'Ajokortti', 'Flunssa']],
    [{ level: 'strategic' }, ['Äiti']],
    [{ phase: 'organising' }, ['Flunssa']],
    [{ segment: 's1' }, ['Äiti']],
    [{ unit: 'u1' }, ['Ajokortti']],
    [{ owner: 'anna' }, ['Äiti', 'Flunssa']],
    [{ owner: NOBODY }, ['Ajokortti']],
    [{ state: 'draft' }, ['Ajokortti']],
    [{ state: 'changed' }, ['Flunssa']],
    [{ state: 'published' }, ['Äiti', 'Flunssa']],
    [{ state: 'overdue' }, ['Flunssa']],
    [{ state: 'soon' }, ['Äiti']],
    [{ gap: 'stale' }, ['Äiti']],
    [{ gap: 'any' }, ['Äiti', 'Ajokortti', 'Flunssa']],
    [{ gap: 'something unknown' }, ['Äiti', 'Ajokortti', 'Flunssa']],
    [{ level: 'strategic', gap: 'owner' }, []],
    [{ sort: 'title' }, ['Ajokortti', 'Flunssa', 'Äiti']],
    [{ sort: 'review' }, ['Flunssa', 'Äiti', 'Ajokortti']],
  ] as const)('%o leaves %o', (filter, expected) => {
    expect(chosen(paths, filter)).toEqual(expected);
  });
});
