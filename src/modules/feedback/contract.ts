import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';

/** Who may be answering. */
export const RESPONDENTS = [
  'customer',
  'close-one',
  'supported',
  'child',
  'did-not-get-in',
] as const;

/** Who is answering. */
export type Respondent = (typeof RESPONDENTS)[number];

/** The ways by which an answer comes in. Figures are shown apart for each. */
export const ANSWER_CHANNELS = [
  'sms',
  'device',
  'kiosk',
  'qr',
  'web',
  'paper',
  'oral',
  'phone',
] as const;

/** The way by which an answer came in. */
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number];

/** What stands in place of an identifier. It tells that something was there and nothing of what it was. */
export const MASK = '▇▇▇▇';

/** The longest comment, in characters. */
export const LONGEST_COMMENT = 4000;

/** The groups of the recommendation question: 0–6, 7–8 and 9–10. */
export const RECOMMENDATION_GROUPS = ['low', 'middle', 'high'] as const;

const Text = z.object({
  fi: z.string().exactOptional(),
  sv: z.string().exactOptional(),
  en: z.string().exactOptional(),
});
const Place = z.object({ id: z.uuid(), name: Text });

/** What somebody wrote, masked, with what is known of the answer. Only the day is told, never the time. */
export const AnswerText = z.object({
  answer: z.uuid(),
  day: z.iso.date(),
  text: z.string(),
  masked: z.number().int(),
  language: z.enum(['fi', 'sv', 'en']),
  channel: z.enum(ANSWER_CHANNELS),
  respondent: z.enum(RESPONDENTS),
  recommendation: z.number().int().nullable(),
  unit: Place,
  /** The point of a path that the feedback concerns; titles are those of the path and of its phase. */
  path: z
    .object({ id: z.uuid(), anchor: z.string(), title: Text, phase: Text.nullable() })
    .nullable(),
  concern: z.enum(['open', 'handled']).nullable(),
});
export type AnswerText = z.infer<typeof AnswerText>;

/** One page of texts, the newest first. `next` is given back as `after` for the following page. */
export const AnswerTextPage = z.object({ texts: z.array(AnswerText), next: z.uuid().nullable() });
export type AnswerTextPage = z.infer<typeof AnswerTextPage>;

/** Which texts to show. */
export const TextFilter = z.strictObject({
  after: z.uuid().optional(),
  channel: z.enum(ANSWER_CHANNELS).optional(),
  recommendation: z.enum(RECOMMENDATION_GROUPS).optional(),
  days: z.enum(['30', '90', '365']).transform(Number).optional(),
  // The code of the statement set that was answered.
  set: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type TextFilter = z.infer<typeof TextFilter>;

/** What a sign may tell of; the signs themselves are the county's data. */
export const CONCERN_KINDS = ['self-harm', 'violence', 'medication', 'harm'] as const;

/** Urgent feedback (kiireellinen palaute): a text that a person must read by `due`. */
export const Concern = z.object({
  id: z.uuid(),
  answer: z.uuid(),
  kinds: z.array(z.string()),
  due: z.iso.datetime(),
  overdue: z.boolean(),
  day: z.iso.date(),
  text: z.string(),
  masked: z.number().int(),
  unit: Place,
});
export type Concern = z.infer<typeof Concern>;

/** The open ones of a node and all below it, the most urgent first. */
export const ConcernList = z.object({ concerns: z.array(Concern) });

/** How many open ones there are, and when the first is due. */
export const OpenConcerns = z.object({
  count: z.number().int(),
  due: z.iso.datetime().nullable(),
});
export type OpenConcerns = z.infer<typeof OpenConcerns>;

/** How an urgent feedback was handled: what was done, and by whom it was gone through. */
export const Handling = z.strictObject({ note: filledText(2000) });

/** Why a text is erased; `other` needs words of its own. */
export const ERASURE_REASONS = ['request', 'recognisable', 'elsewhere', 'other'] as const;

/** The erasure of a text, with its reason. */
export const Erasure = z
  .strictObject({ reason: z.enum(ERASURE_REASONS), words: text(200).default('') })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', {
    path: ['words'],
    message: 'missing',
  });
export type Erasure = z.infer<typeof Erasure>;

/** Why somebody reads people's words; `other` needs words of their own. Each reading is logged with it. */
export const PURPOSES = [
  'discussion',
  'development',
  'urgent',
  'moderation',
  'request',
  'other',
] as const;

/** Why people's words are read. */
export type Purpose =
  | { readonly kind: Exclude<(typeof PURPOSES)[number], 'other'> }
  | { readonly kind: 'other'; readonly words: string };

/** The header in which a purpose travels: not in the address, which proxies write down. */
export const PURPOSE_HEADER = 'polku-purpose';

/** The longest purpose in own words, in characters. */
export const LONGEST_PURPOSE = 200;

/** A purpose as a header: `discussion`, or `other; ` and the words, percent-encoded. */
export const writePurpose = (purpose: Purpose): string =>
  purpose.kind === 'other' ? `other; ${encodeURIComponent(purpose.words)}` : purpose.kind;
