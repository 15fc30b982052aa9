import type { Channel } from '#modules/channels';
import type { Language } from '#platform/i18n.ts';
import type { DraftElement } from './contract.ts';
import type { LINK_KINDS, LOGICS, TIMINGS, URGENCY_LEVELS } from './element.ts';
import { type Of, type Parts, partsOf } from './path-parts.ts';

/** A path in one language, ready to be drawn: on the site, in the editor's preview and in print. */
export interface PathView {
  readonly id: string;
  readonly slugs: Readonly<Partial<Record<Language, string>>>;
  readonly versionNumber: number;
  readonly status: 'draft' | 'published';
  readonly publishedOn: string | null;
  readonly reviewDue: string | null;
  readonly clinical: boolean;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly topic: string;
  /** What a reader must know of the page itself, such as that nobody has checked it. Empty when there is nothing. */
  readonly note: string;
  readonly facts: readonly string[];
  readonly searchWords: readonly string[];
  /** Whether something of it is older than its Finnish original, or still in Finnish. */
  readonly stale: boolean;
  readonly urgency: readonly UrgencyView[];
  readonly phases: readonly PhaseView[];
}

/** What to do at once, before any step. */
export interface UrgencyView {
  readonly anchor: string;
  readonly level: (typeof URGENCY_LEVELS)[number];
  readonly title: string;
  readonly text: string;
  readonly channels: readonly ChannelUseView[];
}

/** A phase. `html` is safe to insert as it is. */
export interface PhaseView {
  readonly anchor: string;
  readonly number: number;
  readonly timing: (typeof TIMINGS)[number];
  readonly title: string;
  readonly html: string;
  readonly instructions: readonly { anchor: string; title: string; html: string }[];
  readonly steps: readonly StepView[];
}

/** A step. What it does not tell is an empty text. */
export interface StepView {
  readonly anchor: string;
  readonly logic: (typeof LOGICS)[number];
  readonly needed: 'required' | 'optional';
  readonly title: string;
  readonly html: string;
  readonly cost: string;
  readonly wait: string;
  readonly needs: string;
  readonly channels: readonly ChannelUseView[];
  readonly forms: readonly {
    anchor: string;
    title: string;
    url: string;
    needs: string;
    paper: string;
  }[];
  readonly symptomChecks: readonly {
    anchor: string;
    title: string;
    url: string;
    provider: string;
    notFor: string;
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
export interface LinkView {
  readonly anchor: string;
  readonly title: string;
  readonly url: string;
  readonly kind: (typeof LINK_KINDS)[number];
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
  | 'clinical'
  | 'language'
>;

/** Makes the view of a version's elements. A text that lacks a translation is told in Finnish. */
export function buildPathView(
  head: ViewHead,
  elements: readonly DraftElement[],
  channels: ReadonlyMap<string, Channel>,
): PathView {
  const part = partsOf(head.language, elements, channels);
  const root = part.root;
  return {
    ...head,
    title: part.text(root, 'title'),
    description: part.text(root, 'description'),
    topic: part.text(root, 'topic'),
    note: part.text(root, 'note'),
    facts: part.lines(root, 'facts'),
    searchWords: part.lines(root, 'searchWords'),
    stale: part.stale,
    urgency: part.below(root, 'urgency-notice').map((notice) => ({
      anchor: notice.anchor,
      level: notice.properties.level,
      title: part.text(notice, 'title'),
      text: part.text(notice, 'text'),
      channels: part.channelUses(notice),
    })),
    phases: part.below(root, 'phase').map((phase, index) => phaseView(part, phase, index + 1)),
  };
}

function phaseView(part: Parts, phase: Of<'phase'>, number: number): PhaseView {
  return {
    anchor: phase.anchor,
    number,
    timing: phase.properties.timing,
    title: part.text(phase, 'title'),
    html: part.html(phase),
    instructions: part
      .below(phase, 'instruction')
      .map((one) => ({ anchor: one.anchor, title: part.text(one, 'title'), html: part.html(one) })),
    steps: part.below(phase, 'step').map((step) => stepView(part, step)),
  };
}

function stepView(part: Parts, step: Of<'step'>): StepView {
  return {
    anchor: step.anchor,
    logic: step.properties.logic,
    needed: step.properties.needed,
    title: part.text(step, 'title'),
    html: part.html(step),
    cost: part.text(step, 'cost'),
    wait: part.text(step, 'wait'),
    needs: part.text(step, 'needs'),
    channels: part.channelUses(step),
    forms: part.below(step, 'form').map((form) => ({
      anchor: form.anchor,
      title: part.text(form, 'title'),
      url: part.choose(form.properties.url),
      needs: part.text(form, 'needs'),
      paper: part.text(form, 'paper'),
    })),
    symptomChecks: part.below(step, 'symptom-check').map((check) => ({
      anchor: check.anchor,
      title: part.text(check, 'title'),
      url: part.choose(check.properties.url),
      provider: check.properties.provider,
      notFor: part.text(check, 'notFor'),
    })),
    links: part.below(step, 'link').map((link) => ({
      anchor: link.anchor,
      title: part.text(link, 'title'),
      url: part.choose(link.properties.url),
      kind: link.properties.linkKind,
      provider: part.text(link, 'provider'),
      why: part.text(link, 'why'),
    })),
  };
}
