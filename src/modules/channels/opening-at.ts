import { addDays, dayOf, startOfDay, ZONE } from '#platform/time.ts';
import type {
  ExceptionalHours,
  NormalHours,
  Opening,
  OpeningHours,
  OpeningLine,
} from './opening-hours.ts';

/** How far ahead the next change is looked for. */
const LOOK_DAYS = 100;
/** How long before their days other hours are told. */
const TELL_DAYS = 30;

const WHOLE_DAY = 24 * 60;

/** A stretch of a day in minutes from its midnight; its end may lie on the next day. */
type Stretch = readonly [from: number, to: number];

/**
 * Whether a channel with these hours is open at the instant, and when that changes next, by the clocks of Helsinki. An
 * hour that is left out in spring is over as it begins; one that comes twice in autumn counts the first time.
 */
export function openingAt(hours: OpeningHours, instant: Date): Opening {
  const lines = linesOn(hours, dayOf(instant));
  const at = instant.toISOString();
  const base = { at, lines, changes: null, holdsUntil: null };
  const normal = hours.filter((block) => block.kind === 'normal');
  if (normal.length === 0) return { ...base, state: 'unknown' };
  if (hours.every((block) => block.kind === 'normal' && block.always && isUndated(block)))
    return { ...base, state: 'open' };
  const now = instant.getTime();
  const today = dayOf(instant);
  const midnight = startOfDay(addDays(today, 1)).getTime();
  const horizon = startOfDay(addDays(today, LOOK_DAYS)).getTime();
  const told = (state: Opening['state'], change: number | undefined): Opening => ({
    at,
    lines,
    state,
    changes: change === undefined ? null : new Date(change).toISOString(),
    holdsUntil: new Date(Math.min(change ?? midnight, midnight)).toISOString(),
  });
  for (const [from, to] of stretchesFrom(hours, addDays(today, -1))) {
    if (to <= now) continue;
    if (from > now) return told('closed', from);
    return told('open', to >= horizon ? undefined : to);
  }
  return told('closed', undefined);
}

const isUndated = ({ validFrom, validTo }: NormalHours): boolean =>
  validFrom === null && validTo === null;

/** The stretches in which it is open from that day on, as instants; those that touch are one. */
function* stretchesFrom(hours: OpeningHours, first: string): Generator<[number, number]> {
  let open: [number, number] | undefined;
  for (let ahead = 0; ahead <= LOOK_DAYS + 1; ahead += 1) {
    const day = addDays(first, ahead);
    for (const [start, end] of stretchesOf(hours, day)) {
      const from = instantOf(day, start);
      const to = instantOf(day, end);
      if (to <= from) continue;
      if (open && from <= open[1]) open[1] = Math.max(open[1], to);
      else {
        if (open) yield open;
        open = [from, to];
      }
    }
  }
  if (open) yield open;
}

/** What belongs to a day: its exceptional hours, else what its week says. */
function stretchesOf(hours: OpeningHours, day: string): Stretch[] {
  const exception = exceptionOn(hours, day);
  const found = exception
    ? exception.spells.map(({ from, to }): Stretch => [minutes(from), endAfter(from, to)])
    : normalOn(hours, day).flatMap((block) =>
        block.always ? [[0, WHOLE_DAY] as const] : weekStretches(block, weekdayOf(day)),
      );
  return found.toSorted(([one], [other]) => one - other);
}

/** Of several, the one of the fewest days: Christmas Eve within the weeks around Christmas. */
const exceptionOn = (hours: OpeningHours, day: string): ExceptionalHours | undefined =>
  hours
    .filter((block) => block.kind === 'exceptional')
    .filter((block) => block.validFrom <= day && day <= block.validTo)
    .toSorted((one, other) => daysOf(one) - daysOf(other))[0];

const daysOf = ({ validFrom, validTo }: ExceptionalHours): number =>
  Temporal.PlainDate.from(validFrom).until(validTo).days;

function normalOn(hours: OpeningHours, day: string): NormalHours[] {
  const valid = hours
    .filter((block) => block.kind === 'normal')
    .filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day));
  const dated = valid.filter((block) => !isUndated(block));
  return dated.length > 0 ? dated : valid;
}

/** What spells of a week put into one of its days. Of a spell of several days each day has its own part. */
function weekStretches({ spells }: NormalHours, weekday: number): Stretch[] {
  return spells.flatMap(({ day, from, to, toDay }): Stretch[] => {
    if (toDay === null) return day === weekday ? [[minutes(from), endAfter(from, to)]] : [];
    const length = (toDay - day + 7) % 7 || (to > from ? 0 : 7);
    return Array.from({ length: length + 1 }, (_, nth) => nth)
      .filter((nth) => (day - 1 + nth) % 7 === weekday - 1)
      .map(
        (nth) => [nth === 0 ? minutes(from) : 0, nth === length ? minutes(to) : WHOLE_DAY] as const,
      )
      .filter(([start, end]) => start < end);
  });
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const endAfter = (from: string, to: string): number =>
  to > from ? minutes(to) : minutes(to) + WHOLE_DAY;

const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** The instant at which the clocks of a day show that many minutes past its midnight. */
function instantOf(day: string, minutesPast: number): number {
  const wall = Temporal.PlainDateTime.from(day).add({ minutes: minutesPast });
  const zoned = wall.toZonedDateTime(ZONE);
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds;
  // The clocks leap over that hour: they show the next one at once.
  return zoned.getTimeZoneTransition('previous')!.epochMilliseconds;
}

/** The hours as people read them on a day: the weeks that are or will soon be in force, then the days that are not as usual. */
function linesOn(hours: OpeningHours, today: string): OpeningLine[] {
  const soon = addDays(today, TELL_DAYS);
  const near = hours.filter(
    ({ validFrom, validTo }) => (validFrom ?? today) <= soon && (validTo ?? today) >= today,
  );
  return [
    ...near.filter((block) => block.kind === 'normal').flatMap(weekLines),
    ...near
      .filter((block) => block.kind === 'exceptional')
      .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
      .map(({ validFrom, validTo, spells, note }): OpeningLine => ({
        validFrom,
        validTo,
        note,
        days: null,
        always: false,
        spells: spells.map((spell) => ({ ...spell, toDay: null })),
        exceptional: true,
      })),
  ];
}

function weekLines({ validFrom, validTo, always, spells, note }: NormalHours): OpeningLine[] {
  const common = { validFrom, validTo, exceptional: false, note };
  if (always) return [{ ...common, days: null, always, spells: [] }];
  const lines: OpeningLine[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const today = spells
      .filter((spell) => spell.day === day)
      .map(({ from, to, toDay }) => ({ from, to, toDay }))
      .toSorted((one, other) => one.from.localeCompare(other.from));
    if (today.length === 0) continue;
    const last = lines.at(-1);
    if (last?.days?.[1] === day - 1 && JSON.stringify(last.spells) === JSON.stringify(today))
      last.days[1] = day;
    else lines.push({ ...common, days: [day, day], always, spells: today });
  }
  return lines;
}
