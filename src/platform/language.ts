/** The languages of the product. Easy language is a variant of one of these. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;

/** A language of the product. */
export type Language = (typeof LANGUAGES)[number];

/** The easy-language variants (selkokieli, lätt språk), as BCP 47 tags with the registered subtag `simple`. */
export const EASY_VARIANTS = ['fi-simple', 'sv-simple', 'en-simple'] as const;

/** An easy-language variant. */
export type EasyVariant = (typeof EASY_VARIANTS)[number];

/** All variants that a text can be written in, as BCP 47 tags. */
export const VARIANTS = [...LANGUAGES, ...EASY_VARIANTS] as const;

/** A language, or its easy variant. */
export type Variant = (typeof VARIANTS)[number];

/** A text in some languages. */
export type LocalText = Readonly<Partial<Record<Language, string>>>;

/** Whether a text names a language of the product. */
export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.includes(value as Language);

/** Whether a text names a variant of the product. */
export const isVariant = (value: unknown): value is Variant => VARIANTS.includes(value as Variant);

/** Whether a variant is easy language. */
export const isEasy = (variant: Variant): variant is EasyVariant => !isLanguage(variant);

/** The language that a variant belongs to: `fi` of `fi-simple`. */
export const languageOf = (variant: Variant): Language => variant.slice(0, 2) as Language;

/** What a variant is written from: an easy one from its own language, the other languages from Finnish. */
export const sourceOf = (variant: Variant): Language | null =>
  variant === 'fi' ? null : isEasy(variant) ? languageOf(variant) : 'fi';

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
