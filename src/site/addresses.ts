import type { Language } from '#platform/i18n.ts';

/** The address part of each kind of page, in its language. */
const NAMES = {
  paths: { fi: 'polut', sv: 'vagar', en: 'paths' },
  units: { fi: 'yksikot', sv: 'enheter', en: 'units' },
  results: { fi: 'tulokset', sv: 'resultat', en: 'results' },
  replies: { fi: 'teimme', sv: 'vi-gjorde', en: 'we-did' },
  thanks: { fi: 'kiitos', sv: 'tack', en: 'thanks' },
  accessibility: { fi: 'saavutettavuus', sv: 'tillganglighet', en: 'accessibility' },
  privacy: { fi: 'tietosuoja', sv: 'dataskydd', en: 'privacy' },
} as const satisfies Record<string, Record<Language, string>>;

/** A kind of public page. */
export type PageKind = keyof typeof NAMES;

/** The county's front page in a language. */
export const homeAddress = (language: Language): string => `/${language}`;

/** The address of a page: `pageAddress('paths', 'fi', 'seksitautien-testaus-ja-hoito')`. */
export function pageAddress(kind: PageKind, language: Language, name?: string): string {
  return `/${language}/${NAMES[kind][language]}${name === undefined ? '' : `/${name}`}`;
}

/** The form of a feedback point, in the language of the page that leads to it. */
export const formAddress = (code: string, language: Language): string => `/p/${code}?l=${language}`;

/** The same page in every language of a county. */
export function inEachLanguage(
  languages: readonly Language[],
  address: (language: Language) => string,
): Partial<Record<Language, string>> {
  return Object.fromEntries(languages.map((language) => [language, address(language)]));
}
