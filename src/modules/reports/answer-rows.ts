import type { AnyContext as Ctx } from '#platform/context.ts';
import { csvRows, csvTable, delimiterOf } from '#platform/csv.ts';
import { AppError } from '#platform/errors.ts';
import { inLanguage } from '#platform/i18n.ts';
import type { Language } from '#platform/language.ts';
import { addDays, dayOf } from '#platform/time.ts';
import {
  type AlikeAt,
  countAlike,
  readLines,
  selectNodesWithin,
  selectStays,
  type ToldGroup,
  type TreeNode,
} from './answer-rows-store.ts';
import { type AnswersQuery, CLOSED_MONTHS } from './contract.ts';
import { LIMITS } from './figure.ts';
import { chooseInstrument, type Instrument, type InstrumentSet } from './instrument.ts';
import { closedMonths, daysOfMonth, type Period } from './period.ts';
import { selectFamilies } from './published-store.ts';
import { selectSets } from './report-store.ts';
import { readHiding } from './row-protection.ts';
import type { Stay } from './stays.ts';
import type { Family } from './suppression.ts';
import { type Alike, nameRows, tellAttributes } from './told-rows.ts';

/** The columns before the statements, the same in every language, since programs read them; see the guide. */
export const COLUMNS = [
  'month',
  'level',
  'code',
  'name',
  'set',
  'version',
  'channel',
  'respondent',
  'language',
  'recommendation',
] as const;

/** Answers to one version of a set in one month, by the names under which they are told. */
interface Portion {
  readonly period: Period;
  readonly version: InstrumentSet;
  readonly groups: readonly ToldGroup[];
}

/** What an export will hold. */
export interface AnswerRows {
  readonly node: TreeNode;
  readonly set: string;
  readonly rows: number;
  /** The file, piece by piece, read as it is taken. */
  read(): AsyncGenerator<string>;
}

interface Asked {
  /** The node and all below it. */
  readonly within: readonly TreeNode[];
  /** The cells that name each of them, written once: every month has them again. */
  readonly places: ReadonlyMap<string, string>;
  readonly families: readonly Family[];
  readonly stays: readonly Stay[];
  readonly query: AnswersQuery;
}

/**
 * One row per answer of a node and all below it in months that have ended, each under a name that tells no more of
 * small groups than the reports do. @throws AppError `invalid` for other months than those of the line; `not-found`.
 */
export async function openAnswerRows(
  ctx: Ctx,
  node: string,
  query: AnswersQuery,
): Promise<AnswerRows> {
  const months = chooseMonths(ctx, query);
  const [within, families, stays, sets] = await Promise.all([
    selectNodesWithin(ctx, node),
    selectFamilies(ctx),
    selectStays(ctx),
    selectSets(ctx, node, months[0]),
  ]);
  const instrument = chooseInstrument(sets, query.set);
  const { language } = query;
  const places = new Map(
    within.map(({ id, kind, code, name }) => [
      id,
      inFile([kind, code, inLanguage(name, language)], language),
    ]),
  );
  const portions: Portion[] = [];
  let rows = 0;
  const asked = { within, places, families, stays, query };
  const nodes = within.map(({ id }) => id);
  const versions = instrument.versions.map(({ id }) => id);
  for (const period of months.map(daysOfMonth)) {
    const alike = Map.groupBy(await countAlike(ctx, nodes, period, versions), ({ set }) => set);
    for (const version of instrument.versions) {
      const answers = alike.get(version.id) ?? [];
      const { groups, count } = await readPortion(ctx, asked, { period, version, answers });
      if (count > 0) portions.push({ period, version, groups });
      rows += count;
    }
  }
  return {
    node: within[0]!,
    set: instrument.set?.code ?? '',
    rows,
    read: () => readFile(ctx, instrument, portions, query),
  };
}

/** The wanted months among those that the line of a report shows. */
function chooseMonths(ctx: Ctx, { from, to }: AnswersQuery): string[] {
  const closed = closedMonths(addDays(dayOf(ctx.now()), -1), CLOSED_MONTHS);
  const [first, last] = [closed.indexOf(`${from}-01`), closed.indexOf(`${to}-01`)];
  const faults = [
    ...(first < 0 ? [{ pointer: '/from', code: 'not-an-option' }] : []),
    ...(last < 0 || last < first ? [{ pointer: '/to', code: 'not-an-option' }] : []),
  ];
  if (faults.length > 0) throw new AppError('invalid', 'input-invalid', { faults });
  return closed.slice(first, last + 1);
}

async function readPortion(
  ctx: Ctx,
  { within, places, families, stays, query }: Asked,
  given: { period: Period; version: InstrumentSet; answers: readonly AlikeAt[] },
): Promise<{ groups: ToldGroup[]; count: number }> {
  const { period, version } = given;
  const alike = Map.groupBy(given.answers, ({ node }) => node);
  if (alike.size === 0) return { groups: [], count: 0 };
  const hiding = await readHiding(ctx, { families, stays, period, version });
  const counted = new Map(Array.from(alike, ([node, answers]) => [node, countOf(answers)]));
  const names = nameRows({ ...hiding, families, counted, limit: LIMITS.staff });
  const told = Map.groupBy(names.keys(), (node) => names.get(node)!);
  const beginningOf = beginningIn(period, version, query);
  const groups = within.flatMap((name) => {
    const nodes = told.get(name.id) ?? [];
    if (nodes.length === 0) return [];
    const answers = nodes.flatMap((node) => alike.get(node)!);
    const attributes = tellAttributes(answers, {
      channelsApart: nodes[0] === name.id && hiding.channelsApart(name.id),
      limit: LIMITS.staff,
    });
    return [{ nodes, beginning: beginningOf(places.get(name.id)!), attributes }];
  });
  const count = groups.flatMap(({ nodes }) => nodes).reduce((n, node) => n + counted.get(node)!, 0);
  return { groups, count };
}

const countOf = (answers: readonly Alike[]): number =>
  answers.reduce((total, { count }) => total + count, 0);

/** Makes the cells that say where and what a line is of, as they stand in the file before the answer's own. */
function beginningIn(
  { from }: Period,
  { code, version }: InstrumentSet,
  { language }: AnswersQuery,
): (place: string) => string {
  const month = inFile([from.slice(0, 7)], language);
  const set = inFile([code, `${version}`], language);
  return (place) => [month, place, set, ''].join(delimiterOf(language));
}

const inFile = (cells: readonly string[], language: Language): string =>
  csvRows([cells], language).slice(0, -1);

async function* readFile(
  ctx: Ctx,
  { versions }: Instrument,
  portions: readonly Portion[],
  { language }: AnswersQuery,
): AsyncGenerator<string> {
  const codes = [
    ...new Set(versions.flatMap(({ statements }) => statements.map(({ code }) => code))),
  ];
  yield csvTable([[...COLUMNS, ...codes]], language);
  for (const { period, version, groups } of portions) {
    const columns = codes.map((code) => {
      const place = version.statements.findIndex((statement) => statement.code === code);
      return place < 0 ? undefined : place;
    });
    const delimiter = delimiterOf(language);
    yield* readLines(ctx, { period, set: version.id, groups, columns, delimiter });
  }
}
