import {
  type Draft,
  type DraftElement,
  type ElementKind,
  FIELDS,
  isForStaff,
  type TextField,
} from '#contract/paths';
import type { Variant } from '#platform/language.ts';
import type { Place, Stored } from './text-edits.ts';

/** The draft with one text as it has just been stored; the server's own view follows. */
export function withText(draft: Draft, place: Place, { text, revision }: Stored): Draft {
  const change = (element: DraftElement): DraftElement => {
    if (element.anchor !== place.anchor) return element;
    const { [place.language]: _, ...others } = element.texts[place.field] ?? {};
    const said =
      revision === null
        ? others
        : { ...others, [place.language]: { text, revision, stale: false } };
    return { ...element, texts: { ...element.texts, [place.field]: said } };
  };
  return { ...draft, elements: draft.elements.map(change) };
}

/** The elements of one kind below another, in their order. */
export const below = (draft: Draft, anchor: string, kind?: ElementKind): DraftElement[] =>
  draft.elements.filter(
    (element) =>
      element.parent === anchor && (kind === undefined || element.properties.kind === kind),
  );

/** An element with all that hangs on it. */
export const withAllBelow = (draft: Draft, element: DraftElement): DraftElement[] => [
  element,
  ...below(draft, element.anchor).flatMap((child) => withAllBelow(draft, child)),
];

/** The variants that a text is written in: the county's languages, and the easy ones that the path is offered in. */
export function variantsFor(draft: Draft, kind: ElementKind, { notEasy }: TextField): Variant[] {
  const easy = isForStaff(kind) || notEasy ? [] : draft.easy;
  return [...draft.languages, ...easy];
}

/** How many texts of an element are to be translated, or translated anew. */
export function countToDo({ properties, texts }: DraftElement, draft: Draft): number {
  return FIELDS[properties.kind].reduce((sum, field) => {
    const said = texts[field.name];
    if (!said?.fi?.text) return sum;
    const variants = variantsFor(draft, properties.kind, field);
    return sum + variants.filter((one) => !said[one]?.text || said[one].stale).length;
  }, 0);
}

/** How many translations of the draft are older than their original. */
export const countStale = ({ elements }: Draft): number =>
  elements
    .flatMap(({ texts }) => Object.values(texts).flatMap((said) => Object.values(said)))
    .filter(({ stale }) => stale).length;
