import { z } from 'zod';
import { Slug } from '#contract/paths';
import { filledText, text } from '#platform/http/parse.ts';
import { VARIANTS } from '#platform/language.ts';

const Said = z.partialRecord(z.enum(['fi', 'sv', 'en']), z.string());
const Day = z.iso.date();

/** The kinds of parts that can tell of a partner. */
export const PARTNER_KINDS = ['link', 'service'] as const;

/**
 * How far a partner's word is on one part: `not-public` is not published (any more), `expired` was asked and never
 * answered, `changed-since` was answered, and its words are others now.
 */
export const CONFIRMATION_STATES = [
  'not-public',
  'not-asked',
  'asked',
  'expired',
  'confirmed',
  'change-wanted',
  'changed-since',
] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

/** A partner by its name, as it is known to people. */
export const PartnerForm = z.strictObject({ name: filledText(120) });
export type PartnerForm = z.infer<typeof PartnerForm>;

/** Whose service a part of a path tells of; null: nobody's. */
export const PartPartnerForm = z.strictObject({ partner: z.uuid().nullable() });

/** For how many days an address can be used. */
export const AddressForm = z.strictObject({ days: z.int().min(1).max(90).default(30) });
export type AddressForm = z.infer<typeof AddressForm>;

/** A new address. It is told this once; nobody can read it again. */
export const NewAddress = z.object({ id: z.uuid(), address: z.string(), lastDay: Day });
export type NewAddress = z.infer<typeof NewAddress>;

const Answer = z.object({
  verdict: z.enum(['right', 'change']),
  words: z.string(),
  role: z.string(),
  day: Day,
});

/** One part that tells of a partner, and how far the partner's word on it is. */
export const PartnerPart = z.object({
  path: z.uuid(),
  anchor: z.string(),
  title: Said,
  pathTitle: Said,
  within: z.array(Said),
  state: z.enum(CONFIRMATION_STATES),
  /** The latest answer, on whatever words. */
  answer: Answer.nullable(),
});
export type PartnerPart = z.infer<typeof PartnerPart>;

/** An address that was made for a partner. */
export const PartnerAddress = z.object({
  id: z.uuid(),
  madeOn: Day,
  madeBy: z.string().nullable(),
  lastDay: Day,
  state: z.enum(['valid', 'expired', 'revoked']),
});
export type PartnerAddress = z.infer<typeof PartnerAddress>;

/** A partner with all that is said of it. */
export const Partner = z.object({
  id: z.uuid(),
  name: z.string(),
  parts: z.array(PartnerPart),
  addresses: z.array(PartnerAddress),
});
export type Partner = z.infer<typeof Partner>;
export const PartnerList = z.object({ partners: z.array(Partner) });

/** What the public reads of a partner at one place. */
export const SaidPart = z.object({
  path: z.uuid(),
  anchor: z.string(),
  /** The fingerprint of what is shown here; an answer names it, so that it holds for this and nothing else. */
  seen: z.string(),
  pathTitle: Said,
  slugs: Said,
  within: z.array(Said),
  kind: z.enum(PARTNER_KINDS),
  linkKind: z.string().nullable(),
  sector: z.string(),
  texts: z.array(z.object({ field: z.string(), variant: z.enum(VARIANTS), text: z.string() })),
  urls: z.array(z.object({ language: z.enum(['fi', 'sv', 'en']), url: z.string() })),
  state: z.enum(CONFIRMATION_STATES),
  answer: Answer.nullable(),
});
export type SaidPart = z.infer<typeof SaidPart>;

/** What a partner reads at its address. */
export const Confirmation = z.object({
  partner: z.string(),
  lastDay: Day,
  parts: z.array(SaidPart),
});
export type Confirmation = z.infer<typeof Confirmation>;

/** The answers of a partner. No name and no contact of anybody is asked for. */
export const ConfirmationForm = z.strictObject({
  role: text(120).default(''),
  answers: z
    .array(
      z
        .strictObject({
          path: z.uuid(),
          anchor: Slug,
          seen: z.string().regex(/^[0-9a-f]{64}$/),
          verdict: z.enum(['right', 'change']),
          words: text(2000).default(''),
        })
        .refine(({ verdict, words }) => verdict === 'right' || words !== '', {
          message: 'missing',
          path: ['words'],
        }),
    )
    .min(1)
    .max(200),
});
export type ConfirmationForm = z.infer<typeof ConfirmationForm>;

/** What became of them: those whose words had changed meanwhile were not taken. */
export const ConfirmationOutcome = z.object({
  stored: z.int(),
  changed: z.array(z.object({ path: z.uuid(), anchor: z.string() })),
});
export type ConfirmationOutcome = z.infer<typeof ConfirmationOutcome>;
