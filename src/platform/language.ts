/** The languages of the product. Easy language is a variant of one of these. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;

/** A language of the product. */
export type Language = (typeof LANGUAGES)[number];

/** A text in some languages. */
export type LocalText = Readonly<Partial<Record<Language, string>>>;

/** Whether a text names a language of the product. */
export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.includes(value as Language);

/** The best language for an Accept-Language header; Finnish when it names none of ours. */
export function languageFor(header: string | null | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (isLanguage(code)) return code;
  }
  return 'fi';
}

/** The text in the wanted language, else in the first one that has it. */
export function inLanguage(
  text: { readonly [L in Language]?: string | undefined },
  language: Language,
): string {
  return text[language] ?? text.fi ?? text.sv ?? text.en ?? '';
}
