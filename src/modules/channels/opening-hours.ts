import { z } from 'zod';
import { text } from '#platform/http/parse.ts';

const Day = z.iso.date();
const Weekday = z.int().min(1).max(7);
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Note = z.partialRecord(z.enum(['fi', 'sv', 'en']), text(150));

/**
 * A stretch of a week, days from 1 (Monday) to 7. An end that is not after its beginning is on the next day, so 00:00 is
 * midnight; `toDay` is for what goes on for days, such as from Friday evening to Monday morning.
 */
const Spell = z.strictObject({
  day: Weekday,
  from: Time,
  to: Time,
  toDay: Weekday.nullable().default(null),
});
export type Spell = z.infer<typeof Spell>;

const DaySpell = z.strictObject({ from: Time, to: Time });

/** Hours that come again every week; those with days of validity go before those without. */
const Normal = z.strictObject({
  kind: z.literal('normal'),
  validFrom: Day.nullable().default(null),
  validTo: Day.nullable().default(null),
  always: z.boolean().default(false),
  spells: z.array(Spell).max(70).default([]),
  note: Note.default({}),
});
export type NormalHours = z.infer<typeof Normal>;

/** Hours of one day or of some days, such as a holiday, instead of the normal ones. Without spells it is closed. */
const Exceptional = z.strictObject({
  kind: z.literal('exceptional'),
  validFrom: Day,
  validTo: Day,
  spells: z.array(DaySpell).max(10).default([]),
  note: Note.default({}),
});
export type ExceptionalHours = z.infer<typeof Exceptional>;

const inOrder = ({
  validFrom,
  validTo,
}: {
  validFrom: string | null;
  validTo: string | null;
}): boolean => validFrom === null || validTo === null || validFrom <= validTo;

/** When a channel is open, of the shape of PTV's service hours. Empty: it is not told. */
export const OpeningHours = z
  .array(z.discriminatedUnion('kind', [Normal, Exceptional]))
  .max(100)
  .superRefine((blocks, { addIssue }) => {
    for (const [index, block] of blocks.entries()) {
      if (!inOrder(block))
        addIssue({ code: 'custom', path: [index, 'validTo'], message: 'before-its-beginning' });
      if (block.kind === 'normal' && !block.always && block.spells.length === 0)
        addIssue({ code: 'custom', path: [index, 'spells'], message: 'missing' });
    }
  });
export type OpeningHours = z.infer<typeof OpeningHours>;

/** One line of the hours as people read them. */
export const OpeningLine = z.object({
  /** The first and the last weekday that are alike; nothing where the line is of dates. */
  days: z.tuple([z.number(), z.number()]).nullable(),
  always: z.boolean(),
  spells: z.array(z.object({ from: z.string(), to: z.string(), toDay: z.number().nullable() })),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  exceptional: z.boolean(),
  note: z.partialRecord(z.enum(['fi', 'sv', 'en']), z.string()),
});
export type OpeningLine = z.infer<typeof OpeningLine>;

/** Whether a channel is open at a moment, and until when that is so. */
export const Opening = z.object({
  state: z.enum(['unknown', 'open', 'closed']),
  /** The moment. */
  at: z.string(),
  /** When it closes or opens next; nothing when that is not in sight. */
  changes: z.string().nullable(),
  /** Until when all of this may be told in these words: the next change, and midnight where days are named. */
  holdsUntil: z.string().nullable(),
  lines: z.array(OpeningLine),
});
export type Opening = z.infer<typeof Opening>;
