import { describe, expect, test } from 'vitest';
import { lastTick, tickId } from './timetable.ts';

const last = (at: Parameters<typeof lastTick>[0], now: string): string =>
  lastTick(at, new Date(now)).toISOString();

describe('the latest time of a timetable', () => {
  test('is the minute that has begun', () => {
    expect(last({}, '2026-11-18T12:00:59.999Z')).toBe('2026-11-18T12:00:00.000Z');
    expect(last({}, '2026-11-18T12:01:00.000Z')).toBe('2026-11-18T12:01:00.000Z');
  });

  test('is in this hour, or in the one before', () => {
    const at = { minute: 17 };
    expect(last(at, '2026-11-18T12:17:00.000Z')).toBe('2026-11-18T12:17:00.000Z');
    expect(last(at, '2026-11-18T12:16:59.999Z')).toBe('2026-11-18T11:17:00.000Z');
  });

  test('is on this day of Helsinki, or on the one before', () => {
    const at = { hour: 3, minute: 17 };
    expect(last(at, '2026-11-18T01:17:00.000Z')).toBe('2026-11-18T01:17:00.000Z');
    expect(last(at, '2026-11-18T01:16:59.999Z')).toBe('2026-11-17T01:17:00.000Z');
    expect(last(at, '2026-07-18T00:20:00.000Z')).toBe('2026-07-18T00:17:00.000Z');
  });

  test('comes once a day when the clocks change, though 3.17 is left out in spring and comes twice in autumn', () => {
    const at = { hour: 3, minute: 17 };
    const daily = (from: string): string[] => [
      ...new Set(
        Array.from({ length: 4 * 48 }, (_, quarter) =>
          last(at, new Date(Date.parse(from) + quarter * 900_000).toISOString()),
        ),
      ),
    ];
    expect(daily('2027-03-28T00:00:00Z')).toEqual([
      '2027-03-27T01:17:00.000Z',
      '2027-03-28T01:17:00.000Z',
      '2027-03-29T00:17:00.000Z',
    ]);
    expect(daily('2026-10-25T00:00:00Z')).toEqual([
      '2026-10-24T00:17:00.000Z',
      '2026-10-25T00:17:00.000Z',
      '2026-10-26T01:17:00.000Z',
    ]);
    const hourly = Array.from({ length: 5 }, (_, hour) =>
      last({ minute: 17 }, new Date(Date.UTC(2026, 9, 24, 22 + hour, 30)).toISOString()),
    );
    expect(hourly.map((time) => time.slice(11, 16))).toEqual([
      '22:17',
      '23:17',
      '00:17',
      '01:17',
      '02:17',
    ]);
  });
});

test('the job of one time has one id, and another at another time', () => {
  const at = new Date('2026-11-18T12:00:00Z');
  expect(tickId('a', at)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(tickId('a', at)).toBe(tickId('a', new Date(at)));
  expect(new Set([tickId('a', at), tickId('b', at), tickId('a', new Date(0))]).size).toBe(3);
});
