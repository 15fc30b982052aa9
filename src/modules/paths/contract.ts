import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';
import { EASY_VARIANTS, VARIANTS } from '#platform/language.ts';
import { ELEMENT_KINDS } from './element.ts';
import { Properties, Slug } from './element-properties.ts';

export { CHILDREN, type ElementKind, isForStaff, ROOT_ANCHOR } from './element.ts';
export { FIELDS, nameField, type TextField } from './element-fields.ts';
export { type Input, inputsOf } from './element-inputs.ts';
export { Properties, Slug } from './element-properties.ts';
export { PathFault } from './path-fault.ts';
export * from './review-contract.ts';

export type {
  ChannelNotice,
  LinkChecker,
  LinkCheckerForm,
  LinkState,
  PathLinks,
} from './link-contract.ts';

export { PATH_TEMPLATES, PathCopyForm, PathTableLine, PathTableOutcome } from './table-contract.ts';

const Language = z.enum(['fi', 'sv', 'en']);
const Said = z.partialRecord(z.enum(['fi', 'sv', 'en']), z.string());
const Slugs = Said;
const Variant = z.enum(VARIANTS);

/** A path in the staff's list. */
export const PathSummary = z.object({
  id: z.uuid(),
  node: z.object({ id: z.uuid(), name: Said }),
  title: Said,
  slugs: Slugs,
  clinical: z.boolean(),
  level: z.enum(['strategic', 'service', 'touchpoint']),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  units: z.array(z.uuid()),
  status: z.enum(['draft', 'published', 'changed']),
  publishedOn: z.string().nullable(),
  reviewDue: z.string().nullable(),
  changedAt: z.string(),
  /** The languages in which it has a title. */
  languages: z.array(Language),
  /** Texts older than what they were written from, easy language too. */
  stale: z.number(),
  /** Translations that are lacking of what readers see. */
  missing: z.number(),
  /** The codes of the handbook's entries that it names anywhere. */
  segments: z.array(z.string()),
  standardPhases: z.array(z.string()),
  promises: z.array(z.string()),
  aims: z.array(z.string()),
  /** The anchors of the phases that the public sees. */
  phases: z.array(z.string()),
  /** Critical points that no statement measures. */
  unmeasured: z.number(),
  /** Links of what is published, in its own parts and texts, that the link checker has found broken. */
  broken: z.number(),
  /** Whether a review has been asked for and not given. */
  waiting: z.boolean(),
  /** Whether what is published was never approved: in an emergency, or before there were reviews. */
  unreviewed: z.boolean(),
  /** The days until which its links are promised to be right. */
  expires: z.array(z.string()),
});
export type PathSummary = z.infer<typeof PathSummary>;

/** The paths that the reader may see, and whether they may begin a new one somewhere. */
export const PathList = z.object({ paths: z.array(PathSummary) });

/** A published path as professionals choose it. */
export const Guide = z.object({
  id: z.uuid(),
  title: Said,
  topic: Said,
  slugs: Slugs,
  easy: z.array(z.enum(EASY_VARIANTS)),
  /** Whether customers have its address: otherwise it is for the staff. */
  shown: z.boolean(),
});
export type Guide = z.infer<typeof Guide>;

/** The published paths by topic and title. */
export const GuideList = z.object({ paths: z.array(Guide) });

/** One text of the draft in one language. */
export const DraftText = z.object({ text: z.string(), revision: z.number(), stale: z.boolean() });
export type DraftText = z.infer<typeof DraftText>;

/** One element of the draft with its texts: field → language → text. */
export const DraftElement = z.object({
  anchor: z.string(),
  parent: z.string().nullable(),
  channel: z.uuid().nullable(),
  properties: Properties,
  texts: z.record(z.string(), z.partialRecord(Variant, DraftText)),
});
export type DraftElement = z.infer<typeof DraftElement>;

/** The moments of life that a path may belong to. */
export const LIFE_EVENTS = [
  'having-a-child',
  'falling-ill',
  'ageing',
  'losing-someone',
  'separation',
  'unemployment',
  'studying',
  'moving',
  'violence-or-crisis',
  'disability',
  'caring-for-another',
] as const;

/** What a path is besides its versions; a change holds at once and for all versions. */
export const PathSettings = z.strictObject({
  level: z.enum(['strategic', 'service', 'touchpoint']),
  pathKind: z.enum(['customer', 'patient', 'multi-service', 'staff']),
  audiences: z
    .array(z.enum(['customer', 'close-one', 'partner', 'professional']))
    .min(1)
    .max(4),
  lifeEvents: z.array(z.enum(LIFE_EVENTS)).max(LIFE_EVENTS.length),
  /** Who sees what is published: everybody, whoever has the address, or the staff. */
  visibility: z.enum(['public', 'unlisted', 'staff']),
  /** Whether the professional's view is an open page too. */
  professionalOpen: z.boolean(),
  /** The account that answers for the path, and its deputy. */
  owner: z.uuid().nullable(),
  deputy: z.uuid().nullable(),
});
export type PathSettings = z.infer<typeof PathSettings>;

/** Those settings that are to be set, and what the writer had before them of these. */
export const SettingsChange = z.strictObject({
  ...PathSettings.partial().shape,
  before: PathSettings.partial(),
});
export type SettingsChange = z.infer<typeof SettingsChange>;

/** The address that a path is to have in one language, and the one before the writer; empty when it had none. */
export const SlugChange = z.strictObject({ slug: Slug, before: Slug.or(z.literal('')) });
export type SlugChange = z.infer<typeof SlugChange>;

/** The units that are to offer the path, and those that did before the writer. */
export const UnitsChange = z.strictObject({
  units: z.array(z.uuid()).max(1000),
  before: z.array(z.uuid()).max(1000),
});
export type UnitsChange = z.infer<typeof UnitsChange>;

/** Everything that the editor shows of a path. Parents come before children, siblings in their order. */
export const Draft = z.object({
  id: z.uuid(),
  node: z.uuid(),
  clinical: z.boolean(),
  slugs: Slugs,
  units: z.array(z.uuid()),
  languages: z.array(Language),
  /** The easy-language variants that it is offered in, beside those. */
  easy: z.array(z.enum(EASY_VARIANTS)),
  settings: PathSettings,
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
const place = { anchor: Slug, field: filledText(40), language: Variant };

/** Confirms that a translation still says what its changed original says. */
export const TextPlace = z.strictObject(place);

/** A text as it was written, and the revision that the writer had before them (null: there was none). */
export const TextForm = z.strictObject({
  ...place,
  text: z.string().max(20_000),
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
  title: text(2000).default(''),
  channel: z.uuid().nullable().default(null),
});
export type ElementForm = z.input<typeof ElementForm>;
