import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '#platform/time.ts';
import { closedMonths, coverOf, daysOfMonth, monthsBack } from './period.ts';

test('months back begin with the one that goes on, and none overlaps another', () => {
  expect(monthsBack('2026-01-31', 3)).toEqual([
    { from: '2026-01-01', to: '2026-01-31' },
    { from: '2025-12-01', to: '2025-12-31' },
    { from: '2025-11-01', to: '2025-11-30' },
  ]);
  expect(monthsBack('2028-03-01', 2)[1]).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('a month is closed when its last day is over', () => {
  expect(closedMonths('2026-10-30', 2)).toEqual(['2026-08-01', '2026-09-01']);
  expect(closedMonths('2026-10-31', 2)).toEqual(['2026-09-01', '2026-10-01']);
});

test('months and days together cover each day of a period exactly once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 1, max: 800 }),
      (start, length) => {
        const from = addDays('2024-01-01', start);
        const period = { from, to: addDays(from, length - 1) };
        const { months, days } = coverOf(period);
        const covered = days.flatMap(({ from, to }) => listDays(from, to));
        for (const { from, to } of months) covered.push(...listDays(from, daysOfMonth(to).to));
        expect(covered.toSorted()).toEqual(listDays(period.from, period.to));
      },
    ),
  );
});

test('K1: instants of ten years fall on their days in Helsinki, wherever the server stands', () => {
  const counts = new Map<string, number>();
  for (
    let at = Date.parse('2020-12-31T22:30:00Z');
    at < Date.parse('2030-12-31T22:00:00Z');
    at += 3_600_000
  ) {
    const day = dayOf(new Date(at));
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const odd = [...counts].filter(([, hours]) => hours !== 24);
  expect(counts.size).toBe(3_652);
  expect(odd.filter(([, hours]) => hours === 23)).toHaveLength(10);
  expect(odd.filter(([, hours]) => hours === 25)).toHaveLength(10);
  expect(counts.get('2026-03-29')).toBe(23);
  expect(counts.get('2026-10-25')).toBe(25);
});

function listDays(from: string, to: string): string[] {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
