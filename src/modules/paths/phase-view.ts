import type { Of, Parts } from './path-parts.ts';
import type { HandOverView, InstructionView, PhaseView, StepView } from './path-view.ts';

/** One phase as its reader meets it; `number` counts from 1. */
export function phaseView(part: Parts, phase: Of<'phase'>, number: number): PhaseView {
  return {
    anchor: phase.anchor,
    number,
    timing: phase.properties.timing,
    title: part.text(phase, 'title'),
    html: part.html(phase),
    duration: part.text(phase, 'duration'),
    restsOn: { promises: phase.properties.promises, aims: phase.properties.aims },
    shownFor: phase.properties.shownFor,
    instructions: part.below(phase, 'instruction').map((one) => instructionView(part, one)),
    steps: part.below(phase, 'step').map((step) => stepView(part, step)),
  };
}

const instructionView = (part: Parts, one: Of<'instruction'>): InstructionView => ({
  anchor: one.anchor,
  moment: one.properties.moment,
  title: part.text(one, 'title'),
  html: part.html(one),
  source: part.text(one, 'source'),
  shownFor: one.properties.shownFor,
});

function stepView(part: Parts, step: Of<'step'>): StepView {
  const { logic, needed, actor, law, promises, shownFor } = step.properties;
  return {
    anchor: step.anchor,
    logic,
    needed,
    actor,
    law,
    promises,
    shownFor,
    title: part.text(step, 'title'),
    html: part.html(step),
    cost: part.text(step, 'cost'),
    time: part.text(step, 'time'),
    wait: part.text(step, 'wait'),
    needs: part.text(step, 'needs'),
    unwell: part.text(step, 'unwell'),
    interpreter: part.text(step, 'interpreter'),
    channels: part.channelUses(step),
    handOvers: part.below(step, 'hand-over').map((one) => handOverView(part, one)),
    instructions: part.below(step, 'instruction').map((one) => instructionView(part, one)),
    services: part.below(step, 'service').map((service) => ({
      anchor: service.anchor,
      title: part.text(service, 'title'),
      provider: part.text(service, 'provider'),
      text: part.text(service, 'text'),
    })),
    ...offers(part, step),
  };
}

const offers = (
  part: Parts,
  step: Of<'step'>,
): Pick<StepView, 'forms' | 'symptomChecks' | 'links'> => ({
  forms: part.below(step, 'form').map((form) => ({
    anchor: form.anchor,
    title: part.text(form, 'title'),
    url: part.choose(form.properties.url),
    identification: form.properties.identification,
    needs: part.text(form, 'needs'),
    paper: part.text(form, 'paper'),
  })),
  symptomChecks: part.below(step, 'symptom-check').map((check) => ({
    anchor: check.anchor,
    title: part.text(check, 'title'),
    url: part.choose(check.properties.url),
    provider: check.properties.provider,
    notFor: part.text(check, 'notFor'),
    device: part.text(check, 'device'),
  })),
  links: part.below(step, 'link').map((link) => ({
    anchor: link.anchor,
    title: part.text(link, 'title'),
    url: part.choose(link.properties.url),
    kind: link.properties.linkKind,
    sector: link.properties.sector,
    provider: part.text(link, 'provider'),
    why: part.text(link, 'why'),
    shownFor: link.properties.shownFor,
  })),
});

function handOverView(part: Parts, one: Of<'hand-over'>): HandOverView {
  const { attachedBy, identification, actingFor, covers, returnsTo, url } = one.properties;
  const back = part.there(returnsTo)[0];
  return {
    anchor: one.anchor,
    title: part.text(one, 'title'),
    html: part.html(one),
    url: part.choose(url),
    criteria: part.text(one, 'criteria'),
    possible: part.lines(one, 'possible'),
    withoutDigital: part.text(one, 'withoutDigital'),
    attachedBy,
    identification,
    actingFor,
    covers: part.there(covers).map((phase) => part.text(phase, 'title')),
    returnsTo: back ? { anchor: back.anchor, title: part.text(back, 'title') } : null,
  };
}
