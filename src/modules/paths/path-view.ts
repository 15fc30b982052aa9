import type { Channel } from '#modules/channels';
import { type EasyVariant, type Language, languageOf, type Variant } from '#platform/language.ts';
import type { DraftElement } from './contract.ts';
import type { Properties } from './element-properties.ts';
import { phaseView } from './phase-view.ts';
import { type Parts, partsOf } from './path-parts.ts';

type PropertiesOf<K extends Properties['kind']> = Extract<Properties, { kind: K }>;

/** A path in one variant, ready to be drawn: on the site, in the editor's preview and in print. */
export interface PathView {
  readonly id: string;
  readonly slugs: Readonly<Partial<Record<Language, string>>>;
  readonly versionNumber: number;
  readonly status: 'draft' | 'published';
  readonly publishedOn: string | null;
  readonly reviewDue: string | null;
  /** The anchors of phases and steps that were once published and are here no more: their addresses still say so. */
  readonly removed: readonly string[];
  readonly clinical: boolean;
  readonly variant: Variant;
  /** The language of the variant, for addresses and the words around the path. */
  readonly language: Language;
  /** The easy-language variants that it is offered in. */
  readonly easy: readonly EasyVariant[];
  /** Whether this is easy language that its readers have tried: only then it bears the mark. */
  readonly easyTried: boolean;
  readonly title: string;
  readonly description: string;
  readonly topic: string;
  /** What a reader must know of the page itself, such as that nobody has checked it. Empty when there is nothing. */
  readonly note: string;
  readonly facts: readonly string[];
  /** On what the path as a whole rests. */
  readonly restsOn: RestsOn;
  readonly searchWords: readonly string[];
  /** Whether something of it is older than what it was written from, or not written in this variant yet. */
  readonly stale: boolean;
  readonly urgency: readonly UrgencyView[];
  readonly questions: readonly QuestionView[];
  readonly phases: readonly PhaseView[];
  readonly checklist: readonly CheckView[];
  readonly rights: readonly RightView[];
}

/** A question whose answer narrows down what is shown; the answer never leaves the browser (rule 16). */
export interface QuestionView {
  readonly anchor: string;
  readonly title: string;
  readonly why: string;
  readonly answers: readonly { readonly anchor: string; readonly title: string }[];
}

/** Something to remember, as a line that one ticks off in the browser or on paper. */
export interface CheckView extends Tailored {
  readonly anchor: string;
  readonly title: string;
  /** The anchor of the step that it belongs to. */
  readonly step: string | null;
}

/** What the customer has a right to, does themselves, is supported in, or what is recorded of them (promise A4). */
export interface RightView {
  readonly anchor: string;
  readonly kind: PropertiesOf<'right'>['rightKind'];
  readonly title: string;
  readonly html: string;
}

/** The handbook's entries on which a part rests, by their codes. */
export interface RestsOn {
  readonly promises: readonly string[];
  readonly aims: readonly string[];
}

/** What is shown only to those who gave one of these answers, or none; empty for everybody. */
export interface Tailored {
  readonly shownFor: readonly string[];
}

/** What to do at once, before any step. */
export interface UrgencyView {
  readonly anchor: string;
  readonly level: PropertiesOf<'urgency-notice'>['level'];
  readonly title: string;
  readonly text: string;
  readonly channels: readonly ChannelUseView[];
}

/** A phase. `html` is safe to insert as it is. */
export interface PhaseView extends Tailored {
  readonly anchor: string;
  readonly number: number;
  readonly timing: PropertiesOf<'phase'>['timing'];
  readonly title: string;
  readonly html: string;
  readonly duration: string;
  readonly restsOn: RestsOn;
  readonly instructions: readonly InstructionView[];
  readonly steps: readonly StepView[];
}

/** An instruction to the customer. */
export interface InstructionView extends Tailored {
  readonly anchor: string;
  readonly moment: PropertiesOf<'instruction'>['moment'];
  readonly title: string;
  readonly html: string;
  readonly source: string;
}

/** The door from the open path to a digital care path (promise P12). */
export interface HandOverView {
  readonly anchor: string;
  readonly title: string;
  readonly html: string;
  readonly url: string;
  readonly criteria: string;
  readonly possible: readonly string[];
  readonly withoutDigital: string;
  readonly attachedBy: PropertiesOf<'hand-over'>['attachedBy'];
  readonly identification: PropertiesOf<'hand-over'>['identification'];
  readonly actingFor: PropertiesOf<'hand-over'>['actingFor'];
  /** The titles of the phases that are taken care of there, and of the one to come back to. */
  readonly covers: readonly string[];
  readonly returnsTo: { readonly anchor: string; readonly title: string } | null;
}

/** A step. What it does not tell is an empty text. */
export interface StepView extends Tailored {
  readonly anchor: string;
  readonly logic: PropertiesOf<'step'>['logic'];
  readonly needed: PropertiesOf<'step'>['needed'];
  readonly actor: PropertiesOf<'step'>['actor'];
  readonly title: string;
  readonly html: string;
  readonly cost: string;
  readonly time: string;
  readonly wait: string;
  /** The law that says how long one waits at most. */
  readonly law: string;
  readonly promises: readonly string[];
  readonly needs: string;
  readonly unwell: string;
  readonly interpreter: string;
  readonly channels: readonly ChannelUseView[];
  readonly handOvers: readonly HandOverView[];
  readonly instructions: readonly InstructionView[];
  readonly services: readonly {
    anchor: string;
    title: string;
    provider: string;
    text: string;
  }[];
  readonly forms: readonly {
    anchor: string;
    title: string;
    url: string;
    identification: PropertiesOf<'form'>['identification'];
    needs: string;
    paper: string;
  }[];
  readonly symptomChecks: readonly {
    anchor: string;
    title: string;
    url: string;
    provider: string;
    notFor: string;
    device: string;
  }[];
  readonly links: readonly LinkView[];
}

/** A channel and when to use it. */
export interface ChannelUseView {
  readonly anchor: string;
  readonly whenToUse: string;
  readonly channel: Channel;
}

/** A curated link. */
export interface LinkView extends Tailored {
  readonly anchor: string;
  readonly title: string;
  readonly url: string;
  readonly kind: PropertiesOf<'link'>['linkKind'];
  readonly sector: PropertiesOf<'link'>['sector'];
  readonly provider: string;
  readonly why: string;
}

/** What a view is made of besides the elements. */
export type ViewHead = Pick<
  PathView,
  | 'id'
  | 'slugs'
  | 'versionNumber'
  | 'status'
  | 'publishedOn'
  | 'reviewDue'
  | 'removed'
  | 'clinical'
  | 'variant'
>;

/**
 * Makes the view of a version's elements. A text that the variant lacks is told in its language, else in Finnish.
 */
export function buildPathView(
  head: ViewHead,
  elements: readonly DraftElement[],
  channels: ReadonlyMap<string, Channel>,
): PathView {
  const part = partsOf(head.variant, elements, channels);
  const { root } = part;
  const { easy, made, promises, aims } = root.properties;
  return {
    ...head,
    language: languageOf(head.variant),
    easy,
    easyTried: made.some(
      ({ variant, readerTest }) => variant === head.variant && readerTest !== '',
    ),
    title: part.text(root, 'title'),
    description: part.text(root, 'description'),
    topic: part.text(root, 'topic'),
    note: part.text(root, 'note'),
    facts: part.lines(root, 'facts'),
    restsOn: { promises, aims },
    searchWords: part.lines(root, 'searchWords'),
    stale: part.stale,
    ...partsOfWhole(part),
  };
}

// What hangs on the path itself.
const partsOfWhole = (
  part: Parts,
): Pick<PathView, 'urgency' | 'questions' | 'phases' | 'checklist' | 'rights'> => ({
  urgency: part.below(part.root, 'urgency-notice').map((notice) => ({
    anchor: notice.anchor,
    level: notice.properties.level,
    title: part.text(notice, 'title'),
    text: part.text(notice, 'text'),
    channels: part.channelUses(notice),
  })),
  questions: part.below(part.root, 'pre-question').map((question) => ({
    anchor: question.anchor,
    title: part.text(question, 'title'),
    why: part.text(question, 'why'),
    answers: part
      .below(question, 'pre-answer')
      .map((answer) => ({ anchor: answer.anchor, title: part.text(answer, 'title') })),
  })),
  phases: part.below(part.root, 'phase').map((phase, index) => phaseView(part, phase, index + 1)),
  checklist: part.below(part.root, 'checklist-item').map((item) => ({
    anchor: item.anchor,
    title: part.text(item, 'title'),
    step: part.there(item.properties.steps)[0]?.anchor ?? null,
    shownFor: item.properties.shownFor,
  })),
  rights: part.below(part.root, 'right').map((right) => ({
    anchor: right.anchor,
    kind: right.properties.rightKind,
    title: part.text(right, 'title'),
    html: part.html(right),
  })),
});
