import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { times } from '#tests/faults/size.ts';
import { openingAt } from './opening-at.ts';
import { OpeningHours } from './opening-hours.ts';

/** Hours of a week: `{ '12345': ['08:00-12:00'] }`. */
const week = (days: Record<string, string[]>, given: object = {}) => ({
  kind: 'normal' as const,
  spells: Object.entries(days).flatMap(([numbers, spells]) =>
    numbers
      .split('')
      .flatMap((day) =>
        spells.map((spell) => ({ day: Number(day), from: spell.slice(0, 5), to: spell.slice(6) })),
      ),
  ),
  ...given,
});
const day = (
  validFrom: string,
  spells: { from: string; to: string }[] = [],
  validTo = validFrom,
) => ({
  kind: 'exceptional' as const,
  validFrom,
  validTo,
  spells,
});
const at = (hours: unknown[], instant: string) => {
  const { state, changes } = openingAt(OpeningHours.parse(hours), new Date(instant));
  return [state, changes];
};
const OFFICE = week({ '12345': ['08:00-16:00'] });

describe('open now', () => {
  test.for([
    ['an hour before it closes', '2026-11-18T13:00:00Z', 'open', '2026-11-18T14:00:00.000Z'],
    ['at the minute it opens', '2026-11-18T06:00:00Z', 'open', '2026-11-18T14:00:00.000Z'],
    ['at the minute it closes', '2026-11-18T14:00:00Z', 'closed', '2026-11-19T06:00:00.000Z'],
    ['on Friday evening', '2026-11-20T18:00:00Z', 'closed', '2026-11-23T06:00:00.000Z'],
    ['in summer time', '2026-07-01T05:00:00Z', 'open', '2026-07-01T13:00:00.000Z'],
  ] as const)('%s', ([, instant, state, changes]) => {
    expect(at([OFFICE], instant)).toEqual([state, changes]);
  });

  test('a break at noon is a break', () => {
    const hours = [week({ '3': ['08:00-11:30', '12:30-16:00'] })];
    expect(at(hours, '2026-11-18T09:45:00Z')).toEqual(['closed', '2026-11-18T10:30:00.000Z']);
  });

  test('spells that touch are one', () => {
    const hours = [week({ '3': ['08:00-12:00', '12:00-16:00'] })];
    expect(at(hours, '2026-11-18T07:00:00Z')).toEqual(['open', '2026-11-18T14:00:00.000Z']);
  });

  test('nothing told is unknown, and always is always', () => {
    expect(at([], '2026-11-18T07:00:00Z')).toEqual(['unknown', null]);
    expect(at([{ kind: 'normal', always: true }], '2026-11-18T07:00:00Z')).toEqual(['open', null]);
  });

  test('a spell over midnight belongs to the evening on which it begins', () => {
    const hours = [week({ '5': ['20:00-02:00'] })];
    expect(at(hours, '2026-11-20T23:30:00Z')).toEqual(['open', '2026-11-21T00:00:00.000Z']);
    expect(at(hours, '2026-11-21T18:30:00Z')).toEqual(['closed', '2026-11-27T18:00:00.000Z']);
  });

  test('midnight is an end', () => {
    expect(at([week({ '3': ['08:00-00:00'] })], '2026-11-18T21:59:00Z')).toEqual([
      'open',
      '2026-11-18T22:00:00.000Z',
    ]);
  });

  test('a spell may go on for days, over Sunday too', () => {
    const hours = [{ kind: 'normal', spells: [{ day: 5, from: '16:00', to: '08:00', toDay: 1 }] }];
    expect(at(hours, '2026-11-22T10:00:00Z')).toEqual(['open', '2026-11-23T06:00:00.000Z']);
    expect(at(hours, '2026-11-23T07:00:00Z')).toEqual(['closed', '2026-11-27T14:00:00.000Z']);
  });
});

describe('days that are not as usual', () => {
  test('a holiday is closed', () => {
    const hours = [OFFICE, day('2026-12-24', [], '2026-12-25')];
    expect(at(hours, '2026-12-24T08:00:00Z')).toEqual(['closed', '2026-12-28T06:00:00.000Z']);
  });

  test('a holiday has hours of its own; one day goes before the weeks around it', () => {
    const hours = [
      OFFICE,
      day('2026-12-21', [], '2027-01-03'),
      day('2026-12-24', [{ from: '09:00', to: '12:00' }]),
    ];
    expect(at(hours, '2026-12-24T08:00:00Z')).toEqual(['open', '2026-12-24T10:00:00.000Z']);
    expect(at(hours, '2026-12-23T08:00:00Z')).toEqual(['closed', '2026-12-24T07:00:00.000Z']);
  });

  test('even what is always open may be closed for a day', () => {
    const hours = [{ kind: 'normal', always: true }, day('2026-12-24')];
    expect(at(hours, '2026-12-23T08:00:00Z')).toEqual(['open', '2026-12-23T22:00:00.000Z']);
    expect(at(hours, '2026-12-24T08:00:00Z')).toEqual(['closed', '2026-12-24T22:00:00.000Z']);
  });

  test('the night before a holiday goes on to its end', () => {
    const hours = [week({ '1234567': ['20:00-02:00'] }), day('2026-12-24')];
    expect(at(hours, '2026-12-23T23:00:00Z')).toEqual(['open', '2026-12-24T00:00:00.000Z']);
  });

  test('hours of the summer go before those of the year, and end', () => {
    const summer = week(
      { '12345': ['09:00-15:00'] },
      { validFrom: '2026-06-01', validTo: '2026-08-31' },
    );
    expect(at([OFFICE, summer], '2026-06-01T05:30:00Z')).toEqual([
      'closed',
      '2026-06-01T06:00:00.000Z',
    ]);
    expect(at([OFFICE, summer], '2026-09-01T05:30:00Z')).toEqual([
      'open',
      '2026-09-01T13:00:00.000Z',
    ]);
    expect(at([summer], '2026-09-01T05:30:00Z')).toEqual(['closed', null]);
  });
});

describe('the nights on which the clocks change', () => {
  const NIGHT = [week({ '67': ['20:00-05:00'] })];

  test('in spring the night is an hour shorter', () => {
    expect(at(NIGHT, '2026-03-29T00:30:00Z')).toEqual(['open', '2026-03-29T02:00:00.000Z']);
  });

  test('in autumn it is an hour longer', () => {
    expect(at(NIGHT, '2026-10-25T02:30:00Z')).toEqual(['open', '2026-10-25T03:00:00.000Z']);
  });

  test('an end in the hour that is left out is the leap itself', () => {
    const hours = [week({ '7': ['02:00-03:30'] })];
    expect(at(hours, '2026-03-29T00:30:00Z')).toEqual(['open', '2026-03-29T01:00:00.000Z']);
    expect(at(hours, '2026-03-29T01:00:00Z')[0]).toBe('closed');
  });

  test('a beginning in the hour that is left out is the leap itself', () => {
    expect(at([week({ '7': ['03:30-05:00'] })], '2026-03-29T01:00:00Z')).toEqual([
      'open',
      '2026-03-29T02:00:00.000Z',
    ]);
  });

  test('what lies wholly in that hour does not take place', () => {
    expect(at([week({ '7': ['03:10-03:50'] })], '2026-03-29T01:10:00Z')[0]).toBe('closed');
  });

  test('an end in the hour that comes twice is its first time', () => {
    const hours = [week({ '7': ['02:00-03:30'] })];
    expect(at(hours, '2026-10-25T00:00:00Z')).toEqual(['open', '2026-10-25T00:30:00.000Z']);
    expect(at(hours, '2026-10-25T01:10:00Z')[0]).toBe('closed');
  });

  test('the office opens at eight by the clocks on the Monday after', () => {
    expect(at([OFFICE], '2026-03-28T12:00:00Z')[1]).toBe('2026-03-30T05:00:00.000Z');
    expect(at([OFFICE], '2026-10-24T12:00:00Z')[1]).toBe('2026-10-26T06:00:00.000Z');
  });
});

test('what is told holds until it is said to end, and not a minute longer', () => {
  const spell = fc.record({
    day: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 95 }).map(quarter),
    to: fc.integer({ min: 0, max: 95 }).map(quarter),
  });
  const hours = fc
    .array(spell, { minLength: 1, maxLength: 6 })
    .map((spells) => [{ kind: 'normal' as const, spells }, day('2026-10-26'), day('2026-03-30')]);
  const instant = fc
    .constantFrom('2026-03-27T22:00:00Z', '2026-10-23T21:00:00Z')
    .chain((start) =>
      fc.integer({ min: 0, max: 7 * 24 * 60 }).map((ahead) => Date.parse(start) + ahead * 60_000),
    );
  fc.assert(
    fc.property(hours, instant, (given, moment) => {
      const parsed = OpeningHours.parse(given);
      const { state, changes } = openingAt(parsed, new Date(moment));
      if (changes === null) return;
      const end = Date.parse(changes);
      expect(end).toBeGreaterThan(moment);
      expect(openingAt(parsed, new Date(end - 1)).state).toBe(state);
      expect(openingAt(parsed, new Date(end)).state).not.toBe(state);
    }),
    { numRuns: times(2_000, 200) },
  );
});

const quarter = (nth: number): string =>
  `${String(Math.floor(nth / 4)).padStart(2, '0')}:${String((nth % 4) * 15).padStart(2, '0')}`;

test('the words hold until midnight at most, because they name days', () => {
  const { holdsUntil } = openingAt(OpeningHours.parse([OFFICE]), new Date('2026-11-20T18:00:00Z'));
  expect(holdsUntil).toBe('2026-11-20T22:00:00.000Z');
});

test('days that are alike stand on one line, and other days are told a month before', () => {
  const hours = OpeningHours.parse([
    week({ '1234': ['08:00-16:00'], '5': ['08:00-14:00'] }),
    day('2026-12-06'),
    day('2027-01-06'),
  ]);
  const { lines } = openingAt(hours, new Date('2026-11-18T12:00:00Z'));
  expect(lines.map(({ days, validFrom, spells }) => [days ?? validFrom, spells.length])).toEqual([
    [[1, 4], 1],
    [[5, 5], 1],
    ['2026-12-06', 0],
  ]);
});

test.for([
  ['an hour that is none', [week({ '1': ['25:00-26:00'] })]],
  ['days in the wrong order', [day('2026-12-24', [], '2026-12-20')]],
  ['a week without hours', [{ kind: 'normal' }]],
  ['a day that is none', [day('2026-02-30')]],
])('refuses %s', ([, hours]) => {
  expect(OpeningHours.safeParse(hours).success).toBe(false);
});
