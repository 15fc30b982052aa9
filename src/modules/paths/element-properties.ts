import { z } from 'zod';
import { WebAddress } from '#contract/channels';
import { text } from '#platform/http/parse.ts';
import { EASY_VARIANTS, VARIANTS } from '#platform/language.ts';
import { ELEMENT_KINDS, type ElementKind } from './element.ts';

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

/** What a notice on rights tells of (promise A4). */
export const RIGHT_KINDS = ['right', 'own-part', 'support', 'records'] as const;

const ACTORS = ['customer', 'close-one', 'professional', 'system', 'other'] as const;
const SECTORS = ['public', 'third', 'private'] as const;
const EVIDENCE_LEVELS = ['assumed', 'observed', 'measured'] as const;
const PARTIES = ['customer', 'close-one', 'professional', 'system'] as const;

/** The form of anchors and addresses: lower case letters, figures and single hyphens. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An anchor. */
export const Slug = text(80).pipe(z.string().regex(SLUG));

/** Anchors of other elements, of the named kinds. */
const anchors = (...of: ElementKind[]) => z.array(Slug).max(200).default([]).meta({ anchors: of });

type EntryKind =
  | 'segment'
  | 'standard-phase'
  | 'customer-phase'
  | 'cornerstone'
  | 'promise'
  | 'aim';

/** Entries of the handbook, of the named kind. */
const entries = (of: EntryKind) => z.array(Slug).max(50).default([]).meta({ entries: of });

/** What the county promises here (H5). */
const promises = entries('promise');

/** Which of the customer's aims it serves (H14). */
const aims = entries('aim');

/** An address that may differ by language; where one lacks its own, the Finnish one is used. */
const LocalAddress = z
  .strictObject({ fi: WebAddress, sv: WebAddress, en: WebAddress })
  .partial()
  .default({})
  .meta({ address: true });

const choice = <const T extends readonly [string, ...string[]]>(options: T, first: T[number]) =>
  z.enum(options).default(first as never);

const day = z.iso.date().nullable().default(null);
const line = (maximum: number) => text(maximum).default('');
const flag = (first: boolean) => z.boolean().default(first);

// Shown to those who gave one of these answers, or none: promise P6 and rule 15 of step-by-step pages.
const shownFor = anchors('pre-answer');

/** How a variant of the path came to be, and whether easy language may bear its mark. */
const VariantMade = z.strictObject({
  variant: z.enum(VARIANTS),
  madeBy: choice(['human', 'machine'], 'human'),
  checkedBy: line(120),
  /** What readers of easy language said of it; without this the page does not bear the mark of easy language. */
  readerTest: line(300),
});

/** The properties of each kind that are no texts, with the values that a new element gets. */
export const Properties = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('path'),
    /** The easy-language variants that the path is offered in, beside the county's languages. */
    easy: z.array(z.enum(EASY_VARIANTS)).max(EASY_VARIANTS.length).default([]),
    made: z.array(VariantMade).max(VARIANTS.length).default([]),
    promises,
    aims,
  }),
  z.strictObject({ kind: z.literal('urgency-notice'), level: choice(URGENCY_LEVELS, 'urgent') }),
  z.strictObject({ kind: z.literal('pre-question') }),
  z.strictObject({ kind: z.literal('pre-answer') }),
  z.strictObject({
    kind: z.literal('phase'),
    timing: choice(TIMINGS, 'during'),
    standardPhases: entries('standard-phase'),
    customerPhases: entries('customer-phase'),
    promises,
    aims,
    shownFor,
  }),
  z.strictObject({
    kind: z.literal('instruction'),
    moment: choice(['any', 'before', 'after'], 'any'),
    clinicalReviewer: line(120),
    reviewDue: day,
    shownFor,
  }),
  z.strictObject({
    kind: z.literal('step'),
    logic: choice(LOGICS, 'next'),
    needed: choice(['required', 'optional'], 'required'),
    actor: choice(ACTORS, 'customer'),
    /** The law that says how long one waits at most. */
    law: line(200),
    segments: entries('segment'),
    promises,
    shownFor,
    // Why it is fine that this step can only be taken over the net; for the editors, not shown to the public.
    onlyDigitalReason: line(300),
  }),
  z.strictObject({ kind: z.literal('channel-use'), segments: entries('segment') }),
  z.strictObject({
    kind: z.literal('hand-over'),
    url: LocalAddress,
    attachedBy: choice(['professional', 'self'], 'professional'),
    identification: choice(['none', 'light', 'strong'], 'strong'),
    actingFor: choice(['nobody', 'child', 'proxy', 'child-and-proxy'], 'nobody'),
    covers: anchors('phase'),
    returnsTo: anchors('phase'),
  }),
  z.strictObject({ kind: z.literal('symptom-check'), url: LocalAddress, provider: line(120) }),
  z.strictObject({
    kind: z.literal('form'),
    url: LocalAddress,
    identification: choice(['none', 'light', 'strong'], 'none'),
  }),
  z.strictObject({
    kind: z.literal('service'),
    ptvId: line(80),
    sector: choice(SECTORS, 'public'),
  }),
  z.strictObject({
    kind: z.literal('link'),
    url: LocalAddress,
    linkKind: choice(LINK_KINDS, 'information'),
    sector: choice(SECTORS, 'public'),
    /** The day until which somebody has promised that it is right. */
    expires: day,
    shownFor,
  }),
  z.strictObject({
    kind: z.literal('touchpoint'),
    touch: choice(['communication', 'action', 'waiting', 'self-care'], 'action'),
    initiator: choice(PARTIES, 'customer'),
    receiver: choice(PARTIES, 'professional'),
    synchronous: flag(true),
    through: anchors('channel-use'),
  }),
  z.strictObject({
    kind: z.literal('task'),
    part: choice(['responsible', 'takes-part'], 'responsible'),
    processes: anchors('process-ref'),
  }),
  z.strictObject({ kind: z.literal('check-question') }),
  z.strictObject({ kind: z.literal('tip') }),
  z.strictObject({
    kind: z.literal('tool'),
    url: LocalAddress,
    toolKind: choice(['measure', 'form', 'method', 'self-assessment', 'instruction'], 'method'),
    training: LocalAddress,
  }),
  z.strictObject({ kind: z.literal('checklist-item'), steps: anchors('step'), shownFor }),
  z.strictObject({ kind: z.literal('right'), rightKind: choice(RIGHT_KINDS, 'right') }),
  z.strictObject({
    kind: z.literal('relation'),
    relation: choice(
      ['zooms-into', 'continues-as', 'alternative-of', 'crosses', 'part-of'],
      'continues-as',
    ),
    /** The other path, by its Finnish slug. */
    path: line(80),
    from: anchors('phase', 'step'),
  }),
  z.strictObject({
    kind: z.literal('lane'),
    laneKind: choice(
      [
        'moments',
        'action',
        'professional',
        'tips-and-tools',
        'experience',
        'critical-points',
        'emotion',
        'channels',
        'digital-and-information',
        'health-promotion',
        'support',
        'other',
      ],
      'moments',
    ),
    visibility: choice(['public', 'professionals', 'team'], 'professionals'),
  }),
  z.strictObject({
    kind: z.literal('cell'),
    from: anchors('phase'),
    to: anchors('phase'),
    evidenceLevel: choice(EVIDENCE_LEVELS, 'assumed'),
  }),
  z.strictObject({
    kind: z.literal('experience-statement'),
    phases: anchors('phase'),
    cornerstone: entries('cornerstone'),
    /** The code of the national statement that measures it, if one does. */
    statement: line(40),
  }),
  z.strictObject({
    kind: z.literal('critical-point'),
    at: anchors('phase', 'step', 'touchpoint'),
    polarity: choice(['problem', 'strength'], 'problem'),
    pointKind: choice(
      [
        'information',
        'access',
        'information-transfer',
        'self-care-guidance',
        'waiting',
        'hand-over',
        'other',
      ],
      'other',
    ),
    severity: z.int().min(1).max(4).default(2),
    evidenceLevel: choice(EVIDENCE_LEVELS, 'assumed'),
    segments: entries('segment'),
    promises,
    aims,
    /** The code of the statement that measures it, if one does. */
    statement: line(40),
  }),
  z.strictObject({
    kind: z.literal('information-transfer'),
    sender: choice(PARTIES, 'professional'),
    recipient: choice(PARTIES, 'professional'),
  }),
  z.strictObject({
    kind: z.literal('emotion-point'),
    at: anchors('phase', 'step'),
    value: z.int().min(-2).max(2).default(0),
    segments: entries('segment'),
    evidenceLevel: choice(EVIDENCE_LEVELS, 'assumed'),
  }),
  z.strictObject({
    kind: z.literal('quote'),
    at: anchors('phase', 'step', 'critical-point'),
    speaker: choice(['customer', 'close-one', 'professional'], 'customer'),
    said: day,
    evidence: anchors('evidence'),
  }),
  z.strictObject({
    kind: z.literal('evidence'),
    evidenceKind: choice(
      ['interview', 'survey', 'feedback', 'register', 'workshop', 'research', 'assumption'],
      'assumption',
    ),
    people: z.int().min(0).max(10_000_000).nullable().default(null),
    period: line(80),
    url: LocalAddress,
    expires: day,
    at: anchors('phase', 'step', 'critical-point', 'experience-statement', 'emotion-point', 'cell'),
  }),
  z.strictObject({
    kind: z.literal('process-ref'),
    system: line(40),
    processId: line(80),
    processVersion: line(40),
    url: LocalAddress,
    /** The day on which the path was last compared with the process (promise P7). */
    compared: day,
    at: anchors('phase', 'step'),
  }),
]);
export type Properties = z.infer<typeof Properties>;

/** The properties that a new element of a kind gets. */
export const DEFAULTS = Object.fromEntries(
  ELEMENT_KINDS.map((kind) => [kind, Properties.parse({ kind })]),
) as Readonly<Record<ElementKind, Properties>>;
