import type { Channel } from '#modules/channels';
import type { LocalText } from '#platform/i18n.ts';
import { ROOT_ANCHOR, type Properties } from './element.ts';

type Text = Required<LocalText>;
type Timing = Extract<Properties, { kind: 'phase' }>['timing'];
type StepProperties = Extract<Properties, { kind: 'step' }>;
type LinkKind = Extract<Properties, { kind: 'link' }>['linkKind'];
type Level = Extract<Properties, { kind: 'urgency-notice' }>['level'];

/** A whole path in all languages, as the example county writes it. */
export interface PathContent {
  readonly slug: Text;
  readonly title: Text;
  readonly description: Text;
  readonly topic: Text;
  /** What a reader must know of the page itself. */
  readonly exampleNote?: Text;
  readonly facts: readonly Text[];
  readonly searchWords: Readonly<Record<keyof Text, readonly string[]>>;
  readonly urgency: readonly {
    anchor: string;
    level: Level;
    title: Text;
    text: Text;
    channels: readonly string[];
  }[];
  readonly phases: readonly PhaseContent[];
}

interface PhaseContent {
  readonly anchor: string;
  readonly timing: Timing;
  readonly title: Text;
  readonly text: Text;
  readonly instructions: readonly { anchor: string; title: Text; text: Text }[];
  readonly steps: readonly StepContent[];
}

interface StepContent {
  readonly anchor: string;
  readonly logic: StepProperties['logic'];
  readonly needed: StepProperties['needed'];
  readonly title: Text;
  readonly text: Text;
  readonly cost: Text | null;
  readonly wait: Text | null;
  readonly needs: Text | null;
  readonly channels: readonly { channel: string; whenToUse: Text }[];
  readonly links: readonly {
    anchor: string;
    url: string;
    title: Text;
    kind: LinkKind;
    provider: string;
    why: Text;
  }[];
  readonly forms: readonly { anchor: string; channel: string; title: Text; paper: Text }[];
  readonly symptomChecks: readonly {
    anchor: string;
    url: string;
    title: Text;
    provider: string;
    notFor: Text;
  }[];
}

/** An element with its texts, ready to be written. */
export interface ContentElement {
  readonly anchor: string;
  readonly parent: string | null;
  readonly channel: string | null;
  readonly properties: Properties;
  readonly texts: Readonly<Record<string, LocalText | null>>;
}

type FindChannel = (code: string) => Channel;

/** The elements of a path, parents before children. A channel use's anchor is made of its step's and the channel's code. */
export function elementsOf(content: PathContent, find: FindChannel): ContentElement[] {
  const { title, description, topic, exampleNote, facts, searchWords } = content;
  const texts = {
    title,
    description,
    topic,
    note: exampleNote ?? null,
    facts: linesOf(facts),
    searchWords: wordsOf(searchWords),
  };
  return [
    { anchor: ROOT_ANCHOR, parent: null, channel: null, properties: { kind: 'path' }, texts },
    ...content.urgency.flatMap(({ anchor, level, title, text, channels }) => [
      element(anchor, ROOT_ANCHOR, { kind: 'urgency-notice', level }, { title, text }),
      ...channels.map((code) => channelUse(anchor, find(code), null)),
    ]),
    ...content.phases.flatMap((phase) => phaseElements(phase, find)),
  ];
}

function phaseElements(
  { anchor, timing, title, text, instructions, steps }: PhaseContent,
  find: FindChannel,
): ContentElement[] {
  return [
    element(anchor, ROOT_ANCHOR, { kind: 'phase', timing }, { title, text }),
    ...instructions.map((one) =>
      element(one.anchor, anchor, { kind: 'instruction' }, { title: one.title, text: one.text }),
    ),
    ...steps.flatMap((step) => stepElements(step, anchor, find)),
  ];
}

function stepElements(step: StepContent, phase: string, find: FindChannel): ContentElement[] {
  const { anchor, logic, needed, title, text, cost, wait, needs } = step;
  return [
    element(
      anchor,
      phase,
      { kind: 'step', logic, needed, onlyDigitalReason: '' },
      { title, text, cost, wait, needs },
    ),
    ...step.channels.map(({ channel, whenToUse }) => channelUse(anchor, find(channel), whenToUse)),
    ...step.symptomChecks.map((one) =>
      element(
        one.anchor,
        anchor,
        { kind: 'symptom-check', url: { fi: one.url }, provider: one.provider },
        { title: one.title, notFor: one.notFor },
      ),
    ),
    ...step.forms.map((one) => {
      const { url, texts } = find(one.channel);
      return element(
        one.anchor,
        anchor,
        { kind: 'form', url: url ? { fi: url } : {} },
        { title: one.title, needs: texts.needs, paper: one.paper },
      );
    }),
    ...step.links.map((one) =>
      element(
        one.anchor,
        anchor,
        { kind: 'link', url: { fi: one.url }, linkKind: one.kind },
        { title: one.title, why: one.why, provider: everywhere(one.provider) },
      ),
    ),
  ];
}

const element = (
  anchor: string,
  parent: string,
  properties: Properties,
  texts: ContentElement['texts'],
): ContentElement => ({
  anchor,
  parent,
  channel: null,
  properties,
  texts,
});

const channelUse = (
  parent: string,
  { id, code }: Channel,
  whenToUse: Text | null,
): ContentElement => ({
  anchor: `${parent}-${code}`,
  parent,
  channel: id,
  properties: { kind: 'channel-use' },
  texts: { whenToUse },
});

const everywhere = (name: string): Text => ({ fi: name, sv: name, en: name });

const linesOf = (texts: readonly Text[]): Text => ({
  fi: texts.map(({ fi }) => fi).join('\n'),
  sv: texts.map(({ sv }) => sv).join('\n'),
  en: texts.map(({ en }) => en).join('\n'),
});

const wordsOf = (words: PathContent['searchWords']): Text => ({
  fi: words.fi.join('\n'),
  sv: words.sv.join('\n'),
  en: words.en.join('\n'),
});
