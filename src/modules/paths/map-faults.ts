import type { DraftElement, PathFault } from './contract.ts';
import { inputsOf } from './element-inputs.ts';

/**
 * What is wrong with how an element refers to others: it names one that is not in the path, a cell ends before it
 * begins (rule 11), or a critical point has neither a measure nor a reason (rule 9).
 */
export function mapFaults(element: DraftElement, elements: readonly DraftElement[]): PathFault[] {
  return [
    ...referenceFaults(element, elements),
    ...(isBackwards(element, elements) ? [fault(element, 'cell-backwards', 'to')] : []),
    ...(lacksMeasure(element) ? [fault(element, 'measure-missing', 'statement')] : []),
  ];
}

const fault = (
  { anchor }: DraftElement,
  code: PathFault['code'],
  field: string | null,
): PathFault => ({ anchor, field, language: null, code });

function referenceFaults(element: DraftElement, elements: readonly DraftElement[]): PathFault[] {
  return inputsOf(element.properties.kind).flatMap((input) => {
    if (input.as !== 'anchors') return [];
    const named = (element.properties as Record<string, unknown>)[input.name] as string[];
    const there = (anchor: string): boolean =>
      elements.some((other) => other.anchor === anchor && input.of.includes(other.properties.kind));
    return named.every(there) ? [] : [fault(element, 'reference-missing', input.name)];
  });
}

function isBackwards({ properties }: DraftElement, elements: readonly DraftElement[]): boolean {
  if (properties.kind !== 'cell') return false;
  const phases = elements
    .filter((element) => element.properties.kind === 'phase')
    .map(({ anchor }) => anchor);
  const [from, to] = [properties.from, properties.to].map((at) => phases.indexOf(at[0] ?? ''));
  return properties.to.length > 0 && to! < from!;
}

const lacksMeasure = ({ properties, texts }: DraftElement): boolean =>
  properties.kind === 'critical-point' &&
  properties.statement === '' &&
  !texts['notMeasurable']?.fi?.text;
