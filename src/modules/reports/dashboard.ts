import type { Context } from '#platform/context.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { type Channel, CLOSED_MONTHS, type Dashboard, type Measured } from './contract.ts';
import { differenceFromWhole, differenceOf } from './difference.ts';
import { LIMITS } from './figure.ts';
import { breakWithin, chooseInstrument, choicesOf, versionOf } from './instrument.ts';
import { lineOf, monthColumn } from './line.ts';
import { closedMonths, monthOf } from './period.ts';
import { pooledOf } from './pooled.ts';
import type { Measure } from './protection.ts';
import { FORMER, NOW, readSheet, windowColumns } from './read-sheet.ts';
import { getPlace, type Place, selectSets } from './report-store.ts';
import { scaleOf, type Sheet } from './sheet.ts';
import { hasMoved } from './stays.ts';
import type { ReportTables } from './tables.ts';

type Ctx = Context<ReportTables>;

/** For how many days, through which channel and, unless it is the most used one, of which statement set. */
export interface DashboardChoice {
  readonly days: 30 | 90 | 365;
  readonly channel: Channel | 'all';
  readonly set?: string;
}

/**
 * The report of a node for staff: the days that end today beside as many before them, the node beside its parent,
 * its children, and the line of the closed months. Small groups are hidden. @throws AppError `not-found`.
 */
export async function getDashboard(
  ctx: Ctx,
  node: string,
  choice: DashboardChoice,
): Promise<Dashboard> {
  const today = dayOf(ctx.now());
  const columns = windowColumns(today, choice.days);
  const since = monthOf(columns[NOW]!.from);
  const [place, all] = await Promise.all([getPlace(ctx, node), selectSets(ctx, node, since)]);
  const instrument = chooseInstrument(all, choice.set);
  const { set, id, versions: sets, asksRecommendation } = instrument;
  const changed = breakWithin(columns[FORMER]!, instrument);
  const months = closedMonths(addDays(today, -1), CLOSED_MONTHS);
  const sheet = await readSheet(ctx, place, {
    sets,
    columns: [...columns, ...months.map(monthColumn)],
    limit: LIMITS.staff,
    channel: choice.channel,
  });
  const index = { kind: 'recommendation', set: id } as const;
  const named = (of: string) => place.named.get(of) as Dashboard['node'];
  const parent = place.path.at(-2);
  return {
    node: named(node),
    path: place.path.slice(0, -1).map(named),
    days: choice.days,
    channel: choice.channel,
    from: columns[NOW]!.from,
    to: columns[NOW]!.to,
    formerFrom: columns[FORMER]!.from,
    formerTo: columns[FORMER]!.to,
    set: set ? versionOf(set) : null,
    sets: choicesOf(all),
    break: changed,
    answers: sheet.count(node, NOW, id),
    formerAnswers: changed ? null : sheet.count(node, FORMER, id),
    comments: sheet.count(node, NOW, id, 'texts'),
    recommendation: asksRecommendation ? measured(sheet, place, index, changed) : null,
    statements: (set?.statements ?? []).map((words, position) => ({
      ...words,
      ...measured(sheet, place, { kind: 'statement', set: id, place: position }, changed),
    })),
    children: place.families.at(-1)!.children.map((child) => ({
      ...named(child),
      answers: sheet.count(child, NOW, id),
      recommendation: asksRecommendation ? sheet.figure(child, NOW, index) : null,
    })),
    line: lineOf(sheet, node, parent, { sets, months, firstColumn: columns.length }),
  };
}

function measured(
  sheet: Sheet,
  place: Place,
  measure: Measure,
  changed: Dashboard['break'],
): Measured {
  const [node, parent] = [place.path.at(-1)!, place.path.at(-2)];
  const scale = scaleOf(measure);
  const figure = sheet.figure(node, NOW, measure);
  // What was asked before a change of version is another thing, so there is nothing to compare with.
  const former = changed ? null : sheet.figure(node, FORMER, measure);
  const above = parent === undefined ? null : sheet.figure(parent, NOW, measure);
  const sample = (of: string, column = NOW) => sheet.sample(of, column, measure);
  const isShown = figure.state !== 'few';
  // What does not all count to the node above is no part of it, and is not held against the rest of it.
  const isPart = !hasMoved(
    place.stays.filter((stay) => stay.node === node),
    sheet.period(NOW),
  );
  const isCompared = isPart && isShown && above !== null && above.state !== 'few';
  return {
    figure,
    former,
    change:
      isShown && former !== null && former.state !== 'few'
        ? (differenceOf(sample(node), sample(node, FORMER), scale) ?? null)
        : null,
    parent: above,
    apart: isCompared ? (differenceFromWhole(sample(node), sample(parent!), scale) ?? null) : null,
    pooled: isCompared
      ? (pooledOf(
          sample(node),
          sample(parent!),
          place.families.at(-2)!.children.map((child) => sample(child)),
          scale,
        ) ?? null)
      : null,
  };
}
