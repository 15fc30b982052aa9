import type { Translate } from '#platform/i18n.ts';
import { inLanguage, type Language } from '#platform/language.ts';
import { dayOf, formatDayShort, formatDays, formatTime } from './format.ts';

/** Whether something is open, and until when that is so. */
interface State {
  readonly state: 'unknown' | 'open' | 'closed';
  readonly at: string;
  readonly changes: string | null;
}

/** A line of opening hours. */
interface Line {
  readonly days: readonly [number, number] | null;
  readonly always: boolean;
  readonly spells: readonly { from: string; to: string; toDay: number | null }[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly exceptional: boolean;
  readonly note: Readonly<Partial<Record<Language, string | undefined>>>;
}

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `Avoinna nyt · klo 16.00 asti`, `Suljettu · avautuu huomenna klo 8.00`; nothing where the hours are not known. */
export function openingSentence(
  t: Translate,
  language: Language,
  { state, at, changes }: State,
): string {
  if (state === 'unknown') return '';
  if (changes === null)
    return t(state === 'open' ? 'common:opening.always' : 'common:opening.closed');
  const time = timeOf(changes, language, state === 'open');
  const ahead = daysBetween(dayOf(at), dayOf(changes));
  if (state === 'open') {
    // The night belongs to the evening before.
    const sameNight = ahead === 0 || (ahead === 1 && clockOf(changes) < '06:00');
    return sameNight
      ? t('common:opening.until', { time })
      : t('common:opening.untilDay', { day: dayName(t, language, changes, ahead, 'until'), time });
  }
  return t('common:opening.opens', { day: dayName(t, language, changes, ahead, 'on'), time });
}

function dayName(
  t: Translate,
  language: Language,
  instant: string,
  ahead: number,
  form: 'on' | 'until',
): string {
  if (ahead === 0) return t('common:opening.today');
  if (ahead === 1) return t(`common:opening.tomorrow.${form}`);
  const day = dayOf(instant);
  if (ahead < 7) return t(`common:opening.day.${form}.${weekdayOf(day)}`);
  return formatDayShort(day, language);
}

/** The hours, a line each: `ma–pe 8.00–16.00`, `24.12. suljettu`. */
export const openingLines = (t: Translate, language: Language, lines: readonly Line[]): string[] =>
  lines.map((line) => {
    const { days, always, spells, validFrom, validTo, note } = line;
    const dates = validity(validFrom, validTo, language);
    const names =
      days && [...new Set(days)].map((day) => t(`common:opening.short.${day as Weekday}`));
    const times = always
      ? t('common:opening.aroundTheClock')
      : spells.length === 0
        ? t('common:opening.closedThen')
        : spells.map((spell) => spellText(t, language, spell)).join(', ');
    const said = inLanguage(note, language);
    return [dates, names?.join('–'), times, said && `(${said})`].filter(Boolean).join(' ');
  });

function spellText(
  t: Translate,
  language: Language,
  { from, to, toDay }: Line['spells'][number],
): string {
  const day = toDay === null ? '' : `${t(`common:opening.short.${toDay as Weekday}`)} `;
  return `${plain(from, language)}–${day}${plain(to === '00:00' && toDay === null ? '24:00' : to, language)}`;
}

function validity(from: string | null, to: string | null, language: Language): string {
  if (from !== null && from === to) return formatDayShort(from, language);
  if (from !== null && to !== null) return `${formatDays(from, to, language)}:`;
  if (from !== null) return `${formatDayShort(from, language)}–:`;
  return to === null ? '' : `–${formatDayShort(to, language)}:`;
}

/** `08:00` as people write it: `8.00`, in English `8:00`. */
const plain = (time: string, language: Language): string =>
  time.replace(/^0/, '').replace(':', language === 'en' ? ':' : '.');

/** The end of a day is told as the end of that day. */
const timeOf = (instant: string, language: Language, ends: boolean): string =>
  ends && clockOf(instant) === '00:00'
    ? formatTime(instant, language).replace(/0([.:])00$/, '24$100')
    : formatTime(instant, language);

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Helsinki',
});
const clockOf = (instant: string): string => clock.format(new Date(instant));

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const daysBetween = (one: string, other: string): number =>
  Math.round((noon(other).getTime() - noon(one).getTime()) / 86_400_000);
const weekdayOf = (day: string): Weekday => (noon(day).getUTCDay() || 7) as Weekday;
