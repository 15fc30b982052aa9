import type { Context } from '#platform/context.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { PublicFigures } from './contract.ts';
import { LIMITS } from './figure.ts';
import { breakWithin, chooseInstrument, versionOf } from './instrument.ts';
import { lineOf, monthColumn } from './line.ts';
import { closedMonths, lastDays, monthOf } from './period.ts';
import type { Column } from './protection.ts';
import { NOW, readSheet } from './read-sheet.ts';
import { getPlace, selectSets } from './report-store.ts';
import type { ReportTables } from './tables.ts';

type Ctx = Context<ReportTables>;

/**
 * What everybody may see of a node: the last 30 days that are over and the twelve last months that are over, groups
 * of fewer than ten hidden, of the statement set that most answers came with. @throws AppError `not-found`.
 */
export async function getPublicFigures(ctx: Ctx, node: string): Promise<PublicFigures> {
  const place = await getPlace(ctx, node);
  const yesterday = addDays(dayOf(ctx.now()), -1);
  const window: Column = { kind: 'window', ...lastDays(yesterday, 30) };
  const months = closedMonths(yesterday, 12);
  const instrument = chooseInstrument(await selectSets(ctx, node, monthOf(window.from)), undefined);
  const { set, id, asksRecommendation } = instrument;
  const sheet = await readSheet(ctx, place, {
    sets: instrument.versions,
    columns: [window, ...months.map(monthColumn)],
    limit: LIMITS.public,
    channel: 'all',
  });
  return {
    node: place.named.get(node) as PublicFigures['node'],
    from: window.from,
    to: window.to,
    set: set ? versionOf(set) : null,
    break: breakWithin(window, instrument),
    answers: sheet.count(node, NOW, id),
    recommendation: asksRecommendation
      ? sheet.figure(node, NOW, { kind: 'recommendation', set: id })
      : null,
    statements: (set?.statements ?? []).map((words, place) => ({
      ...words,
      figure: sheet.figure(node, NOW, { kind: 'statement', set: id, place }),
    })),
    line: lineOf(sheet, node, undefined, {
      sets: instrument.versions,
      months,
      firstColumn: 1,
    }),
  };
}
