import type { Context } from '#platform/context.ts';
import type { Figure, PublicFigures } from './contract.ts';
import { breakWithin, chooseInstrument, versionOf } from './instrument.ts';
import { lineOf } from './line.ts';
import type { Measure } from './protection.ts';
import { type PublishedRow, selectPublished, selectPublishedMonths } from './published-store.ts';
import { getPlace, selectSets } from './report-store.ts';
import type { ReportTables } from './tables.ts';

type Ctx = Context<ReportTables>;

const MONTHS = 12;

/**
 * What everybody may see of a node: the last published month and those before it, of the statement set that most
 * answers came with. Nothing is counted here, so nothing that happens to an answer later shows. @throws AppError `not-found`.
 */
export async function getPublicFigures(ctx: Ctx, node: string): Promise<PublicFigures> {
  const place = await getPlace(ctx, node);
  const months = await selectPublishedMonths(ctx, MONTHS);
  const month = months.at(-1) ?? null;
  const rows = month === null ? [] : await selectPublished(ctx, node, months[0]!);
  const instrument = chooseInstrument(await setsSeen(ctx, rows, month), undefined);
  const { set, id, versions, asksRecommendation } = instrument;
  const figure = (at: string | null, measure: Measure): Figure =>
    figureIn(
      rows.find((row) => row.month === at && row.set === measure.set),
      versions.find((version) => version.id === measure.set)?.statements ?? [],
      measure,
    );
  const now = rows.find((row) => row.month === month && row.set === id);
  return {
    node: place.named.get(node) as PublicFigures['node'],
    month,
    set: set ? versionOf(set) : null,
    break: month === null ? null : breakWithin({ from: month }, instrument),
    answers: now?.figures.answers ?? null,
    recommendation: asksRecommendation ? figure(month, { kind: 'recommendation', set: id }) : null,
    statements: (set?.statements ?? []).map((words, position) => ({
      ...words,
      figure: figure(month, { kind: 'statement', set: id, place: position }),
    })),
    line: lineOf(
      {
        isUsed: (_, column, of) =>
          rows.some((row) => row.month === months[column] && row.set === of),
        figure: (_, [column], measure) => figure(months[column!]!, measure),
      },
      node,
      undefined,
      { sets: versions, months, columnOf: (place) => place },
    ),
  };
}

/** The sets with what was published of them last: how many answered, as everybody may know it. */
async function setsSeen(ctx: Ctx, rows: readonly PublishedRow[], month: string | null) {
  const sets = await selectSets(ctx);
  return sets.map((set) => {
    const last = rows.find((row) => row.month === month && row.set === set.id);
    return { ...set, answers: last?.figures.answers ?? 0 };
  });
}

function figureIn(
  row: PublishedRow | undefined,
  statements: readonly { code: string }[],
  measure: Measure,
): Figure {
  if (!row || measure.kind === 'answers') return { state: 'few' };
  const found =
    measure.kind === 'recommendation'
      ? row.figures.recommendation
      : row.figures.statements[statements[measure.place]?.code ?? ''];
  return found ?? { state: 'few' };
}
