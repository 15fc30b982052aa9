import type { Context } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import { languageOf, type Variant } from '#platform/language.ts';
import type { Entry } from './contract.ts';
import { listEntries } from './entry-store.ts';
import { isInForce } from './promise-state.ts';
import { selectRelations } from './relations.ts';
import type { HandbookTables } from './tables.ts';

type Ctx = Context<HandbookTables>;

/** A promise as everybody reads it. */
export interface PublicPromise {
  readonly id: string;
  /** By which paths refer to it. */
  readonly code: string;
  readonly name: string;
  readonly how: string;
  /** The day from which it is given, if one is said. */
  readonly since: string | null;
  /** What matters most to those to whom it is given above all. */
  readonly needs: readonly string[];
}

/** What the handbook tells the public. */
export interface PublicHandbook {
  readonly promises: readonly PublicPromise[];
  readonly aims: readonly {
    id: string;
    code: string;
    name: string;
    meaning: string;
    measure: string;
  }[];
  readonly cornerstones: readonly { id: string; name: string; customer: string }[];
}

/** The text in the variant, else in the plain one of its language; nothing in another language. */
export function said({ texts }: Entry, field: string, variant: Variant): string {
  return (texts[field]?.[variant] ?? texts[field]?.[languageOf(variant)])?.text ?? '';
}

/**
 * What the public may read of the handbook today, in one variant: promises that are public and in force, the aims and
 * the cornerstones. What has not been written in the language is left out, and so is whatever is out of use.
 */
export async function getPublicHandbook(ctx: Ctx, variant: Variant): Promise<PublicHandbook> {
  const kinds = ['promise', 'aim', 'cornerstone', 'segment'] as const;
  const entries = await listEntries(ctx, { kinds, inUse: true });
  const named = entries.filter((entry) => said(entry, 'name', variant) !== '');
  const of = (kind: (typeof kinds)[number]): Entry[] =>
    named.filter(({ properties }) => properties.kind === kind);
  const segments = new Map(of('segment').map((entry) => [entry.id, said(entry, 'name', variant)]));
  const given = (await selectRelations(ctx)).filter(({ kind }) => kind === 'promise');
  const today = dayOf(ctx.now());
  return {
    promises: of('promise').flatMap((entry) => {
      const { id, code, properties } = entry;
      if (properties.kind !== 'promise' || !properties.public) return [];
      if (!isInForce(properties, today)) return [];
      const needs = given.flatMap(({ from, to }) => (from === id ? (segments.get(to) ?? []) : []));
      const { validFrom: since } = properties;
      const [name, how] = [said(entry, 'name', variant), said(entry, 'how', variant)];
      return [{ id, code, name, how, since, needs }];
    }),
    aims: of('aim').map((entry) => ({
      id: entry.id,
      code: entry.code,
      name: said(entry, 'name', variant),
      meaning: said(entry, 'meaning', variant),
      measure: said(entry, 'measure', variant),
    })),
    cornerstones: of('cornerstone').map((entry) => ({
      id: entry.id,
      name: said(entry, 'name', variant),
      customer: said(entry, 'customer', variant),
    })),
  };
}

/** A word with its explanation, as readers meet it. */
export interface Term {
  /** Its place on a page: lower case letters, figures and hyphens. */
  readonly anchor: string;
  readonly name: string;
  readonly definition: string;
  /** The other forms by which it is known in a text. */
  readonly forms: readonly string[];
  readonly source: string;
}

/** The words that are explained in a variant, by their alphabet. Those without an explanation in it are left out. */
export async function listTerms(ctx: Ctx, variant: Variant): Promise<Term[]> {
  const language = languageOf(variant);
  return (await listEntries(ctx, { kinds: ['term'], inUse: true }))
    .map((entry) => ({ entry, name: said(entry, 'name', variant) }))
    .filter(({ entry, name }) => name !== '' && said(entry, 'definition', variant) !== '')
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
    .map(({ entry, name }) => ({
      anchor: entry.code,
      name,
      definition: said(entry, 'definition', variant),
      forms: formsOf(entry, variant),
      source: entry.properties.kind === 'term' ? entry.properties.source : '',
    }));
}

/** Forms of the plain text are known in easy texts as well. */
function formsOf({ texts }: Entry, variant: Variant): string[] {
  const lines = [texts['forms']?.[variant], texts['forms']?.[languageOf(variant)]].flatMap(
    (text) => text?.text.split('\n') ?? [],
  );
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}
