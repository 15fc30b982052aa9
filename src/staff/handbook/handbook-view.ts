import {
  BELOW,
  type Entry,
  type EntryKind,
  FIELDS,
  type Handbook,
  type RelationKind,
} from '#contract/handbook';
import { inLanguage, type Language } from '#platform/language.ts';

/** The entries of one kind, below a parent when one is given. */
export const entriesOf = (
  { entries }: Handbook,
  kind: EntryKind,
  parent?: string,
): readonly Entry[] =>
  entries.filter(
    (entry) => entry.properties.kind === kind && (parent === undefined || entry.parent === parent),
  );

/** A text of an entry in the reader's language, else in the first that has it. */
export function saidOf({ texts }: Entry, field: string, language: Language): string {
  const said = texts[field];
  return inLanguage({ fi: said?.fi?.text, sv: said?.sv?.text, en: said?.en?.text }, language);
}

/** What an entry is called, with its code if it has one. */
export function nameOf(entry: Entry, language: Language): string {
  const name = saidOf(entry, 'name', language);
  const { properties } = entry;
  return properties.kind === 'segment' && properties.abbreviation !== ''
    ? `${properties.abbreviation} ${name}`
    : name;
}

/** How many required texts of an entry are missing in the county's languages, and how many are out of date. */
export function toDo(
  { properties, texts }: Entry,
  languages: Handbook['languages'],
): { missing: number; stale: number } {
  const missing = FIELDS[properties.kind].flatMap(({ name, required, lines }) =>
    required || (texts[name]?.fi && !lines)
      ? languages.filter((language) => !texts[name]?.[language])
      : [],
  );
  const stale = Object.values(texts).flatMap((said) =>
    Object.values(said).filter((text) => text.stale),
  );
  return { missing: missing.length, stale: stale.length };
}

/** What may hang on an entry. */
export const kindsBelow = ({ properties }: Entry): readonly EntryKind[] =>
  BELOW[properties.kind] ?? [];

/** The ids of what an entry belongs together with by one sort of relation. */
export const joinedTo = (
  { relations }: Handbook,
  kind: RelationKind,
  id: string,
): readonly string[] =>
  relations.flatMap((relation) => {
    if (relation.kind !== kind) return [];
    if (relation.from === id) return [relation.to];
    return relation.to === id ? [relation.from] : [];
  });
