import { z } from 'zod';
import { filledText } from '#platform/http/parse.ts';

/** Whether a reply is written, before the public, or taken from it. */
export type ReplyStatus = 'draft' | 'published' | 'withdrawn';

/** How long each half of a reply may be: two or three sentences that are read on a phone. */
export const REPLY_LENGTH = 600;

/** How far the public reply of an action is. */
export const ReplyState = z.enum(['none', 'draft', 'waiting', 'published', 'withdrawn']);
export type ReplyState = z.infer<typeof ReplyState>;

const ReplyText = z.strictObject({
  youSaid: filledText(REPLY_LENGTH),
  weDid: filledText(REPLY_LENGTH),
});

/** The texts of a reply by language. */
export const ReplyTexts = z.strictObject({
  fi: ReplyText.exactOptional(),
  sv: ReplyText.exactOptional(),
  en: ReplyText.exactOptional(),
});
export type ReplyTexts = z.infer<typeof ReplyTexts>;

/** A reply as written. `send` hands it over to be published; `revision` is the reply's (0 = there was none). */
export const ReplyForm = z.strictObject({
  texts: ReplyTexts,
  send: z.boolean().default(false),
  revision: z.int().min(0),
});
export type ReplyForm = z.infer<typeof ReplyForm>;

/** The reply's revision that the publisher has read. */
export const ReplySeen = z.strictObject({ revision: z.int().min(1) });
export type ReplySeen = z.infer<typeof ReplySeen>;

/** Why a reply cannot be published by the one who asks. */
export const ReplyHindrance = z.enum([
  'not-sent',
  'languages-missing',
  'action-not-begun',
  'own-text',
]);
export type ReplyHindrance = z.infer<typeof ReplyHindrance>;

/** The reply of an action as the staff see it. */
export const Reply = z.object({
  id: z.uuid(),
  revision: z.int(),
  state: ReplyState,
  texts: z.object({
    fi: ReplyText.exactOptional(),
    sv: ReplyText.exactOptional(),
    en: ReplyText.exactOptional(),
  }),
  /** The county's languages in which it is not written yet. */
  missing: z.array(z.string()),
  /** Everyone who wrote of its text since it was last published. */
  writers: z.array(z.string()),
  writtenAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  publishedBy: z.string().nullable(),
  hindrances: z.array(ReplyHindrance),
});
export type Reply = z.infer<typeof Reply>;
