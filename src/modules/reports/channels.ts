import type { Context } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import { sumSizes, sumSizesApart } from './cell-store.ts';
import type { Channel, ChannelCounts, Months } from './contract.ts';
import { answersIn } from './counts.ts';
import { LIMITS } from './figure.ts';
import { chooseInstrument } from './instrument.ts';
import { monthsBack } from './period.ts';
import { protect } from './protection.ts';
import { sumAround } from './read-sheet.ts';
import { getPlace, selectSets } from './report-store.ts';
import { partsOf } from './stays.ts';
import type { ReportTables } from './tables.ts';
import { spanOf, tellTogether } from './tell.ts';

/**
 * How many answers came through each channel, or that they may not be told apart without giving a small group away.
 * Apart from the report itself, because it must look at every channel of every node around. @throws AppError `not-found`.
 */
export async function getChannels(
  ctx: Context<ReportTables>,
  node: string,
  { months, set: wanted }: { months: Months; set?: string },
): Promise<ChannelCounts> {
  const place = await getPlace(ctx, node);
  const columns = monthsBack(dayOf(ctx.now()), months);
  const set = chooseInstrument(await selectSets(ctx, node, columns.at(-1)!.from), wanted).id;
  const around = { familiesIn: () => place.families, parts: partsOf(place.stays, columns) };
  const read = (sum: typeof sumSizes) =>
    sumAround(around, columns, (cells, periods) => sum(ctx, cells, periods, 'answers'));
  const sizes = await read(sumSizes);
  const sizesApart = await read(sumSizesApart);
  const limit = LIMITS.staff;
  const { apart } = protect({ sizes, sizesApart, columns, ...around, limit });
  const own = sizesApart.filter((row) => row.node === node && row.set === set);
  const channels = Array.from(
    Map.groupBy(own, ({ channel }) => channel),
    ([channel, rows]) => {
      const told = tellTogether(
        spanOf(0, months).map((column) => ({
          column,
          size: rows
            .filter(({ period }) => period === column)
            .reduce((total, { numbers }) => total + answersIn(numbers), 0),
          hidden: apart(column, { kind: 'answers', set }).has(node),
        })),
        limit,
      );
      return { channel: channel as Channel, told };
    },
  );
  // One channel that is not told would be what the others leave.
  const known = channels.flatMap(({ channel, told }) =>
    told
      ? [{ channel, answers: { n: told.n, ...(told.atLeast && { atLeast: true as const }) } }]
      : [],
  );
  if (known.length === 0 || known.length < channels.length) return { channels: null };
  return { channels: known.toSorted((a, b) => b.answers.n - a.answers.n) };
}
