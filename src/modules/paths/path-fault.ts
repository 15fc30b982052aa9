import { z } from 'zod';
import { VARIANTS } from '#platform/language.ts';

/** What keeps a draft from being published. */
const FAULT_CODES = [
  'text-missing',
  'translation-missing',
  'phase-missing',
  'step-empty',
  'urgency-missing',
  'only-digital',
  'address-missing',
  'address-unsafe',
  'channel-closed',
  'identity-code',
  'slug-missing',
  'reference-missing',
  'cell-backwards',
  'measure-missing',
  'entry-missing',
  'promise-ended',
  'promise-limit',
  'prompt-left',
  'link-broken',
  'link-unchecked',
  'contact-typed',
  'review-missing',
  'review-outdated',
  'review-rejected',
  'clinical-review-missing',
  'clinical-review-outdated',
  'reviewer-edited',
  'publisher-gone',
] as const;

/** Where something is that keeps a draft from being published. */
export const PathFault = z.object({
  anchor: z.string(),
  field: z.string().nullable(),
  language: z.enum(VARIANTS).nullable(),
  code: z.enum(FAULT_CODES),
});
export type PathFault = z.infer<typeof PathFault>;
