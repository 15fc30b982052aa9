import { OpeningHours } from '#modules/channels';
import { LANGUAGES } from '#platform/i18n.ts';
import { dayOf } from '#platform/time.ts';
import type { PtvHours } from './ptv-channel.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const weekday = (name: string | null | undefined): number => DAYS.indexOf(name ?? '') + 1;

/** PTV's hours in our terms; a block that makes no sense is left out rather than guessed at. */
export const hoursOf = (given: readonly PtvHours[]): OpeningHours =>
  given
    .map(blockOf)
    .flatMap((block) => {
      const parsed = OpeningHours.safeParse([block]);
      return parsed.success ? parsed.data : [];
    })
    .slice(0, 100);

function blockOf(hours: PtvHours): unknown {
  const note = Object.fromEntries(
    hours.additionalInformation
      .filter(({ language }) => LANGUAGES.some((one) => one === language))
      .map(({ language, value }) => [language, value.slice(0, 150).toWellFormed()]),
  );
  const validFrom = day(hours.validFrom);
  const validTo = day(hours.validTo);
  if (hours.serviceHourType === 'Exceptional') {
    const spells = hours.isClosed ? [] : hours.openingHour.map(timesOf);
    // Open at hours that are not told is nothing to go by.
    if (!hours.isClosed && spells.length === 0) return undefined;
    return { kind: 'exceptional', validFrom, validTo: validTo ?? validFrom, spells, note };
  }
  const validity = hours.validForNow ? {} : { validFrom, validTo };
  return {
    kind: 'normal',
    ...validity,
    always: hours.isAlwaysOpen,
    spells:
      hours.isAlwaysOpen || hours.isClosed
        ? []
        : hours.openingHour.flatMap((one) => spellsOf(one, hours)),
    note,
  };
}

type PtvSpell = PtvHours['openingHour'][number];

const timesOf = ({ from, to }: PtvSpell) => ({ from: from.slice(0, 5), to: to.slice(0, 5) });

function spellsOf(spell: PtvSpell, { serviceHourType }: PtvHours): unknown[] {
  const first = weekday(spell.dayFrom);
  const last = weekday(spell.dayTo) || first;
  const times = timesOf(spell);
  if (serviceHourType === 'OverMidnight') return [{ day: first, toDay: last, ...times }];
  const length = (last - first + 7) % 7;
  return Array.from({ length: length + 1 }, (_, nth) => ({
    day: ((first - 1 + nth) % 7) + 1,
    ...times,
  }));
}

/** The day of a date or of an instant, which PTV tells in UTC. */
function day(value: string | null | undefined): string | null {
  if (!value) return null;
  if (!value.includes('T') || !/(?:Z|[+-]\d\d:?\d\d)$/.test(value)) return value.slice(0, 10);
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : dayOf(instant);
}
