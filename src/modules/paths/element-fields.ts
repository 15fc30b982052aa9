import type { ElementKind } from './element.ts';

/** One text of an element, written in each language. */
export interface TextField {
  readonly name: string;
  /** Whether a path without it cannot be published. */
  readonly required?: true;
  /** Whether it is Markdown; the others are plain text. */
  readonly markdown?: true;
  /** Whether it is a list, one thing on each line. */
  readonly lines?: true;
  /** Whether easy language does without it: it is not shown, or says the same in every register. */
  readonly notEasy?: true;
  readonly maximum: number;
}

// Rule 22 of step-by-step pages: a title under 85 characters, a description under 160.
const title: TextField = { name: 'title', required: true, maximum: 84 };
const label: TextField = { ...title, maximum: 120 };
const body: TextField = { name: 'text', markdown: true, maximum: 4000 };
const said: TextField = { name: 'text', required: true, maximum: 600 };

/** The texts of each kind, in the order in which they are written. */
export const FIELDS: Readonly<Record<ElementKind, readonly TextField[]>> = {
  path: [
    title,
    { name: 'description', required: true, maximum: 159 },
    { name: 'topic', required: true, notEasy: true, maximum: 60 },
    { name: 'facts', lines: true, maximum: 400 },
    { name: 'note', maximum: 300 },
    { name: 'contact', maximum: 200 },
    { name: 'searchWords', lines: true, notEasy: true, maximum: 800 },
  ],
  phase: [
    title,
    { name: 'shortName', notEasy: true, maximum: 30 },
    body,
    { name: 'duration', maximum: 120 },
  ],
  step: [
    title,
    body,
    { name: 'cost', maximum: 200 },
    { name: 'time', maximum: 200 },
    { name: 'wait', maximum: 200 },
    { name: 'needs', maximum: 300 },
    { name: 'unwell', maximum: 300 },
    { name: 'interpreter', maximum: 300 },
  ],
  'channel-use': [{ name: 'whenToUse', maximum: 200 }],
  'hand-over': [
    label,
    { ...body, required: true, maximum: 1000 },
    { name: 'criteria', required: true, maximum: 300 },
    { name: 'possible', required: true, lines: true, maximum: 600 },
    { name: 'withoutDigital', required: true, maximum: 300 },
  ],
  instruction: [
    title,
    { ...body, required: true },
    { name: 'source', notEasy: true, maximum: 200 },
  ],
  service: [
    label,
    { name: 'provider', notEasy: true, maximum: 120 },
    { name: 'text', maximum: 300 },
  ],
  link: [
    label,
    { name: 'why', required: true, maximum: 300 },
    { name: 'provider', notEasy: true, maximum: 120 },
  ],
  form: [label, { name: 'needs', maximum: 300 }, { name: 'paper', maximum: 300 }],
  'symptom-check': [
    label,
    { name: 'notFor', required: true, maximum: 300 },
    { name: 'device', notEasy: true, maximum: 200 },
  ],
  'urgency-notice': [title, said],
  touchpoint: [label],
  'pre-question': [label, { name: 'why', required: true, maximum: 300 }],
  'pre-answer': [label],
  'checklist-item': [label],
  right: [title, { ...body, required: true, maximum: 1500 }],
  task: [
    { name: 'text', required: true, maximum: 1000 },
    { name: 'roles', required: true, maximum: 200 },
  ],
  'check-question': [{ name: 'text', required: true, maximum: 300 }],
  tip: [
    { name: 'text', required: true, maximum: 600 },
    { name: 'author', maximum: 120 },
  ],
  tool: [label, { name: 'text', maximum: 300 }, { name: 'licence', maximum: 120 }],
  relation: [{ name: 'note', maximum: 200 }],
  lane: [title],
  cell: [{ name: 'text', required: true, maximum: 2000 }],
  'experience-statement': [said],
  'critical-point': [
    title,
    { name: 'text', maximum: 1000 },
    { name: 'notMeasurable', maximum: 300 },
  ],
  'information-transfer': [
    { name: 'content', required: true, maximum: 300 },
    { name: 'medium', maximum: 200 },
    { name: 'basis', maximum: 300 },
  ],
  'emotion-point': [{ name: 'text', required: true, maximum: 200 }],
  quote: [said, { name: 'consent', required: true, maximum: 200 }],
  evidence: [label, { name: 'method', maximum: 300 }, { name: 'reliability', maximum: 300 }],
  'process-ref': [label],
};

/** The field of that name. */
export const findField = (kind: ElementKind, name: string): TextField | undefined =>
  FIELDS[kind].find((field) => field.name === name);

/** The text that an element is begun with, and from which its anchor is made. */
export const nameField = (kind: ElementKind): TextField | undefined =>
  findField(kind, 'title') ?? FIELDS[kind].find(({ required }) => required) ?? FIELDS[kind][0];
