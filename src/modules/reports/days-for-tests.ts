import { createHash } from 'node:crypto';
import { addDays, dayOf, startOfDay } from '#platform/time.ts';
import { closedMonths, coverOf, monthOf, monthsBack } from './period.ts';

// A program of its own, since a process has one time zone: prints what ten years are in Helsinki, as it sees them.
const FROM = Date.parse('2020-12-31T22:00:00Z');
const TO = Date.parse('2030-12-31T22:00:00Z');
const HALF_HOUR = 1_800_000;

const days = new Map<string, number>();
for (let at = FROM; at < TO; at += HALF_HOUR) {
  const day = dayOf(new Date(at));
  days.set(day, (days.get(day) ?? 0) + 1);
}
const months = new Map<string, number>();
const weeks = new Map<string, number>();
const digest = createHash('sha256');
for (const [day, count] of days) {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day);
  months.set(monthOf(day), (months.get(monthOf(day)) ?? 0) + count);
  weeks.set(`${yearOfWeek} ${weekOfYear}`, (weeks.get(`${yearOfWeek} ${weekOfYear}`) ?? 0) + count);
  const days90 = { from: addDays(day, -89), to: day };
  const facts = [
    day,
    count,
    startOfDay(day).getTime(),
    monthsBack(day, 24),
    coverOf(days90),
    closedMonths(day, 12),
  ];
  digest.update(JSON.stringify(facts));
}
const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);

process.stdout.write(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    total: (TO - FROM) / HALF_HOUR,
    days: sum(days),
    months: sum(months),
    weeks: sum(weeks),
    short: [...days].filter(([, count]) => count === 46).map(([day]) => day),
    long: [...days].filter(([, count]) => count === 50).map(([day]) => day),
    odd: [...days].filter(([, count]) => ![46, 48, 50].includes(count)).length,
    gapless: [...days.keys()].every(
      (day, index, all) => index === 0 || day === addDays(all[index - 1]!, 1),
    ),
    digest: digest.digest('hex'),
  }),
);
