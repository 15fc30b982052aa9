import { ZONE } from '#platform/time.ts';

/** The instant at which the county's clocks show a time (`HH:MM`) on a day, as ISO text. */
export function instantIn(day: string, time: string): string {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  // Once for the offset at about that time, and again where that lies on the other side of a change of the clock.
  const first = asIfUtc - offsetAt(asIfUtc);
  return new Date(asIfUtc - offsetAt(first)).toISOString();
}

function offsetAt(instant: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const shown = `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:00Z`;
  return Date.parse(shown) - Math.floor(instant / 60_000) * 60_000;
}
