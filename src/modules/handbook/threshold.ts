import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';

/** How a measured value is held against the limit. */
export const OPERATORS = ['at-most', 'less-than', 'at-least', 'more-than'] as const;

/** In what a limit is given. */
export const THRESHOLD_UNITS = [
  'minutes',
  'hours',
  'days',
  'working-days',
  'weeks',
  'months',
] as const;

/** Which figure of the measured cases is held against the limit. */
export const STATISTICS = ['share', 'median', 'p90'] as const;

/** Fewer cases than this are told of nobody, as with any figure of staff. */
const FEWEST = 5;

/** What a limit says in words, in each language; where one is not written, the Finnish is told. */
const words = (maximum: number) =>
  z.strictObject({
    fi: filledText(maximum),
    sv: text(maximum).optional(),
    en: text(maximum).optional(),
  });

/**
 * When a promise is kept: from which event to which, how long at most, for whom, and of how many cases at least it can
 * be told. A threshold that lacks one of these is none (rule 10).
 */
export const Threshold = z
  .strictObject({
    startEvent: words(120),
    endEvent: words(120),
    operator: z.enum(OPERATORS),
    value: z.number().positive().max(100_000),
    unit: z.enum(THRESHOLD_UNITS),
    population: words(300),
    statistic: z.enum(STATISTICS),
    // Of which share of the cases it must be true, in per cent; with the other statistics nothing.
    share: z.number().positive().max(100).nullable(),
    minimumN: z.int().min(FEWEST).max(100_000),
  })
  .superRefine(({ statistic, share }, { addIssue }) => {
    if (statistic === 'share' && share === null)
      addIssue({ code: 'custom', path: ['share'], message: 'missing' });
    if (statistic !== 'share' && share !== null)
      addIssue({ code: 'custom', path: ['share'], message: 'not-an-option' });
  });
export type Threshold = z.infer<typeof Threshold>;
