import type { PublishedPath } from '#modules/paths';
import type { Language } from '#platform/i18n.ts';

/** Whatever begins with no letter: figures, signs, pictures. */
const OTHERS = '#';

/** The letter as part of an address. */
export const asAnchor = (letter: string): string => (letter === OTHERS ? 'muut' : letter);

/** Paths by the first letter of their titles, in the order of the language: å, ä and ö are letters of their own and come last. */
export function lettersOf(
  paths: readonly PublishedPath[],
  language: Language,
): (readonly [string, readonly PublishedPath[]])[] {
  const { compare } = new Intl.Collator(language === 'en' ? 'fi' : language);
  const groups = Map.groupBy(paths, ({ title }) => letterOf(title));
  return [...groups]
    .map(
      ([letter, ofLetter]) =>
        [letter, ofLetter.toSorted((one, other) => compare(one.title, other.title))] as const,
    )
    .toSorted(([one], [other]) => compare(one, other));
}

const letterOf = (title: string): string =>
  /^\p{L}/u.exec(title.trim().toUpperCase().normalize('NFC'))?.[0] ?? OTHERS;
