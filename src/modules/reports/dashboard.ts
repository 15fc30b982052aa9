import type { Context } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import {
  type Channel,
  CLOSED_MONTHS,
  type Dashboard,
  type Measured,
  type Months,
} from './contract.ts';
import { differenceFromWhole, differenceOf } from './difference.ts';
import { LIMITS } from './figure.ts';
import { breakWithin, chooseInstrument, choicesOf, versionOf } from './instrument.ts';
import { lineOf } from './line.ts';
import { monthsBack, type Period } from './period.ts';
import { pooledOf } from './pooled.ts';
import type { Measure } from './protection.ts';
import { readSheet } from './read-sheet.ts';
import { getPlace, type Place, selectSets } from './report-store.ts';
import { scaleOf, type Sheet } from './sheet.ts';
import { hasMoved } from './stays.ts';
import type { ReportTables } from './tables.ts';
import { periodOf, type Span, spanOf } from './tell.ts';

type Ctx = Context<ReportTables>;

/** For how many months, through which channel and, unless it is the most used one, of which statement set. */
export interface DashboardChoice {
  readonly months: Months;
  readonly channel: Channel | 'all';
  readonly set?: string;
}

/** What a report looks at: its months, as many before them, and those of the line. Columns count months back from this one. */
interface Spans {
  readonly columns: readonly Period[];
  readonly now: Span;
  readonly former: Span;
}

function spansOf(today: string, months: Months): Spans {
  const columns = monthsBack(today, Math.max(2 * months, 1 + CLOSED_MONTHS));
  return { columns, now: spanOf(0, months), former: spanOf(months, months) };
}

/** The months of the line, the oldest first, and where they stand among the columns. */
const closedIn = (columns: readonly Period[]) => ({
  months: spanOf(1, CLOSED_MONTHS)
    .toReversed()
    .map((column) => columns[column]!.from),
  columnOf: (month: number) => CLOSED_MONTHS - month,
});

/**
 * The report of a node for staff: the running month with those before it beside as many before them, the node beside
 * its parent, its children, and the line of the closed months. Small groups are hidden. @throws AppError `not-found`.
 */
export async function getDashboard(
  ctx: Ctx,
  node: string,
  choice: DashboardChoice,
): Promise<Dashboard> {
  const today = dayOf(ctx.now());
  const spans = spansOf(today, choice.months);
  const { columns, now, former } = spans;
  const [period, before] = [periodOf(columns, now), periodOf(columns, former)];
  const [place, all] = await Promise.all([getPlace(ctx, node), selectSets(ctx, node, period.from)]);
  const instrument = chooseInstrument(all, choice.set);
  const { set, id, versions: sets, asksRecommendation } = instrument;
  const changed = breakWithin(before, instrument);
  const { channel } = choice;
  const sheet = await readSheet(ctx, place, { sets, columns, now, limit: LIMITS.staff, channel });
  const index = { kind: 'recommendation', set: id } as const;
  const named = (of: string) => place.named.get(of) as Dashboard['node'];
  const measure = (of: Measure): Measured => measured(sheet, place, of, { ...spans, changed });
  return {
    node: named(node),
    path: place.path.slice(0, -1).map(named),
    months: choice.months,
    channel,
    from: period.from,
    to: today,
    formerFrom: before.from,
    formerTo: before.to,
    set: set ? versionOf(set) : null,
    sets: choicesOf(all),
    break: changed,
    answers: sheet.count(node, now, id),
    formerAnswers: changed ? null : sheet.count(node, former, id),
    comments: sheet.count(node, now, id, 'texts'),
    recommendation: asksRecommendation ? measure(index) : null,
    statements: (set?.statements ?? []).map((words, position) => ({
      ...words,
      ...measure({ kind: 'statement', set: id, place: position }),
    })),
    children: place.families.at(-1)!.children.map((child) => ({
      ...named(child),
      answers: sheet.count(child, now, id),
      recommendation: asksRecommendation ? sheet.figure(child, now, index) : null,
    })),
    line: lineOf(sheet, node, place.path.at(-2), { sets, ...closedIn(columns) }),
  };
}

function measured(
  sheet: Sheet,
  place: Place,
  measure: Measure,
  { columns, now, former, changed }: Spans & { changed: Dashboard['break'] },
): Measured {
  const [node, parent] = [place.path.at(-1)!, place.path.at(-2)];
  const scale = scaleOf(measure);
  const figure = sheet.figure(node, now, measure);
  // What was asked before a change of version is another thing, so there is nothing to compare with.
  const before = changed ? null : sheet.figure(node, former, measure);
  const above = parent === undefined ? null : sheet.figure(parent, now, measure);
  const sample = (of: string, span = now) => sheet.sample(of, span, measure);
  const isShown = figure.state !== 'few';
  // What does not all count to the node above is no part of it, and is not held against the rest of it.
  const isPart =
    parent !== undefined &&
    new Set(sheet.months(parent, now, measure)).isSupersetOf(
      new Set(sheet.months(node, now, measure)),
    ) &&
    !hasMoved(
      place.stays.filter((stay) => stay.node === node),
      periodOf(columns, now),
    );
  const isCompared = isPart && isShown && above !== null && above.state !== 'few';
  const own = sample(node);
  const whole = isCompared ? sample(parent) : own;
  return {
    figure,
    former: before,
    change:
      isShown && before !== null && before.state !== 'few'
        ? (differenceOf(own, sample(node, former), scale) ?? null)
        : null,
    parent: above,
    apart: isCompared ? (differenceFromWhole(own, whole, scale) ?? null) : null,
    pooled: isCompared
      ? (pooledOf(
          own,
          whole,
          place.families.at(-2)!.children.map((child) => sample(child)),
          scale,
        ) ?? null)
      : null,
  };
}
