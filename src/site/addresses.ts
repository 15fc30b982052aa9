import { isEasy, type Language, languageOf, type Variant } from '#platform/language.ts';

/** The address part of each kind of page, in its language. */
const NAMES = {
  paths: { fi: 'polut', sv: 'vagar', en: 'paths' },
  search: { fi: 'haku', sv: 'sok', en: 'search' },
  topics: { fi: 'aiheet', sv: 'amnen', en: 'topics' },
  lifeEvents: { fi: 'elamantilanteet', sv: 'livssituationer', en: 'life-events' },
  units: { fi: 'yksikot', sv: 'enheter', en: 'units' },
  results: { fi: 'tulokset', sv: 'resultat', en: 'results' },
  replies: { fi: 'teimme', sv: 'vi-gjorde', en: 'we-did' },
  list: { fi: 'oma-lista', sv: 'min-lista', en: 'my-list' },
  promises: { fi: 'lupaukset', sv: 'loften', en: 'promises' },
  words: { fi: 'sanat', sv: 'ord', en: 'words' },
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

/** What follows a path's address when the page is its easy-language variant, or the professional's view. */
export const ENDINGS = {
  easy: { fi: 'selko', sv: 'latt', en: 'easy' },
  professional: { fi: 'ammattilaiselle', sv: 'for-yrkespersoner', en: 'for-professionals' },
} as const satisfies Record<string, Record<Language, string>>;

/** A path's page in a variant: its slug is that of the variant's language. */
export function pathAddress(variant: Variant, slug: string): string {
  const language = languageOf(variant);
  const address = pageAddress('paths', language, slug);
  return isEasy(variant) ? `${address}/${ENDINGS.easy[language]}` : address;
}

/** The professional's view of a path, where it is an open page. */
export const professionalAddress = (language: Language, slug: string): string =>
  `${pageAddress('paths', language, slug)}/${ENDINGS.professional[language]}`;

/** The form of a feedback point, in the language of the page that leads to it. */
export const formAddress = (code: string, language: Language): string => `/p/${code}?l=${language}`;

/** The same page in every language of a county. */
export function inEachLanguage(
  languages: readonly Language[],
  address: (language: Language) => string,
): Partial<Record<Language, string>> {
  return Object.fromEntries(languages.map((language) => [language, address(language)]));
}

/**
 * The page that thanks for an answer. An open feedback point's code, which stands on its poster, lets it lead back to the
 * path; nothing else of the answer or of whoever gave it is in the address.
 */
export const thanksAddress = (language: Language, receipt: string, code?: string): string =>
  `${pageAddress('thanks', language, receipt)}${code === undefined ? '' : `?p=${code}`}`;
