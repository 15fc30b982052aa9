import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';
import { Threshold } from './threshold.ts';

/** What the handbook is made of. */
export const ENTRY_KINDS = [
  'phase-scheme',
  'standard-phase',
  'customer-phase',
  'segmentation-scheme',
  'segment',
  'profile',
  'promise',
  'cornerstone',
  'aim',
  'focus-area',
  'term',
] as const;

/** A kind of entry. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What may hang on what. */
export const BELOW: Readonly<Partial<Record<EntryKind, readonly EntryKind[]>>> = {
  'phase-scheme': ['standard-phase', 'customer-phase'],
  'segmentation-scheme': ['segment'],
  segment: ['profile'],
};

const HANGING: ReadonlySet<EntryKind> = new Set(Object.values(BELOW).flat());

/** Whether an entry of this kind stands by itself. */
export const standsAlone = (kind: EntryKind): boolean => !HANGING.has(kind);

/** Which kinds each sort of relation joins, from the first to the second. */
export const RELATIONS = {
  phase: ['customer-phase', 'standard-phase'],
  segment: ['segment', 'segment'],
  promise: ['promise', 'segment'],
} as const satisfies Record<string, readonly [EntryKind, EntryKind]>;

/** A sort of relation. */
export type RelationKind = keyof typeof RELATIONS;

/** One text of an entry, written in each variant. */
export interface EntryField {
  readonly name: string;
  /** Whether the entry is unfinished without it. */
  readonly required?: true;
  /** Whether it is also written in easy language. */
  readonly easy?: true;
  /** Whether it is a list, one thing on each line. */
  readonly lines?: true;
  /** Lines that its field shows at first; 1 unless told. */
  readonly rows?: number;
  readonly maximum: number;
}

const name: EntryField = { name: 'name', required: true, maximum: 84 };
const description: EntryField = { name: 'description', rows: 3, maximum: 600 };

/** The texts of each kind, in the order in which they are written. The first names the entry. */
export const FIELDS: Readonly<Record<EntryKind, readonly EntryField[]>> = {
  'phase-scheme': [name, description],
  'standard-phase': [name, description],
  'customer-phase': [
    { ...name, easy: true },
    { name: 'does', required: true, easy: true, rows: 3, maximum: 600 },
  ],
  'segmentation-scheme': [name, description],
  segment: [
    { ...name, easy: true },
    { name: 'need', required: true, easy: true, rows: 3, maximum: 600 },
    { name: 'digital', rows: 2, maximum: 300 },
  ],
  profile: [
    name,
    { name: 'motto', required: true, maximum: 160 },
    { ...description, required: true, rows: 4, maximum: 1000 },
  ],
  promise: [
    { ...name, easy: true, maximum: 160 },
    { name: 'how', required: true, easy: true, rows: 3, maximum: 600 },
  ],
  cornerstone: [
    { ...name, easy: true },
    { name: 'customer', required: true, easy: true, rows: 3, maximum: 600 },
    { name: 'employee', required: true, rows: 3, maximum: 600 },
  ],
  aim: [
    { ...name, easy: true, maximum: 160 },
    { name: 'meaning', required: true, easy: true, rows: 2, maximum: 400 },
    { name: 'measure', required: true, rows: 2, maximum: 400 },
  ],
  'focus-area': [{ ...name, maximum: 120 }, description],
  term: [
    { ...name, easy: true },
    { name: 'definition', required: true, easy: true, rows: 3, maximum: 400 },
    { name: 'forms', lines: true, easy: true, rows: 3, maximum: 1500 },
  ],
};

/** The model on which segments rest. */
export const BASES = ['needs-based', 'customership', 'other'] as const;

/** What a focus area is about. */
export const GROUPS = ['ways-of-working', 'leadership', 'staff-and-services', 'own'] as const;

const day = z.iso.date().nullable().default(null);

/** Which share of people a segment is, only ever together with where that is known from. */
const Share = z.strictObject({ percent: z.number().min(0).max(100), evidence: filledText(300) });

/**
 * The properties of each kind that are no texts, with the values that a new entry gets. Nothing here can name a
 * person: a profile is invented, and segments are of matters, which people move between (rule 18).
 */
export const Properties = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phase-scheme'),
    version: text(40).default(''),
    source: text(300).default(''),
  }),
  z.strictObject({ kind: z.literal('standard-phase') }),
  z.strictObject({ kind: z.literal('customer-phase') }),
  z.strictObject({
    kind: z.literal('segmentation-scheme'),
    basis: z.enum(BASES).default('needs-based'),
    source: text(300).default(''),
    exclusive: z.literal(false).default(false),
    situational: z.literal(true).default(true),
  }),
  z.strictObject({
    kind: z.literal('segment'),
    // Such as S1, before its name.
    abbreviation: text(12).default(''),
    share: Share.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('profile'), fictional: z.literal(true).default(true) }),
  z
    .strictObject({
      kind: z.literal('promise'),
      validFrom: day,
      validTo: day,
      owner: text(120).default(''),
      public: z.boolean().default(false),
      thresholds: z.array(Threshold).max(10).default([]),
    })
    .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
      message: 'ends-before-start',
      path: ['validTo'],
    }),
  z.strictObject({ kind: z.literal('cornerstone') }),
  z.strictObject({ kind: z.literal('aim') }),
  z.strictObject({ kind: z.literal('focus-area'), group: z.enum(GROUPS).default('own') }),
  z.strictObject({ kind: z.literal('term'), source: text(300).default('') }),
]);
export type Properties = z.infer<typeof Properties>;

/** The properties that a new entry of a kind gets. */
export const DEFAULTS = Object.fromEntries(
  ENTRY_KINDS.map((kind) => [kind, Properties.parse({ kind })]),
) as Readonly<Record<EntryKind, Properties>>;

/** The field of that name. */
export const findField = (kind: EntryKind, wanted: string): EntryField | undefined =>
  FIELDS[kind].find(({ name }) => name === wanted);
