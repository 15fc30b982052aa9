import stemmers from 'snowball-stemmers';
import type { Language } from '#platform/i18n.ts';
import { STOP_WORDS } from './stop-words.ts';

const STEMMERS = {
  fi: stemmers.newStemmer('finnish'),
  sv: stemmers.newStemmer('swedish'),
  en: stemmers.newStemmer('english'),
} as const;

/** Small letters without dots, rings and accents, so that `hammaslaakari` is `hammaslääkäri`. */
export const foldText = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');

// No word is longer; of what is, only the beginning is looked at, as every beginning of a part is tried.
const LONGEST_WORD = 60;

/** The words of a text that say what it is about, folded, in their order. */
export function wordsOf(language: Language, text: string): string[] {
  const found = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = found.map((word) => word.slice(0, LONGEST_WORD));
  return all.filter((word) => word.length > 1 && !STOP_WORDS[language].has(word));
}

/** The stem that the inflections of a word share: `testeihin`, `testin` → `test`. */
export function stemOf(language: Language, word: string): string {
  return remembered(stems[language], word, () => STEMMERS[language].stem(word));
}

const SHORTEST_COMPOUND = 7;
const SHORTEST_PART = 4;

/**
 * The stems of what a long word ends in, since the last part of a Finnish or Swedish compound says what the thing is:
 * `kotitesti` is found by `testi`. Where a part begins nobody knows, so every beginning counts.
 */
export function endsOf(language: Language, word: string): readonly string[] {
  if (word.length < SHORTEST_COMPOUND) return [];
  return remembered(ends[language], word, () => {
    const found = new Set<string>();
    for (let at = SHORTEST_PART - 1; at <= word.length - SHORTEST_PART; at += 1)
      found.add(stemOf(language, word.slice(at)));
    return [...found];
  });
}

// Texts repeat their words, and a stem takes longer to make than to look up.
const MOST = 100_000;
const perLanguage = <T>(): Record<Language, Map<string, T>> => ({
  fi: new Map(),
  sv: new Map(),
  en: new Map(),
});
const stems = perLanguage<string>();
const ends = perLanguage<readonly string[]>();

function remembered<T>(memory: Map<string, T>, word: string, make: () => T): T {
  const known = memory.get(word);
  if (known !== undefined) return known;
  if (memory.size >= MOST) memory.clear();
  const made = make();
  memory.set(word, made);
  return made;
}
