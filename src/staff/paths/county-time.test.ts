import { expect, test } from 'vitest';
import { instantIn } from './county-time.ts';

test.each([
  ['2027-01-15', '08:00', '2027-01-15T06:00:00.000Z'],
  ['2027-07-15', '08:00', '2027-07-15T05:00:00.000Z'],
  // The clock goes forward at 03.00 on the first of these days, and back at 04.00 on the second.
  ['2027-03-28', '02:30', '2027-03-28T00:30:00.000Z'],
  ['2027-03-28', '04:30', '2027-03-28T01:30:00.000Z'],
  ['2027-10-31', '02:30', '2027-10-30T23:30:00.000Z'],
  ['2027-10-31', '04:30', '2027-10-31T02:30:00.000Z'],
])('%s at %s by the county’s clock', (day, time, instant) => {
  expect(instantIn(day, time)).toBe(instant);
});
