import { createInstance, type i18n } from 'i18next';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useContext,
  useEffect,
  useState,
  useTransition,
} from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { isLanguage, type Language, LANGUAGES } from '#platform/language.ts';
import type { Translate } from '#platform/i18n.ts';
import { LOCALES } from '#ui/format.ts';
import { WordsProvider } from '#ui/words.tsx';

export { useLanguage, useWords } from '#ui/words.tsx';

// Only the chosen language's words are fetched.
const SOURCES = {
  fi: async () => (await import('#locales/fi/index.ts')).fi,
  sv: async () => (await import('#locales/sv/index.ts')).sv,
  en: async () => (await import('#locales/en/index.ts')).en,
} as const;

const loaded = new Map<Language, Promise<Translate>>();

/** The words of a language, fetched once. */
function loadWords(language: Language): Promise<Translate> {
  const known = loaded.get(language) ?? makeWords(language);
  loaded.set(language, known);
  return known;
}

async function makeWords(language: Language): Promise<Translate> {
  const words = await SOURCES[language]();
  const instance: i18n = createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: words },
    ns: Object.keys(words),
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0]);
  return instance.getFixedT(language) as unknown as Translate;
}

const KEY = 'polku.language';

/** The language chosen on this machine before, else the browser's first that we have. */
function firstLanguage(): Language {
  const kept = readKept();
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((code) => code.slice(0, 2)).find(isLanguage) ?? LANGUAGES[0];
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** Writes the language into the document: requests name it from there. */
function named(language: Language): Language {
  document.documentElement.lang = language;
  return language;
}

const ChoiceContext = createContext<(language: Language) => void>(() => {});

/** Changes the language of all that is shown. */
export const useChooseLanguage = (): ((language: Language) => void) => useContext(ChoiceContext);

/** Fetches and gives the words of the reader's language. */
export function StaffWords({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => named(firstLanguage()));
  const [, startTransition] = useTransition();
  const t = use(loadWords(language));
  useEffect(() => keep(language), [language]);
  const choose = useCallback(
    (next: Language) => startTransition(() => setLanguage(named(next))),
    [],
  );
  return (
    <ChoiceContext value={choose}>
      <I18nProvider locale={LOCALES[language]}>
        <WordsProvider language={language} t={t}>
          {children}
        </WordsProvider>
      </I18nProvider>
    </ChoiceContext>
  );
}
