import { z } from 'zod';
import { WebAddress } from '#contract/channels';
import { text } from '#platform/http/parse.ts';

/** What a path is made of. */
export const ELEMENT_KINDS = [
  'path',
  'phase',
  'step',
  'channel-use',
  'instruction',
  'link',
  'form',
  'symptom-check',
  'urgency-notice',
] as const;

/** A kind of element. */
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** The anchor of a path's own element, from which all others hang. */
export const ROOT_ANCHOR = 'polku';

/** What may hang on what. */
export const CHILDREN: Readonly<Record<ElementKind, readonly ElementKind[]>> = {
  path: ['urgency-notice', 'phase'],
  phase: ['instruction', 'step'],
  step: ['channel-use', 'symptom-check', 'form', 'link'],
  'urgency-notice': ['channel-use'],
  'channel-use': [],
  instruction: [],
  link: [],
  form: [],
  'symptom-check': [],
};

/** One text of an element, written in each language. */
export interface TextField {
  readonly name: string;
  /** Whether a path without it cannot be published. */
  readonly required?: true;
  /** Whether it is Markdown; the others are plain text. */
  readonly markdown?: true;
  /** Whether it is a list, one thing on each line. */
  readonly lines?: true;
  readonly maximum: number;
}

const title: TextField = { name: 'title', required: true, maximum: 84 };
const body: TextField = { name: 'text', markdown: true, maximum: 4000 };

/** The texts of each kind, in the order in which they are written. */
export const FIELDS: Readonly<Record<ElementKind, readonly TextField[]>> = {
  path: [
    title,
    { name: 'description', required: true, maximum: 159 },
    { name: 'topic', required: true, maximum: 60 },
    { name: 'facts', lines: true, maximum: 400 },
    { name: 'note', maximum: 300 },
    { name: 'searchWords', lines: true, maximum: 800 },
  ],
  phase: [title, body],
  step: [
    title,
    body,
    { name: 'cost', maximum: 200 },
    { name: 'wait', maximum: 200 },
    { name: 'needs', maximum: 300 },
  ],
  'channel-use': [{ name: 'whenToUse', maximum: 200 }],
  instruction: [title, { ...body, required: true }],
  link: [
    { ...title, maximum: 120 },
    { name: 'why', required: true, maximum: 300 },
    { name: 'provider', maximum: 120 },
  ],
  form: [
    { ...title, maximum: 120 },
    { name: 'needs', maximum: 300 },
    { name: 'paper', maximum: 300 },
  ],
  'symptom-check': [
    { ...title, maximum: 120 },
    { name: 'notFor', required: true, maximum: 300 },
  ],
  'urgency-notice': [title, { name: 'text', required: true, maximum: 600 }],
};

/** An address that may differ by language; where one lacks its own, the Finnish one is used. */
const LocalAddress = z.strictObject({ fi: WebAddress, sv: WebAddress, en: WebAddress }).partial();

/** What a curated link is for. */
export const LINK_KINDS = [
  'information',
  'coaching',
  'self-care',
  'peer-support',
  'crisis-help',
  'other',
] as const;

/** When a phase takes place. */
export const TIMINGS = ['before', 'during', 'after'] as const;

/** How a step joins the one before it. */
export const LOGICS = ['next', 'and', 'or'] as const;

/** How urgent a matter is. */
export const URGENCY_LEVELS = ['emergency', 'urgent', 'non-urgent'] as const;

/** The properties of each kind that are no texts, with the values that a new element gets. */
export const Properties = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('path') }),
  z.strictObject({ kind: z.literal('phase'), timing: z.enum(TIMINGS).default('during') }),
  z.strictObject({
    kind: z.literal('step'),
    logic: z.enum(LOGICS).default('next'),
    needed: z.enum(['required', 'optional']).default('required'),
    // Why it is fine that this step can only be taken over the net; for the editors, not shown to the public.
    onlyDigitalReason: text(300).default(''),
  }),
  z.strictObject({ kind: z.literal('channel-use') }),
  z.strictObject({ kind: z.literal('instruction') }),
  z.strictObject({
    kind: z.literal('link'),
    url: LocalAddress.default({}),
    linkKind: z.enum(LINK_KINDS).default('information'),
  }),
  z.strictObject({ kind: z.literal('form'), url: LocalAddress.default({}) }),
  z.strictObject({
    kind: z.literal('symptom-check'),
    url: LocalAddress.default({}),
    provider: text(120).default(''),
  }),
  z.strictObject({
    kind: z.literal('urgency-notice'),
    level: z.enum(URGENCY_LEVELS).default('urgent'),
  }),
]);
export type Properties = z.infer<typeof Properties>;

/** The properties that a new element of a kind gets. */
export const DEFAULTS = Object.fromEntries(
  ELEMENT_KINDS.map((kind) => [kind, Properties.parse({ kind })]),
) as Readonly<Record<ElementKind, Properties>>;

/** The field of that name. */
export const findField = (kind: ElementKind, name: string): TextField | undefined =>
  FIELDS[kind].find((field) => field.name === name);
