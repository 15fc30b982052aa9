import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { FeedbackTables } from './tables.ts';

type Ctx = Context<FeedbackTables>;

/** A word or phrase that may tell of danger. It is found where a word begins; the word may go on after it. */
export interface DangerSign {
  readonly stem: string;
  readonly kind: string;
  /** Phrases in which it means nothing of the kind. */
  readonly unless?: readonly string[];
}

/** Enters signs of danger; one that stands already is replaced. */
export async function addDangerSigns(ctx: Ctx, signs: readonly DangerSign[]): Promise<void> {
  known.delete(ctx.county);
  const rows = signs.map(({ stem, kind, unless = [] }) => ({
    county_id: ctx.county,
    stem: stem.toLowerCase(),
    kind,
    unless: [...unless],
  }));
  await ctx.db
    .insertInto('danger_sign')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'stem'])
        .doUpdateSet(({ ref }) => ({ kind: ref('excluded.kind'), unless: ref('excluded.unless') })),
    )
    .execute();
}

/** Finds of what kinds of danger a text has signs. */
export type FindKinds = (text: string) => string[];

const KNOWN_FOR_MS = 10_000;

const known = new Map<string, { until: number; find: FindKinds }>();

/**
 * What finds the county's signs. It is asked for with every batch of answers, so it is read anew only every ten
 * seconds: a sign that somebody has just added counts that much later.
 */
export async function readDangerSigns(ctx: Ctx): Promise<FindKinds> {
  const last = known.get(ctx.county);
  if (last && last.until > Date.now()) return last.find;
  const { rows } = await sql<{ stem: string; kind: string; unless: string[] }>`
    select stem, kind, unless from danger_sign where county_id = ${ctx.county} order by stem`.execute(
    ctx.db,
  );
  const find = compile(rows.map(({ stem, kind, unless }) => [stem, kind, unless]));
  known.set(ctx.county, { until: Date.now() + KNOWN_FOR_MS, find });
  return find;
}

function compile(signs: readonly [stem: string, kind: string, unless: string[]][]): FindKinds {
  const plain = signs.map(([stem, kind, unless]) => ({
    stem: inPlainWords(stem),
    kind,
    unless: unless.map(inPlainWords),
  }));
  const byStem = new Map(plain.map((sign) => [sign.stem, sign]));
  // The longest first, so that a sign is not hidden behind a shorter one that an exception silences.
  const stems = [...byStem.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((stem) => RegExp.escape(stem));
  if (stems.length === 0) return () => [];
  const pattern = new RegExp(stems.join('|'), 'gu');
  return (text) => {
    const words = inPlainWords(text);
    const kinds = Array.from(words.matchAll(pattern), ({ 0: stem, index }) => {
      const sign = byStem.get(stem)!;
      return sign.unless.some((phrase) => stands(phrase, stem, words, index))
        ? undefined
        : sign.kind;
    });
    return [...new Set(kinds)].filter((kind) => kind !== undefined).toSorted();
  };
}

/** Whether the sign at `index` is a part of the phrase there. */
function stands(phrase: string, stem: string, words: string, index: number): boolean {
  const offset = phrase.indexOf(stem);
  return offset >= 0 && words.startsWith(phrase, index - offset);
}

/** Lower case, normal form C, a space before every word and nothing but letters and figures: ` en jaksa elää`. */
const inPlainWords = (text: string): string =>
  ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()}`;
