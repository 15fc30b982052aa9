import type { OpeningHours } from '#contract/channels';
import type { Translate } from '#platform/i18n.ts';

/** Hours as they are being written. */
export type Hours = OpeningHours;

/** A part of the hours: a week, or days that are not as usual. */
export type Block = Hours[number];

/** The weekdays by their numbers. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A week of the usual office hours, to be changed. */
export const newWeek = (): Block => ({
  kind: 'normal',
  validFrom: null,
  validTo: null,
  always: false,
  spells: [1, 2, 3, 4, 5].map((day) => ({ day, from: '8.00', to: '16.00', toDay: null })),
  note: {},
});

/** A day on which it is closed, to be changed. */
export const newException = (day: string): Block => ({
  kind: 'exceptional',
  validFrom: day,
  validTo: day,
  spells: [],
  note: {},
});

/** A time as people write it: `8`, `8.30`, `08:30`. */
const timeSent = (written: string): string => {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(written.trim()) ?? [];
  return hour === '' ? written : `${hour.padStart(2, '0')}:${minute}`.replace('24:00', '00:00');
};

/** A time as people read it: `8.00`. */
export const timeShown = (time: string): string =>
  time.replace(/^0(?=\d[:.])/, '').replace(':', '.');

const spellSent = <Spell extends { from: string; to: string }>(spell: Spell): Spell => ({
  ...spell,
  from: timeSent(spell.from),
  to: timeSent(spell.to),
});

/** The hours as they are sent. */
export const sentHours = (hours: Hours): Hours =>
  hours.map((block) =>
    block.kind === 'exceptional'
      ? { ...block, spells: block.spells.map(spellSent) }
      : { ...block, spells: block.always ? [] : block.spells.map(spellSent) },
  );

/** The hours a line each, to be held against other ones. */
export const hoursInWords = (t: Translate, hours: Hours): string =>
  hours
    .map((block) => {
      const days = [block.validFrom, block.validTo].filter(Boolean).join('–');
      if (block.kind === 'normal' && block.always) return `${days} ${t('channels:hours.always')}`;
      const spells = block.spells.map((spell) => {
        const day = 'day' in spell ? `${t(`channels:hours.weekday.${spell.day as 1}`)} ` : '';
        return `${day}${timeShown(spell.from)}–${timeShown(spell.to)}`;
      });
      return [days, spells.join(', ') || t('channels:hours.closedThen'), block.note.fi]
        .filter(Boolean)
        .join(' · ');
    })
    .join('\n');
