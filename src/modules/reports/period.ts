import { addDays } from '#platform/time.ts';

/** Days in Europe/Helsinki, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The calendar month of a day, as its first day. */
export const monthOf = (day: string): string => `${day.slice(0, 8)}01`;

/** A month's days. */
export function daysOfMonth(month: string): Period {
  const first = Temporal.PlainDate.from(month);
  return { from: month, to: first.with({ day: first.daysInMonth }).toString() };
}

/** The `count` calendar months that end with that of `day`, the newest first. */
export function monthsBack(day: string, count: number): Period[] {
  const newest = Temporal.PlainDate.from(monthOf(day));
  return Array.from({ length: count }, (_, ago) =>
    daysOfMonth(newest.subtract({ months: ago }).toString()),
  );
}

/** The last `count` months that had ended by the end of `closed`, oldest first, each as its first day. */
export function closedMonths(closed: string, count: number): string[] {
  const next = Temporal.PlainDate.from(addDays(closed, 1)).with({ day: 1 });
  return Array.from({ length: count }, (_, index) =>
    next.subtract({ months: count - index }).toString(),
  );
}

/** Whole months within a period, and the days left over at its ends: what is read of `node_month` and of `node_day`. */
export function coverOf(period: Period): { months: Period[]; days: Period[] } {
  const firstMonth = period.from === monthOf(period.from) ? period.from : monthAfter(period.from);
  const afterLast = monthOf(addDays(period.to, 1));
  if (firstMonth >= afterLast) return { months: [], days: [period] };
  const ends = [
    { from: period.from, to: addDays(firstMonth, -1) },
    { from: afterLast, to: period.to },
  ];
  return {
    months: [{ from: firstMonth, to: monthOf(addDays(afterLast, -1)) }],
    days: ends.filter(({ from, to }) => from <= to),
  };
}

const monthAfter = (day: string): string =>
  Temporal.PlainDate.from(monthOf(day)).add({ months: 1 }).toString();
