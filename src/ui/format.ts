import type { Language } from '#platform/language.ts';

/** Days and times are those of the county's people, wherever the reader sits. */
const ZONE = 'Europe/Helsinki';

/** The locale of each language as Finland writes it; English follows Britain. */
export const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<
  Language,
  string
>;

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const made = dateFormats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  dateFormats.set(key, made);
  return made;
}

/** A day (`YYYY-MM-DD`) as a date at noon UTC, which is the same day in every zone that matters here. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

const dayStyle = (language: Language): Intl.DateTimeFormatOptions => ({
  day: 'numeric',
  month: language === 'en' ? 'short' : 'numeric',
  year: 'numeric',
});

/** A day, `YYYY-MM-DD` or an instant's in Helsinki: `3.11.2026`, in English `3 Nov 2026`. */
export function formatDay(day: string | Date, language: Language): string {
  if (typeof day === 'string' && day.length === 10)
    return dateFormat(language, { ...dayStyle(language), timeZone: 'UTC' }).format(noon(day));
  return dateFormat(language, { ...dayStyle(language), timeZone: ZONE }).format(new Date(day));
}

/** A day without its year, for axes and lists that say the year: `3.11.`, in English `3 Nov`. */
export function formatDayShort(day: string, language: Language): string {
  const { day: number, month } = dayStyle(language);
  const text = dateFormat(language, { day: number!, month: month!, timeZone: 'UTC' }).format(
    noon(day),
  );
  return language === 'sv' ? text.replace('/', '.').replace(/\.?$/, '.') : text;
}

/** Two days as a stretch: `3.11.–12.11.2026`. */
export function formatDays(from: string, to: string, language: Language): string {
  const first =
    from.slice(0, 4) === to.slice(0, 4)
      ? formatDayShort(from, language)
      : formatDay(from, language);
  return language === 'en'
    ? `${first} – ${formatDay(to, language)}`
    : `${first}–${formatDay(to, language)}`;
}

/** A month by name: `marraskuu 2026`. */
export function formatMonth(day: string, language: Language): string {
  return dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    noon(day),
  );
}

/** A time of day in Helsinki: `klo 9.12`, `kl. 9.12`, `9:12`. */
export function formatTime(instant: string | Date, language: Language): string {
  const parts = dateFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const hour = String(Number(part('hour')));
  if (language === 'en') return `${hour}:${part('minute')}`;
  return `${language === 'fi' ? 'klo' : 'kl.'}\u00A0${hour}.${part('minute')}`;
}

/** A day and a time: `3.11.2026 klo 9.12`. */
export function formatMoment(instant: string | Date, language: Language): string {
  const comma = language === 'en' ? ',' : '';
  return `${formatDay(new Date(instant), language)}${comma} ${formatTime(instant, language)}`;
}

/** The day of an instant in Helsinki, `YYYY-MM-DD`; without one, today. */
export function dayOf(instant: string | Date = new Date()): string {
  const parts = dateFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: ZONE,
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** A day near today in words (`tänään`, `eilen`, `huomenna`), else as a date. */
export function formatDayNear(day: string | Date, language: Language, today = dayOf()): string {
  const own = typeof day === 'string' && day.length === 10 ? day : dayOf(day);
  const apart = Math.round((noon(own).getTime() - noon(today).getTime()) / 86_400_000);
  if (Math.abs(apart) > 1) return formatDay(own, language);
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(apart, 'day');
}

// `negative` and `exceptZero` give no sign to what is rounded to zero.
function writeNumber(
  value: number,
  language: Language,
  decimals: number,
  signDisplay: 'negative' | 'exceptZero',
): string {
  const key = `${language} ${decimals} ${signDisplay}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay,
    });
  numberFormats.set(key, format);
  return format
    .formatToParts(value)
    .map(({ type, value: text }) =>
      type === 'group' ? '\u202F' : type === 'minusSign' ? '\u2212' : text,
    )
    .join('');
}

/** A number: decimals with a comma (in English a point), thousands with a thin space, a true minus. */
export const formatNumber = (value: number, language: Language, decimals = 0): string =>
  writeNumber(value, language, decimals, 'negative');

/** A number with its sign, for differences: `+0,3`, `−2`. */
export const formatDifference = (value: number, language: Language, decimals = 0): string =>
  writeNumber(value, language, decimals, 'exceptZero');

/** A share of one as per cent: `27 %`, in English `27%`. */
export function formatPercent(share: number, language: Language, decimals = 0): string {
  return `${formatNumber(share * 100, language, decimals)}${language === 'en' ? '' : '\u00A0'}%`;
}

/** An interval: `4,4–4,7`, with a word between ends that may be negative. */
export function formatInterval(
  low: number,
  high: number,
  language: Language,
  decimals = 0,
): string {
  const between = low < 0 || high < 0 ? '\u00A0…\u00A0' : '–';
  return `${formatNumber(low, language, decimals)}${between}${formatNumber(high, language, decimals)}`;
}
