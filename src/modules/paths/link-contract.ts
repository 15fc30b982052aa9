import { z } from 'zod';
import { filledText } from '#platform/http/parse.ts';

/** What became of looking at an address. */
export const LINK_OUTCOMES = ['ok', 'moved', 'broken', 'unreachable', 'refused'] as const;

/** What became of looking at an address. */
export type LinkOutcome = (typeof LINK_OUTCOMES)[number];

/** The state of one address that a path leads to. */
export const LinkState = z.object({
  address: z.string(),
  /** `example`: an address that nobody has, in the example county. `unchecked`: nobody has looked yet. */
  outcome: z.enum([...LINK_OUTCOMES, 'unchecked', 'example']),
  /** Where it is now, or why it is not asked. */
  detail: z.string().nullable(),
  status: z.number().nullable(),
  checkedAt: z.string().nullable(),
  workedAt: z.string().nullable(),
  since: z.string().nullable(),
  failedDays: z.number(),
  /** What it means for publishing. */
  fault: z.enum(['link-broken', 'link-unchecked']).nullable(),
  places: z.array(
    z.object({ anchor: z.string(), field: z.string(), language: z.string().nullable() }),
  ),
});
export type LinkState = z.infer<typeof LinkState>;

/** How the link checker itself is. */
export const LinkChecker = z.object({
  /** When it last looked at anything. */
  workedAt: z.string().nullable(),
  /** Since when it has not been able to work. */
  outageSince: z.string().nullable(),
  /** How many days old a check may be for a path to be published. */
  validDays: z.number(),
});
export type LinkChecker = z.infer<typeof LinkChecker>;

/** How many days old a check may be for a path to be published; each link is looked at once a day, so one is too few. */
export const LinkCheckerForm = z.strictObject({ validDays: z.int().min(2).max(60) });
export type LinkCheckerForm = z.infer<typeof LinkCheckerForm>;

/** The addresses of a path, and how the checker itself is. */
export const PathLinks = z.object({
  links: z.array(LinkState),
  checker: LinkChecker,
  /** Who publishes answers for these addresses, though they could not be checked. */
  override: z
    .object({ reason: z.string(), givenAt: z.string(), addresses: z.array(z.string()) })
    .nullable(),
});
export type PathLinks = z.infer<typeof PathLinks>;

/** Why a path may be published with links that could not be checked. */
export const OverrideForm = z.strictObject({ reason: filledText(500).pipe(z.string().min(10)) });
export type OverrideForm = z.input<typeof OverrideForm>;

/** A channel that a path uses was changed or closed in the register. */
export const ChannelNotice = z.object({
  path: z.uuid(),
  channel: z.uuid(),
  name: z.partialRecord(z.enum(['fi', 'sv', 'en']), z.string()),
  what: z.enum(['changed', 'closed', 'reopened']),
  notedAt: z.string(),
});
export type ChannelNotice = z.infer<typeof ChannelNotice>;

/** The paths that use a channel. */
export const ChannelUse = z.object({ channel: z.uuid(), paths: z.array(z.uuid()) });
