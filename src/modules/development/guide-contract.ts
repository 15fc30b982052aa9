import { z } from 'zod';
import { ChannelQuery, Count, MONTHS } from '#contract/reports';

const LocalText = z.object({
  fi: z.string().optional(),
  sv: z.string().optional(),
  en: z.string().optional(),
});

/** A statement with its figure. */
export const GuideStatement = z.object({
  code: z.string(),
  theme: z.string(),
  text: LocalText,
  mean: z.number(),
  answers: Count.unwrap(),
  state: z.enum(['enough', 'wide']),
});
export type GuideStatement = z.infer<typeof GuideStatement>;

/** A question to discuss, chosen from the figures. `code` and `because` have their words in every language. */
export const GuideQuestion = z.object({
  code: z.enum([
    'access',
    'encounter',
    'safety',
    'information',
    'benefit',
    'other',
    'keep',
    'hear-more',
    'notice',
    'one-thing',
  ]),
  because: z.enum([
    'lowest',
    'next-lowest',
    'worse-than-parent',
    'declined',
    'strongest',
    'few',
    'always',
  ]),
  statement: GuideStatement.nullable(),
});
export type GuideQuestion = z.infer<typeof GuideQuestion>;

/** A text in the guide; `tone` goes by the recommendation that was given with it. */
export const GuideText = z.object({
  answer: z.uuid(),
  day: z.string(),
  tone: z.enum(['good', 'bad', 'between']),
  text: z.string(),
});
export type GuideText = z.infer<typeof GuideText>;

/** What differs from the node above beyond chance. `statement` is null for the recommendation index. */
export const GuideDifference = z.object({
  statement: GuideStatement.nullable(),
  direction: z.enum(['better', 'worse']),
  value: z.number(),
  parentValue: z.number(),
});
export type GuideDifference = z.infer<typeof GuideDifference>;

/** For how many months, and of which statement set, a guide is made. */
export const GuideQuery = z.object({
  months: z.enum(MONTHS).default('4'),
  set: ChannelQuery.shape.set,
});
