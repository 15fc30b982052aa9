/** Days, weeks and months are those of the county's people, wherever the server stands. */
export const ZONE = 'Europe/Helsinki';

/** Where the time comes from; tests pass a fixed one. */
export type Clock = () => Date;

/** The calendar day of an instant in Europe/Helsinki as `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString();
}

/** The day that lies `days` after (or, negative, before) the given `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The first instant of a day in Europe/Helsinki. */
export function startOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds);
}
