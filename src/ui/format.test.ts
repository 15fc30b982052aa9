import { describe, expect, it } from 'vitest';
import {
  dayOf,
  formatDay,
  formatDayNear,
  formatDays,
  formatDayShort,
  formatDifference,
  formatInterval,
  formatMoment,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTime,
} from './format.ts';

// 3 November 2026 at 9.12 in Helsinki, which is two hours ahead of UTC in winter.
const MORNING = '2026-11-03T07:12:00Z';

describe('days', () => {
  it('are written as Finland writes them, in English with the month by name', () => {
    expect(formatDay('2026-11-03', 'fi')).toBe('3.11.2026');
    expect(formatDay('2026-11-03', 'sv')).toBe('3.11.2026');
    expect(formatDay('2026-11-03', 'en')).toBe('3 Nov 2026');
    expect(formatDayShort('2026-11-03', 'fi')).toBe('3.11.');
    expect(formatDayShort('2026-11-03', 'sv')).toBe('3.11.');
    expect(formatDayShort('2026-11-03', 'en')).toBe('3 Nov');
  });

  it('are those of Helsinki, whatever the day is elsewhere', () => {
    expect(formatDay('2026-11-02T22:30:00Z', 'fi')).toBe('3.11.2026');
    expect(dayOf('2026-11-02T22:30:00Z')).toBe('2026-11-03');
    expect(dayOf('2026-06-30T21:00:00Z')).toBe('2026-07-01');
  });

  it('say a stretch once where the year is the same', () => {
    expect(formatDays('2026-10-05', '2026-11-03', 'fi')).toBe('5.10.–3.11.2026');
    expect(formatDays('2025-12-05', '2026-01-03', 'fi')).toBe('5.12.2025–3.1.2026');
    expect(formatDays('2026-10-05', '2026-11-03', 'en')).toBe('5 Oct – 3 Nov 2026');
  });

  it('near today are said in words', () => {
    expect(formatDayNear('2026-11-03', 'fi', '2026-11-03')).toBe('tänään');
    expect(formatDayNear('2026-11-02', 'sv', '2026-11-03')).toBe('i går');
    expect(formatDayNear('2026-11-04', 'en', '2026-11-03')).toBe('tomorrow');
    expect(formatDayNear('2026-11-01', 'fi', '2026-11-03')).toBe('1.11.2026');
  });

  it('have months by name', () => {
    expect(formatMonth('2026-11-03', 'fi')).toBe('marraskuu 2026');
    expect(formatMonth('2026-11-03', 'sv')).toBe('november 2026');
  });
});

describe('times', () => {
  it('are those of Helsinki', () => {
    expect(formatTime(MORNING, 'fi')).toBe('klo\u00A09.12');
    expect(formatTime(MORNING, 'sv')).toBe('kl.\u00A09.12');
    expect(formatTime(MORNING, 'en')).toBe('9:12');
    expect(formatMoment(MORNING, 'fi')).toBe('3.11.2026 klo\u00A09.12');
    expect(formatMoment(MORNING, 'en')).toBe('3 Nov 2026, 9:12');
  });

  it('begin the day at 0, not at 24', () => {
    expect(formatTime('2026-11-02T22:05:00Z', 'fi')).toBe('klo\u00A00.05');
  });
});

describe('numbers', () => {
  it('have a comma, a thin space in thousands and a true minus', () => {
    expect(formatNumber(1234.56, 'fi', 1)).toBe('1\u202F234,6');
    expect(formatNumber(30412, 'sv')).toBe('30\u202F412');
    expect(formatNumber(1234.56, 'en', 1)).toBe('1\u202F234.6');
    expect(formatNumber(-12, 'fi')).toBe('\u221212');
  });

  it('show no minus before a zero that was rounded', () => {
    expect(formatNumber(-0.04, 'fi', 1)).toBe('0,0');
    expect(formatDifference(-0.04, 'fi', 1)).toBe('0,0');
    expect(formatDifference(0.04, 'fi', 1)).toBe('0,0');
  });

  it('have a sign when they tell a difference', () => {
    expect(formatDifference(0.3, 'fi', 1)).toBe('+0,3');
    expect(formatDifference(-2, 'en')).toBe('\u22122');
  });

  it('say shares and intervals', () => {
    expect(formatPercent(0.27, 'fi')).toBe('27\u00A0%');
    expect(formatPercent(0.27, 'en')).toBe('27%');
    expect(formatInterval(4.4, 4.7, 'fi', 1)).toBe('4,4–4,7');
    expect(formatInterval(-12, 8, 'fi')).toBe('\u221212\u00A0…\u00A08');
  });
});
