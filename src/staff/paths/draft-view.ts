import { type Draft, type DraftElement, type ElementKind, FIELDS } from '#contract/paths';
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

/** How many texts of an element are to be translated, or translated anew. */
export function countToDo(
  { properties, texts }: DraftElement,
  languages: Draft['languages'],
): number {
  return FIELDS[properties.kind].reduce((sum, { name }) => {
    const said = texts[name];
    if (!said?.fi?.text) return sum;
    return (
      sum + languages.filter((language) => !said[language]?.text || said[language].stale).length
    );
  }, 0);
}

/** How many translations of the draft are older than their original. */
export const countStale = ({ elements }: Draft): number =>
  elements
    .flatMap(({ texts }) => Object.values(texts).flatMap((said) => Object.values(said)))
    .filter(({ stale }) => stale).length;
