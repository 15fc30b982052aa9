import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Language, Translate } from '#platform/i18n.ts';

interface Wording {
  readonly language: Language;
  readonly t: Translate;
}

const WordsContext = createContext<Wording | undefined>(undefined);

/** Gives the words of one language to all that is within. */
export function WordsProvider({ language, t, children }: Wording & { children: ReactNode }) {
  const wording = useMemo(() => ({ language, t }), [language, t]);
  return <WordsContext value={wording}>{children}</WordsContext>;
}

function useWording(): Wording {
  const wording = useContext(WordsContext);
  if (!wording) throw new Error('this needs a <WordsProvider> around it');
  return wording;
}

/** The typed words of the reader's language: `useWords()('common:save')`. */
export const useWords = (): Translate => useWording().t;

/** The reader's language. */
export const useLanguage = (): Language => useWording().language;
