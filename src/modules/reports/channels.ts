import type { Context } from '#platform/context.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { sumSizes, sumSizesApart } from './cell-store.ts';
import type { Channel, ChannelCounts } from './contract.ts';
import { LIMITS } from './figure.ts';
import { monthColumn } from './line.ts';
import { chooseInstrument } from './instrument.ts';
import { closedMonths, monthOf } from './period.ts';
import { columnsWithin, protect } from './protection.ts';
import { NOW, sumAround, windowColumns } from './read-sheet.ts';
import { getPlace, selectSets } from './report-store.ts';
import { partsOf } from './stays.ts';
import type { ReportTables } from './tables.ts';

/**
 * How many answers came through each channel, or that they may not be told apart without giving a small group away.
 * Apart from the report itself, because it must look at every channel of every node around. @throws AppError `not-found`.
 */
export async function getChannels(
  ctx: Context<ReportTables>,
  node: string,
  { days, set: wanted }: { days: 30 | 90 | 365; set?: string },
): Promise<ChannelCounts> {
  const place = await getPlace(ctx, node);
  const today = dayOf(ctx.now());
  const columns = [
    ...windowColumns(today, days),
    ...closedMonths(addDays(today, -1), 12).map(monthColumn),
  ];
  const set = chooseInstrument(await selectSets(ctx, node, monthOf(columns[NOW]!.from)), wanted).id;
  const around = { families: place.families, parts: partsOf(place.stays, columns) };
  const read = (sum: typeof sumSizes) =>
    sumAround(around, columns, [NOW, ...columnsWithin(columns, NOW)], (cells, periods) =>
      sum(ctx, cells, periods, 'answers'),
    );
  const sizes = await read(sumSizes);
  const sizesApart = await read(sumSizesApart);
  const hidden = protect({
    sizes,
    sizesApart,
    columns,
    ...around,
    limit: LIMITS.staff,
  }).apart(NOW, { kind: 'answers', set });
  if (hidden.has(node)) return { channels: null };
  const own = sizesApart.filter(
    (row) => row.node === node && row.period === NOW && row.set === set,
  );
  const channels = Map.groupBy(own, ({ channel }) => channel)
    .entries()
    .map(([channel, rows]) => ({
      channel: channel as Channel,
      answers: rows.reduce((total, { numbers: [n] }) => total + (n ?? 0), 0),
    }));
  return { channels: [...channels].toSorted((a, b) => b.answers - a.answers) };
}
