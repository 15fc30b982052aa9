import type { Context } from '#platform/context.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { PublicFigures } from './contract.ts';
import { setInUse } from './dashboard.ts';
import { LIMITS } from './figure.ts';
import { lineOf, monthColumn } from './line.ts';
import { closedMonths, lastDays } from './period.ts';
import type { Column } from './protection.ts';
import { NOW, readSheet } from './read-sheet.ts';
import { getPlace, selectSets } from './report-store.ts';
import type { ReportTables } from './tables.ts';

type Ctx = Context<ReportTables>;

/**
 * What everybody may see of a node: the last 30 days that are over and the twelve last months that are over, groups
 * of fewer than ten hidden. @throws AppError `not-found`.
 */
export async function getPublicFigures(ctx: Ctx, node: string): Promise<PublicFigures> {
  const [place, sets] = await Promise.all([getPlace(ctx, node), selectSets(ctx)]);
  const yesterday = addDays(dayOf(ctx.now()), -1);
  const window: Column = { kind: 'window', ...lastDays(yesterday, 30) };
  const months = closedMonths(yesterday, 12);
  const sheet = await readSheet(ctx, place, {
    sets,
    columns: [window, ...months.map(monthColumn)],
    limit: LIMITS.public,
    channel: 'all',
  });
  const set = setInUse(sheet, node, sets);
  return {
    node: place.named.get(node) as PublicFigures['node'],
    from: window.from,
    to: window.to,
    set: set ? { id: set.id, code: set.code, version: set.version } : null,
    answers: sheet.count(node, NOW),
    recommendation: sheet.figure(node, NOW, { kind: 'recommendation', set: set?.id ?? '' }),
    statements: (set?.statements ?? []).map((words, place) => ({
      ...words,
      figure: sheet.figure(node, NOW, { kind: 'statement', set: set!.id, place }),
    })),
    line: lineOf(sheet, node, undefined, {
      sets: sets.filter(({ code }) => code === set?.code),
      months,
      firstColumn: 1,
    }),
  };
}
