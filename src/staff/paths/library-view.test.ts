import { describe, expect, test } from 'vitest';
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
  phases: [],
  unmeasured: 0,
  expires: [],
  broken: 0,
  waiting: false,
  ...given,
});

const chosen = (paths: PathSummary[], filter: Partial<LibraryFilter>): string[] =>
  chooseFrom(
    withGaps(paths, new Map(), TODAY),
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
          owner: null,
        }),
      ],
      new Map([['a', new Set(['alku', 'polku'])]]),
      TODAY,
      new Map([['a', 3]]),
    );
    expect(one!.gaps).toEqual({
      unasked: 1,
      unconfirmed: 3,
      unmeasured: 1,
      broken: 2,
      expiring: 2,
      stale: 0,
      missing: 0,
      review: 1,
      waiting: 1,
      owner: 1,
    });
  });

  test('says nothing of feedback points as long as they are not known', () => {
    const [one] = withGaps([path('a', { phases: ['alku'] })], undefined, TODAY);
    expect(one!.gaps.unasked).toBe(0);
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
