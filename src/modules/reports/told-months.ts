import type { AnyContext as Ctx } from '#platform/context.ts';
import { selectStays } from './answer-rows-store.ts';
import { monthsBack } from './period.ts';
import type { Measure } from './protection.ts';
import { selectFamilies } from './published-store.ts';
import { selectSets } from './report-store.ts';
import { MONTH, readMonth } from './row-protection.ts';

/** How many people a month of a node rests on, where nothing hides it. No outlet says as much at once. */
export interface ToldMonth {
  readonly measure: string;
  readonly set: string;
  readonly node: string;
  readonly channel: string;
  /** Its first day. */
  readonly month: string;
  readonly n: number;
}

/**
 * Every single month that may be told of any node, by every question and channel, over the last `count` months: what all
 * exact numbers of all outlets are made of, for whoever checks that they are.
 */
export async function listToldMonths(ctx: Ctx, today: string, count: number): Promise<ToldMonth[]> {
  const families = await selectFamilies(ctx);
  const stays = await selectStays(ctx);
  const sets = await selectSets(ctx);
  const told: ToldMonth[] = [];
  for (const period of monthsBack(today, count)) {
    for (const version of sets)
      told.push(...(await listTold(ctx, { families, stays, period, version })));
  }
  return told;
}

async function listTold(ctx: Ctx, given: Parameters<typeof readMonth>[1]): Promise<ToldMonth[]> {
  const { protection, sizes, sizesApart } = await readMonth(ctx, given, 'apart');
  const { code, id: set, statements } = given.version;
  const measures: readonly (readonly [string, Measure])[] = [
    ['answers', { kind: 'answers', set }],
    ['recommendation', { kind: 'recommendation', set }],
    ...statements.map(
      (statement, place) => [statement.code, { kind: 'statement', set, place }] as const,
    ),
  ];
  return measures.flatMap(([measure, of], at) =>
    [...sizes, ...sizesApart].flatMap(({ node, channel, numbers }): ToldMonth[] => {
      const hidden = protection[channel === 'all' ? 'together' : 'apart'](MONTH, of);
      const n = numbers[at] ?? 0;
      const month = given.period.from;
      return hidden.has(node) ? [] : [{ measure, set: code, node, channel, month, n }];
    }),
  );
}
