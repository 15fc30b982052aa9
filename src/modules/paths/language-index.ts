import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import type { Language } from '#platform/i18n.ts';
import { endsOf, stemOf, wordsOf } from './search-terms.ts';
import type { SearchablePath } from './searchable-paths.ts';

/** A path that was found. */
export interface PathHit extends Pick<
  SearchablePath,
  'id' | 'slug' | 'title' | 'description' | 'topic'
> {
  /** The phase that tells most of what was asked for, where one does. */
  readonly phase: { readonly anchor: string; readonly title: string } | undefined;
}

/** How much a word counts by where it stands. */
const WEIGHTS = {
  title: 4,
  words: 4,
  topic: 1.5,
  description: 1.5,
  phases: 1,
  steps: 0.6,
  easy: 1,
} as const;
/** Ends of long words from the title and the search words: a guess, so it counts little. */
const ENDS = 'ends';
const ENDS_WEIGHT = 1;

const FIELDS = Object.keys(WEIGHTS);
/** What is asked beyond this many words is not looked at. */
const MOST_WORDS = 12;
const MOST_HITS = 20;
/** What fits so much worse than the best is not what was meant. */
const WORST = 0.12;
/** The shortest part of a compound, such as hiv, and the shortest that counts without the other one. */
const SHORTEST_PART = 3;
const SHORTEST_ALONE = 4;

interface Document extends Record<keyof typeof WEIGHTS | typeof ENDS, string> {
  readonly id: string;
}

/** The paths of one language, findable by words. MiniSearch weighs and forgives typing errors; stems and compounds are ours. */
export class LanguageIndex {
  readonly #language: Language;
  readonly #paths = new Map<string, SearchablePath>();
  readonly #mini: MiniSearch<Document>;
  /** Every stem that was ever taken in. */
  readonly #known = new Set<string>();

  constructor(language: Language) {
    this.#language = language;
    const stem = (word: string): string => {
      const stemmed = stemOf(language, word);
      this.#known.add(stemmed);
      return stemmed;
    };
    this.#mini = new MiniSearch<Document>({
      fields: [...FIELDS, ENDS],
      tokenize: (text) => wordsOf(language, text),
      processTerm: (word, field) => (field === ENDS ? [...endsOf(language, word)] : stem(word)),
      searchOptions: { tokenize: (text) => text.split(' '), processTerm: (stemmed) => stemmed },
      autoVacuum: true,
    });
  }

  /** Takes a path in, in place of what was known of it. */
  put(path: SearchablePath): void {
    this.drop(path.id);
    this.#paths.set(path.id, path);
    this.#mini.add(documentOf(path));
  }

  /** Forgets a path. */
  drop(id: string): void {
    if (this.#paths.delete(id)) this.#mini.discard(id);
  }

  /** The paths that fit best, best first. */
  search(asked: string): PathHit[] {
    const words = [...new Set(wordsOf(this.#language, asked))].slice(0, MOST_WORDS);
    const asking = words.map((word, at) => this.#stemsAsked(word, words[at + 1]));
    if (asking.length === 0) return [];
    const found = this.#mini
      .search({ combineWith: 'OR', queries: asking.flatMap(queriesOf) })
      .map((result) => ({ result, score: result.score * coverage(result, asking) }))
      .toSorted((one, other) => other.score - one.score);
    const best = found[0]?.score ?? 0;
    return found
      .filter(({ score }) => score >= best * WORST)
      .slice(0, MOST_HITS)
      .map(({ result }) => this.#hitOf(result));
  }

  /** The stem of a word, of the compound that it may have been torn from, and of its parts where nobody uses it whole. */
  #stemsAsked(word: string, next: string | undefined): readonly string[] {
    const whole = stemOf(this.#language, word);
    const joined = next === undefined ? [] : [stemOf(this.#language, word + next)];
    const parts = this.#known.has(whole) ? [] : this.#partsOf(word);
    return [whole, ...[...joined, ...parts].filter((stem) => this.#known.has(stem))];
  }

  /** The two known words that a compound is made of, else the longest known one that it begins or ends with. */
  #partsOf(word: string): readonly string[] {
    let longest = '';
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const known = [word.slice(0, at), word.slice(at)]
        .map((part) => stemOf(this.#language, part))
        .filter((stem) => this.#known.has(stem));
      if (known.length === 2) return known;
      if (known[0] !== undefined && known[0].length > longest.length) longest = known[0];
    }
    return longest.length < SHORTEST_ALONE ? [] : [longest];
  }

  #hitOf({ id, terms, queryTerms }: SearchResult): PathHit {
    const { slug, title, description, topic, phases } = this.#paths.get(id as string)!;
    const exact = new Set(queryTerms);
    return {
      id: id as string,
      slug,
      title,
      description,
      topic,
      phase: this.#phaseOf(phases, new Map(terms.map((term) => [term, exact.has(term) ? 2 : 1]))),
    };
  }

  /** The phase that holds most of what was met, where its title counts more than its steps. */
  #phaseOf(phases: SearchablePath['phases'], met: ReadonlyMap<string, number>): PathHit['phase'] {
    const weigh = (text: string): number => {
      const stems = new Set(
        wordsOf(this.#language, text).map((word) => stemOf(this.#language, word)),
      );
      return [...stems].reduce((sum, stem) => sum + (met.get(stem) ?? 0), 0);
    };
    let best: SearchablePath['phases'][number] | undefined;
    let most = 0;
    for (const phase of phases) {
      const weight = 2 * weigh(phase.title) + weigh(phase.steps.join(' '));
      if (weight > most) [best, most] = [phase, weight];
    }
    return best && { anchor: best.anchor, title: best.title };
  }
}

function documentOf({
  id,
  title,
  words,
  topic,
  description,
  phases,
  easy,
}: SearchablePath): Document {
  return {
    id,
    title,
    words,
    topic,
    description,
    easy,
    phases: phases.map((phase) => phase.title).join(' '),
    steps: phases.flatMap(({ steps }) => steps).join(' '),
    ends: `${title} ${words}`,
  };
}

/**
 * Looks for a word's stem as it is, as the beginning or the end of a longer one, and with a typing error or two; for what
 * else it may have meant only as that is.
 */
function queriesOf([stem, ...others]: readonly string[]): Query[] {
  if (stem === undefined) return [];
  return [
    {
      queries: [stem],
      fields: FIELDS,
      boost: WEIGHTS,
      prefix: stem.length > 2,
      fuzzy: typingErrors(stem),
      weights: { prefix: 0.5, fuzzy: 0.35 },
    },
    { queries: [stem], fields: [ENDS], boost: { [ENDS]: ENDS_WEIGHT } },
    ...others.map((other) => ({ queries: [other], fields: FIELDS, boost: WEIGHTS })),
  ];
}

/** How many letters may be wrong: in a short word one makes another word of it. */
const typingErrors = ({ length }: string): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** Which share of what was asked for a path tells of: who asks for two things means both. */
function coverage({ queryTerms }: SearchResult, asking: readonly (readonly string[])[]): number {
  const met = asking.filter((stems) => stems.some((stem) => queryTerms.includes(stem)));
  return met.length / asking.length;
}
