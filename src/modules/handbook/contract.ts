import { z } from 'zod';
import { filledText } from '#platform/http/parse.ts';
import { VARIANTS } from '#platform/language.ts';
import { ENTRY_KINDS, Properties, RELATIONS, type RelationKind } from './entry.ts';

export {
  BASES,
  BELOW,
  type EntryField,
  type EntryKind,
  FIELDS,
  GROUPS,
  Properties,
  type RelationKind,
} from './entry.ts';
export { troubleOf } from './promise-state.ts';
export { OPERATORS, STATISTICS, type Threshold, THRESHOLD_UNITS } from './threshold.ts';

const Variant = z.enum(VARIANTS);

/** One text of an entry in one variant; stale when what it was made from has been changed since. */
export const EntryText = z.object({ text: z.string(), revision: z.number(), stale: z.boolean() });
export type EntryText = z.infer<typeof EntryText>;

/** One entry with its texts: field → variant → text. */
export const Entry = z.object({
  id: z.uuid(),
  /** By which paths refer to it; unique among its kind, and never changed. */
  code: z.string(),
  parent: z.uuid().nullable(),
  retired: z.boolean(),
  changedAt: z.string(),
  properties: Properties,
  texts: z.record(z.string(), z.partialRecord(Variant, EntryText)),
});
export type Entry = z.infer<typeof Entry>;

const relationKinds = Object.keys(RELATIONS) as [RelationKind, ...RelationKind[]];

/** Two entries that belong together. */
export const Relation = z.object({
  kind: z.enum(relationKinds),
  from: z.uuid(),
  to: z.uuid(),
});
export type Relation = z.infer<typeof Relation>;

/** The whole handbook: parents before what hangs on them, siblings in their order. */
export const Handbook = z.object({
  /** The languages in which everything required must be written. */
  languages: z.array(z.enum(['fi', 'sv', 'en'])),
  entries: z.array(Entry),
  relations: z.array(Relation),
  may: z.object({ edit: z.boolean() }),
});
export type Handbook = z.infer<typeof Handbook>;

/** A new entry, named in Finnish. */
export const EntryForm = z.strictObject({
  kind: z.enum(ENTRY_KINDS),
  parent: z.uuid().nullable().default(null),
  name: filledText(160),
});
export type EntryForm = z.input<typeof EntryForm>;

/** Properties to be set, and what the writer had before them of these. */
export const EntryChange = z.looseObject({ before: z.record(z.string(), z.unknown()) });
export type EntryChange = z.infer<typeof EntryChange>;

/** A place among the texts of an entry. */
const place = { field: filledText(40), variant: Variant };

/** Confirms that a text still says what its changed original says. */
export const EntryTextPlace = z.strictObject(place);

/** A text as it was written, and the revision that the writer had before them (null: there was none). */
export const EntryTextForm = z.strictObject({
  ...place,
  text: z.string().max(8000),
  expectedRevision: z.int().nullable(),
});
export type EntryTextForm = z.infer<typeof EntryTextForm>;

/** Written, or somebody else wrote meanwhile: then nothing was changed and theirs is in `current`. */
export const EntryTextOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written'), revision: z.number().nullable(), changedAt: z.string() }),
  z.object({
    kind: z.literal('clash'),
    current: z.object({ text: z.string(), revision: z.number().nullable() }),
  }),
]);
export type EntryTextOutcome = z.infer<typeof EntryTextOutcome>;

/** Whether two entries belong together. */
export const RelationForm = z.strictObject({ ...Relation.shape, joined: z.boolean() });
export type RelationForm = z.infer<typeof RelationForm>;
