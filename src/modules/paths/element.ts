/** What a path is made of (the journey model: phases and steps, what hangs on them, the professional's lane, the map). */
export const ELEMENT_KINDS = [
  'path',
  'urgency-notice',
  'pre-question',
  'pre-answer',
  'phase',
  'instruction',
  'step',
  'channel-use',
  'hand-over',
  'symptom-check',
  'form',
  'service',
  'link',
  'touchpoint',
  'task',
  'check-question',
  'tip',
  'tool',
  'checklist-item',
  'right',
  'relation',
  'lane',
  'cell',
  'experience-statement',
  'critical-point',
  'information-transfer',
  'emotion-point',
  'quote',
  'evidence',
  'process-ref',
] as const;

/** A kind of element. */
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** The anchor of a path's own element, from which all others hang. */
export const ROOT_ANCHOR = 'polku';

const NONE: readonly ElementKind[] = [];

/** What may hang on what. */
export const CHILDREN: Readonly<Record<ElementKind, readonly ElementKind[]>> = {
  path: [
    'urgency-notice',
    'pre-question',
    'phase',
    'checklist-item',
    'right',
    'relation',
    'experience-statement',
    'critical-point',
    'emotion-point',
    'lane',
    'quote',
    'evidence',
    'process-ref',
  ],
  'urgency-notice': ['channel-use'],
  'pre-question': ['pre-answer'],
  'pre-answer': NONE,
  phase: ['instruction', 'step', 'check-question', 'tip'],
  instruction: NONE,
  step: [
    'channel-use',
    'hand-over',
    'symptom-check',
    'form',
    'service',
    'instruction',
    'link',
    'touchpoint',
    'task',
    'check-question',
    'tip',
    'tool',
  ],
  'channel-use': NONE,
  'hand-over': NONE,
  'symptom-check': NONE,
  form: NONE,
  service: NONE,
  link: NONE,
  touchpoint: ['information-transfer'],
  task: NONE,
  'check-question': NONE,
  tip: NONE,
  tool: NONE,
  'checklist-item': NONE,
  right: NONE,
  relation: NONE,
  lane: ['cell'],
  cell: NONE,
  'experience-statement': NONE,
  'critical-point': ['information-transfer'],
  'information-transfer': NONE,
  'emotion-point': NONE,
  quote: NONE,
  evidence: NONE,
  'process-ref': NONE,
};

const STAFF_ONLY: ReadonlySet<ElementKind> = new Set([
  'touchpoint',
  'task',
  'check-question',
  'tip',
  'tool',
  'relation',
  'lane',
  'cell',
  'experience-statement',
  'critical-point',
  'information-transfer',
  'emotion-point',
  'quote',
  'evidence',
  'process-ref',
]);

/**
 * Whether only those who make and use the path at work see it. Its Finnish text is then enough for publishing, and
 * it has no easy language.
 */
export const isForStaff = (kind: ElementKind): boolean => STAFF_ONLY.has(kind);
