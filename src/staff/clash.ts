/** A place in what is written: `texts/name/fi`. */
type Place = string;

type Leaf = string | number | boolean | null | readonly unknown[];

/** What was written here and elsewhere of the same thing, put together. */
export interface Clash<Form> {
  /** The places at which both changed something, and not to the same. */
  readonly places: readonly { readonly place: Place; readonly mine: Leaf; readonly theirs: Leaf }[];
  /** Both changes, and at those places the one that is chosen. */
  settle(which: 'mine' | 'theirs'): Form;
}

/**
 * Puts together what two wrote from the same beginning: a place that only one of them changed is as they wrote it; one
 * that both changed is for the reader to decide.
 */
export function clashOf<Form extends object>(before: Form, mine: Form, theirs: Form): Clash<Form> {
  const [was, here, there] = [leavesOf(before), leavesOf(mine), leavesOf(theirs)];
  const all = [...new Set([...was.keys(), ...here.keys(), ...there.keys()])];
  const changed = (side: ReadonlyMap<Place, Leaf>, place: Place): boolean =>
    !same(side.get(place), was.get(place));
  const both = all.filter(
    (place) =>
      changed(here, place) && changed(there, place) && !same(here.get(place), there.get(place)),
  );
  return {
    places: both.map((place) => ({
      place,
      mine: here.get(place) ?? null,
      theirs: there.get(place) ?? null,
    })),
    settle(which) {
      const form = structuredClone(theirs);
      for (const place of all) {
        if (changed(here, place) && (which === 'mine' || !both.includes(place)))
          put(form, place.split('/'), here.get(place));
      }
      return form;
    },
  };
}

/** What is empty says the same as what is not there. */
const same = (one: Leaf | undefined, other: Leaf | undefined): boolean =>
  JSON.stringify(one || '') === JSON.stringify(other || '');

/** A list of words is a set: each of them is a place, in it or not. */
const isSet = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function leavesOf(value: object, at = ''): Map<Place, Leaf> {
  return new Map(
    Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
      if (isSet(part)) return part.map((word) => [`${at}${name}/${word}`, true] as const);
      return typeof part === 'object' && part !== null && !Array.isArray(part)
        ? [...leavesOf(part, `${at}${name}/`)]
        : [[`${at}${name}`, part as Leaf] as const];
    }),
  );
}

const emptyLike = (part: unknown): Leaf => (Array.isArray(part) ? [] : '');

function put(form: object, [name, ...rest]: readonly string[], leaf: Leaf | undefined): void {
  const parts = form as Record<string, unknown>;
  const part = parts[name!];
  if (rest.length === 0) parts[name!] = leaf === undefined ? emptyLike(part) : leaf;
  else if (isSet(part)) {
    const word = rest.join('/');
    parts[name!] = leaf ? [...part, word] : part.filter((one) => one !== word);
  } else {
    parts[name!] ??= {};
    put(parts[name!] as object, rest, leaf);
  }
}
