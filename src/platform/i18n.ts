import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Words } from '#locales/index.ts';
import { WORDS } from '#locales/index.ts';
import { type Language, LANGUAGES } from './language.ts';

// The browser takes these from language.ts: this file carries the words of every language.
export {
  inLanguage,
  isLanguage,
  type Language,
  languageFor,
  LANGUAGES,
  type LocalText,
} from './language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Words;
    enableSelector: false;
  }
}

const instance: i18n = createInstance();
await instance.init({
  resources: WORDS,
  supportedLngs: [...LANGUAGES],
  fallbackLng: false,
  ns: Object.keys(WORDS.fi),
  interpolation: { escapeValue: false },
  showSupportNotice: false,
  initAsync: false,
} as Parameters<i18n['init']>[0]);

const fixed = Object.fromEntries(
  LANGUAGES.map((language) => [language, instance.getFixedT(language)]),
) as unknown as Record<Language, TFunction<(keyof Words)[]>>;

/** Translates typed keys: `words(language)('paths:title')`. */
export type Translate = TFunction<(keyof Words)[]>;

/** The words of one language. */
export const words = (language: Language): Translate => fixed[language];

/** A sentence by a key that is known only at run time, such as a refusal's code. Falls back to the general sentence. */
export function sentence(
  language: Language,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const options = { ...params, lng: language };
  return instance.exists(key, options)
    ? String(instance.t(key as never, options as never))
    : String(instance.t('errors:code.unexpected', options as never));
}

/** A word by a key that is known only at run time, such as an action's name; nothing when there is none. */
export function wordFor(language: Language, key: string): string | undefined {
  const options = { lng: language };
  return instance.exists(key, options)
    ? String(instance.t(key as never, options as never))
    : undefined;
}
