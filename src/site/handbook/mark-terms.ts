import type { Term } from '#modules/handbook';
import type { Language } from '#platform/i18n.ts';
import { type Piece, readTags } from './tag-reader.ts';

/** Where a word is explained on its page. */
export const termPlace = (term: Term): string => `sana-${term.anchor}`;

/** Where a word is first used on its page, so that one comes back from the explanation. */
export const mentionPlace = (term: Term): string => `kohta-${term.anchor}`;

/** A page on which words are marked, and which were. */
export interface Marked {
  readonly html: string;
  /** In the order in which they are met. */
  readonly terms: readonly Term[];
}

/** Within these nothing is marked: what is pressed, what heads, what is code, and what is explained already. */
const CLOSED = new Set(
  'a abbr button code dfn h1 h2 h3 h4 h5 h6 head label legend nav option pre script select style summary svg textarea title'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Makes the first use of each word on a page a link to its explanation at the page's end, which works without script
 * and in print. Only text is marked, never what stands in links, headings or attributes, nor what is in another
 * language. The explanations themselves are not put in; `terms` says which are needed. Whoever marks a page in several
 * pieces leaves the words of the earlier ones out.
 *
 * @param html Rendered HTML: every sign of its texts that means something in HTML is escaped.
 */
export function markTerms(
  html: string,
  terms: readonly Term[],
  language: Language,
  className = 'term',
): Marked {
  const known = dictionary(terms);
  const marked: Term[] = [];
  const open: { name: string; closed: boolean }[] = [];
  const mark = (text: string): string =>
    markText(text, known, (term, words) => {
      marked.push(term);
      const [use, place] = [mentionPlace(term), termPlace(term)];
      return `<a id="${use}" class="${className}" href="#${place}" role="doc-glossref">${words}</a>`;
    });
  const pieces = readTags(html).map((piece) => {
    if (piece.kind === 'open') enter(open, piece, language);
    if (piece.kind === 'close') leave(open, piece.name);
    return piece.kind === 'text' && !open.at(-1)?.closed ? mark(piece.raw) : piece.raw;
  });
  return { html: pieces.join(''), terms: marked };
}

function enter(
  open: { name: string; closed: boolean }[],
  { name, raw }: Piece,
  language: Language,
): void {
  if (VOID.has(name) || raw.endsWith('/>')) return;
  const other = /\slang="([^"]*)"/.exec(raw)?.[1];
  const foreign = other !== undefined && other.slice(0, 2) !== language;
  open.push({ name, closed: (open.at(-1)?.closed ?? false) || foreign || CLOSED.has(name) });
}

/** A close tag also closes what was left open within it. */
function leave(open: { name: string }[], name: string): void {
  const at = open.findLastIndex((element) => element.name === name);
  if (at !== -1) open.length = at;
}

interface Form {
  readonly words: readonly string[];
  readonly term: Term;
}

type Dictionary = Map<string, Form[]>;

const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

/** The forms of all words by their first word, the longest first. */
function dictionary(terms: readonly Term[]): Dictionary {
  const forms: Dictionary = new Map();
  for (const term of terms) {
    for (const said of [term.name, ...term.forms]) {
      const words = said.normalize('NFC').toLowerCase().match(WORD) ?? [];
      const [first] = words;
      if (first === undefined) continue;
      forms.set(first, [...(forms.get(first) ?? []), { words, term }]);
    }
  }
  for (const each of forms.values()) each.sort((a, b) => b.words.length - a.words.length);
  return forms;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Replaces the first use of each word of a text; a word that has been found leaves the dictionary. */
function markText(
  text: string,
  known: Dictionary,
  replace: (term: Term, words: string) => string,
): string {
  const words = wordsOf(text);
  let result = '';
  let done = 0;
  for (let at = 0; at < words.length; at += 1) {
    const found = known
      .get(words[at]!.text)
      ?.find(({ words: form }) => isAt(form, words, at, text));
    if (!found) continue;
    const [start, end] = [words[at]!.start, words[at + found.words.length - 1]!.end];
    result += text.slice(done, start) + replace(found.term, text.slice(start, end));
    done = end;
    at += found.words.length - 1;
    forget(known, found.term);
  }
  return result + text.slice(done);
}

/** The words of a text in lower case; parts of entities (`&amp;`) and of what a hyphen cuts off are none. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const end = start + word.length;
    const whole = !'&#-'.includes(text[start - 1] ?? ' ') && text[end] !== '-';
    return [{ text: whole ? word.normalize('NFC').toLowerCase() : '', start, end }];
  });

const isAt = (form: readonly string[], words: readonly Word[], at: number, text: string): boolean =>
  form.every((word, index) => {
    const here = words[at + index];
    if (here?.text !== word) return false;
    return index === 0 || /^\s+$/.test(text.slice(words[at + index - 1]!.end, here.start));
  });

function forget(known: Dictionary, { anchor }: Term): void {
  for (const [first, forms] of known)
    known.set(
      first,
      forms.filter(({ term }) => term.anchor !== anchor),
    );
}
