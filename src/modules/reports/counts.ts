import { type RawBuilder, sql } from 'kysely';

/**
 * What was counted, in the order of `node_day.counts`: answers, texts, then a block for the recommendation (its n and
 * 0–10) and one for each statement (its n without "cannot say", cannot say, 1–5). An n could be summed from its block;
 * it is kept because reports ask for nothing but the n of very many nodes in order to know what to hide.
 */
export type Counts = readonly number[];

const RECOMMENDATION = 2;
const RECOMMENDATION_BLOCK = 12;
const STATEMENTS = RECOMMENDATION + RECOMMENDATION_BLOCK;
const STATEMENT_BLOCK = 7;

/** How many counts there are for a set of so many statements. */
export const widthFor = (statements: number): number => STATEMENTS + STATEMENT_BLOCK * statements;

/** The number of answers. */
export const answersIn = (counts: Counts): number => counts[0] ?? 0;

/** The number of answers that have an open text. */
export const textsIn = (counts: Counts): number => counts[1] ?? 0;

/** How many gave each of 0–10. */
export const recommendationIn = (counts: Counts): Counts =>
  counts.slice(RECOMMENDATION + 1, STATEMENTS);

/** How many said "cannot say", 1, … 5 of the statement in a place of its set, counted from 0. */
export function statementIn(counts: Counts, place: number): Counts {
  const start = STATEMENTS + STATEMENT_BLOCK * place;
  return counts.slice(start + 1, start + STATEMENT_BLOCK);
}

/** How many people the recommendation rests on. */
export const recommendedIn = (counts: Counts): number => counts[RECOMMENDATION] ?? 0;

/** How many people the statement in a place of its set rests on: without "cannot say". */
export const scoredIn = (counts: Counts, place: number): number =>
  counts[STATEMENTS + STATEMENT_BLOCK * place] ?? 0;

/** Reads counts that PostgreSQL gave as text. */
export const parseCounts = (text: string): Counts => text.slice(1, -1).split(',').map(Number);

/** Adds, count by count; the shorter one is as if filled up with zeros. */
export function addCounts(one: Counts, other: Counts): Counts {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  if (shorter.length === 0) return longer;
  return longer.map((count, index) => count + (shorter[index] ?? 0));
}

// The expressions below are made of places only, never of input. PostgreSQL counts array places from 1.
const arrayOf = (expressions: readonly string[]): RawBuilder<number[]> =>
  sql.raw(`array[${expressions.join(', ')}]::integer[]`);

const places = (width: number): number[] => Array.from({ length: width }, (_, index) => index + 1);

/** SQL that sums `counts` over a group, count by count. Places that a shorter array lacks are null, which a sum passes over. */
export const sumOfCounts = (width: number): RawBuilder<number[]> =>
  arrayOf(places(width).map((place) => `coalesce(sum(counts[${place}]), 0)`));

/** SQL that sums `sign * counts` over a group. */
export const sumOfSignedCounts = (width: number): RawBuilder<number[]> =>
  arrayOf(places(width).map((place) => `coalesce(sum(sign * counts[${place}]), 0)`));

/** Which sizes are asked for: of the answers alone, or also of the recommendation and so many statements. */
export type SizesOf = 'answers' | number;

const sizePlaces = (which: SizesOf): number[] =>
  which === 'answers'
    ? [1]
    : [1, RECOMMENDATION + 1, ...places(which).map((statement) => widthFor(statement - 1) + 1)];

/** SQL for only what figures rest on: all answers, the recommendation's n, then each statement's. */
export const sizesOfCounts = (which: SizesOf): RawBuilder<number[]> =>
  arrayOf(sizePlaces(which).map((place) => `coalesce(counts[${place}], 0)`));

/** SQL that sums those over a group. */
export const sumOfSizes = (which: SizesOf): RawBuilder<number[]> =>
  arrayOf(sizePlaces(which).map((place) => `coalesce(sum(counts[${place}]), 0)`));

/** SQL for whether any of those is of somebody, yet of fewer than `limit`. */
export const hasFew = (which: SizesOf, limit: number): RawBuilder<boolean> =>
  sql.join(
    sizePlaces(which).map(
      (place) => sql`(t.counts[${sql.lit(place)}] > 0 and t.counts[${sql.lit(place)}] < ${limit})`,
    ),
    sql` or `,
  ) as RawBuilder<boolean>;

/** SQL that counts a group of answers `a`, left-joined with their texts `t`. */
export function countsOfAnswers(statements: number): RawBuilder<number[]> {
  const given = [
    'count(a.recommendation)',
    ...places(11).map((place) => `count(*) filter (where a.recommendation = ${place - 1})`),
  ];
  const blocks = places(statements).flatMap((statement) => [
    `count(*) filter (where a.scores[${statement}] > 0)`,
    ...places(6).map((place) => `count(*) filter (where a.scores[${statement}] = ${place - 1})`),
  ]);
  return arrayOf(['count(*)', 'count(t.answer_id)', ...given, ...blocks]);
}

/** SQL for the number of counts of a set of `size` statements. */
export const WIDTH_OF_SIZE = sql.raw(`${STATEMENTS} + ${STATEMENT_BLOCK} * size`);
