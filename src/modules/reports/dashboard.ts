import type { Context } from '#platform/context.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { Channel, Dashboard, Measured } from './contract.ts';
import { differenceFromWhole, differenceOf } from './difference.ts';
import { LIMITS } from './figure.ts';
import { lineOf, monthColumn } from './line.ts';
import { closedMonths } from './period.ts';
import { pooledOf } from './pooled.ts';
import type { Measure } from './protection.ts';
import { FORMER, NOW, readSheet, windowColumns } from './read-sheet.ts';
import { getPlace, type InstrumentSet, type Place, selectSets } from './report-store.ts';
import { scaleOf, type Sheet } from './sheet.ts';
import { hasMoved } from './stays.ts';
import type { ReportTables } from './tables.ts';

type Ctx = Context<ReportTables>;

/** For how many days, and through which channel. */
export interface DashboardChoice {
  readonly days: 30 | 90 | 365;
  readonly channel: Channel | 'all';
}

const MONTHS = 12;

/**
 * The report of a node for staff: the days that end today beside as many before them, the node beside its parent,
 * its children, and the line of the closed months. Small groups are hidden. @throws AppError `not-found`.
 */
export async function getDashboard(
  ctx: Ctx,
  node: string,
  choice: DashboardChoice,
): Promise<Dashboard> {
  const [place, sets] = await Promise.all([getPlace(ctx, node), selectSets(ctx)]);
  const today = dayOf(ctx.now());
  const columns = windowColumns(today, choice.days);
  const months = closedMonths(addDays(today, -1), MONTHS);
  const sheet = await readSheet(ctx, place, {
    sets,
    columns: [...columns, ...months.map(monthColumn)],
    limit: LIMITS.staff,
    channel: choice.channel,
  });
  const set = setInUse(sheet, node, sets);
  const named = (id: string) => place.named.get(id) as Dashboard['node'];
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
    set: set ? { id: set.id, code: set.code, version: set.version } : null,
    answers: sheet.count(node, NOW),
    formerAnswers: sheet.count(node, FORMER),
    comments: sheet.count(node, NOW, 'texts'),
    recommendation: measured(sheet, place, { kind: 'recommendation', set: set?.id ?? '' }),
    statements: (set?.statements ?? []).map((words, index) => ({
      ...words,
      ...measured(sheet, place, { kind: 'statement', set: set!.id, place: index }),
    })),
    children: place.families.at(-1)!.children.map((child) => ({
      ...named(child),
      answers: sheet.count(child, NOW),
      recommendation: sheet.figure(child, NOW, { kind: 'recommendation', set: set?.id ?? '' }),
    })),
    line: lineOf(sheet, node, parent, {
      sets: sets.filter(({ code }) => code === set?.code),
      months,
      firstColumn: columns.length,
    }),
  };
}

/** The instrument whose figures are shown: the newest version of the one that most answers of the period came with. */
export function setInUse(
  sheet: Sheet,
  node: string,
  sets: readonly InstrumentSet[],
): InstrumentSet | undefined {
  const used = sheet.sets(node, NOW);
  const most = sets.toSorted((a, b) => (used.get(b.id) ?? 0) - (used.get(a.id) ?? 0))[0];
  const versions = sets.filter(
    ({ id, code }) => code === most?.code && (used.has(id) || used.size === 0),
  );
  return versions.at(-1);
}

function measured(sheet: Sheet, place: Place, measure: Measure): Measured {
  const [node, parent] = [place.path.at(-1)!, place.path.at(-2)];
  const scale = scaleOf(measure);
  const figure = sheet.figure(node, NOW, measure);
  const former = formerFigure(sheet, node, measure);
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

/** The figure of the former period; null when another instrument was in use then. */
function formerFigure(sheet: Sheet, node: string, measure: Measure): Measured['former'] {
  if (measure.kind === 'answers') return null;
  const used = sheet.sets(node, FORMER);
  return used.size > 0 && !used.has(measure.set) ? null : sheet.figure(node, FORMER, measure);
}
