import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';
import { ELEMENT_KINDS, Properties } from './element.ts';

export {
  CHILDREN,
  type ElementKind,
  FIELDS,
  findField,
  LINK_KINDS,
  LOGICS,
  Properties,
  ROOT_ANCHOR,
  type TextField,
  TIMINGS,
  URGENCY_LEVELS,
} from './element.ts';

export type { ChannelNotice, LinkState, PathLinks } from './link-contract.ts';

const Language = z.enum(['fi', 'sv', 'en']);
const Said = z.partialRecord(z.enum(['fi', 'sv', 'en']), z.string());
const Slugs = Said;

/** An anchor or a slug: lower case letters, figures and single hyphens. */
export const Slug = text(80).pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** A path in the staff's list. */
export const PathSummary = z.object({
  id: z.uuid(),
  node: z.object({ id: z.uuid(), name: Said }),
  title: Said,
  slugs: Slugs,
  clinical: z.boolean(),
  status: z.enum(['draft', 'published', 'changed']),
  publishedOn: z.string().nullable(),
  reviewDue: z.string().nullable(),
  changedAt: z.string(),
  /** The languages in which it has a title. */
  languages: z.array(Language),
  /** Translations older than their Finnish original. */
  stale: z.number(),
  /** Finnish texts that lack a translation. */
  missing: z.number(),
});
export type PathSummary = z.infer<typeof PathSummary>;

/** The paths that the reader may see, and whether they may begin a new one somewhere. */
export const PathList = z.object({ paths: z.array(PathSummary) });

/** One text of the draft in one language. */
export const DraftText = z.object({ text: z.string(), revision: z.number(), stale: z.boolean() });
export type DraftText = z.infer<typeof DraftText>;

/** One element of the draft with its texts: field → language → text. */
export const DraftElement = z.object({
  anchor: z.string(),
  parent: z.string().nullable(),
  channel: z.uuid().nullable(),
  properties: Properties,
  texts: z.record(z.string(), z.partialRecord(Language, DraftText)),
});
export type DraftElement = z.infer<typeof DraftElement>;

/** Everything that the editor shows of a path. Parents come before children, siblings in their order. */
export const Draft = z.object({
  id: z.uuid(),
  node: z.uuid(),
  clinical: z.boolean(),
  slugs: Slugs,
  units: z.array(z.uuid()),
  languages: z.array(Language),
  status: z.enum(['draft', 'published', 'changed']),
  number: z.number(),
  revision: z.number(),
  changedAt: z.string(),
  publishedOn: z.string().nullable(),
  reviewDue: z.string().nullable(),
  elements: z.array(DraftElement),
  may: z.object({ edit: z.boolean(), publish: z.boolean() }),
});
export type Draft = z.infer<typeof Draft>;

/** What begins a new path. */
export const PathForm = z.strictObject({
  node: z.uuid(),
  clinical: z.boolean().default(false),
  title: z.strictObject({ fi: filledText(84), sv: text(84).optional(), en: text(84).optional() }),
});
export type PathForm = z.input<typeof PathForm>;

/** Where a text is. */
const place = { anchor: Slug, field: filledText(40), language: Language };

/** Confirms that a translation still says what its changed original says. */
export const TextPlace = z.strictObject(place);

/** A text as it was written, and the revision that the writer had before them (null: there was none). */
export const TextForm = z.strictObject({
  ...place,
  text: z.string().max(8000),
  expectedRevision: z.int().nullable(),
});
export type TextForm = z.infer<typeof TextForm>;

/** Written, or somebody else wrote meanwhile: then nothing was changed and theirs is in `current`. */
export const TextOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written'), revision: z.number().nullable(), changedAt: z.string() }),
  z.object({
    kind: z.literal('clash'),
    current: z.object({ text: z.string(), revision: z.number().nullable() }),
  }),
]);
export type TextOutcome = z.infer<typeof TextOutcome>;

/** A new element. Its title becomes its anchor, which never changes. */
export const ElementForm = z.strictObject({
  parent: Slug,
  kind: z.enum(ELEMENT_KINDS),
  title: text(120).default(''),
  channel: z.uuid().nullable().default(null),
});
export type ElementForm = z.input<typeof ElementForm>;

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
  'link-broken',
  'link-unchecked',
  'contact-typed',
] as const;

/** Where something is that keeps a draft from being published. */
export const PathFault = z.object({
  anchor: z.string(),
  field: z.string().nullable(),
  language: Language.nullable(),
  code: z.enum(FAULT_CODES),
});
export type PathFault = z.infer<typeof PathFault>;
