import { expect } from 'vitest';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { PublicFigures } from './contract.ts';
import { widthFor } from './counts.ts';
import { getPublicFigures } from './public-figures.ts';
import { publishMonths, publishSet } from './publish-months.ts';
import { selectSets } from './report-store.ts';
import { rebuild } from './roll-up.ts';
import { buildSurvey, buildUnits, insertAnswers, times } from './sample-for-tests.ts';

const test = withDatabase();
const noon = (day: string): Date => new Date(`${day}T10:00:00Z`);

test('a month is published when a week has gone by since its end, and not before', async ({
  ctx,
}) => {
  const { units, survey } = await buildUnits(ctx, 0);
  await insertAnswers(ctx, times(25, { node: units[0]!, survey, day: '2026-10-15' }));
  await rebuild(ctx);
  await publishMonths(ctx.as({ now: noon('2026-11-07') }));
  expect(await getPublicFigures(ctx, units[0]!)).toMatchObject({ month: null, answers: null });
  await publishMonths(ctx.as({ now: noon('2026-11-08') }));
  const figures = PublicFigures.parse(await getPublicFigures(ctx, units[0]!));
  expect(figures).toMatchObject({
    month: '2026-10-01',
    answers: 25,
    recommendation: { n: 25, value: 100 },
    line: { months: ['2026-10-01'] },
  });
  expect(figures.statements[0]!.figure).toMatchObject({ n: 25, value: 5 });
});

test('groups of fewer than ten are hidden, and so is the next smallest, and nothing is kept of them', async ({
  ctx,
}) => {
  const { domain, units, survey } = await buildUnits(ctx, 0, 0, 0);
  const day = '2026-10-15';
  for (const [index, size] of [9, 12, 40].entries())
    await insertAnswers(ctx, times(size, { node: units[index]!, survey, day }));
  await rebuild(ctx);
  await publishMonths(ctx);
  const seen = await Promise.all([domain, ...units].map((node) => getPublicFigures(ctx, node)));
  expect(seen.map(({ answers }) => answers)).toEqual([61, null, null, 40]);
  expect(seen[2]!.recommendation).toEqual({ state: 'few' });
  const kept = await ctx.db
    .selectFrom('published_figure')
    .select('node_id')
    .where('county_id', '=', ctx.county)
    .execute();
  expect(kept.map(({ node_id }) => node_id)).not.toContain(units[1]);
});

test('F3: what is published stays as it is, whoever answers late or is erased', async ({ ctx }) => {
  const { domain, units, survey } = await buildUnits(ctx, 0, 0, 0);
  const day = '2026-10-15';
  for (const node of units) await insertAnswers(ctx, times(20, { node, survey, day }));
  await rebuild(ctx);
  await publishMonths(ctx);
  const look = (at: TestContext) =>
    Promise.all([ctx.root, domain, ...units].map((node) => getPublicFigures(at, node)));
  const before = await look(ctx);
  const [late] = await insertAnswers(ctx, [
    { node: units[0]!, survey, day, recommendation: 0, scores: [1, 1] },
  ]);
  await rebuild(ctx);
  await publishMonths(ctx);
  expect(await look(ctx)).toEqual(before);
  await ctx.db.deleteFrom('answer').where('id', '=', late!).execute();
  await ctx.db
    .deleteFrom('answer')
    .where('county_id', '=', ctx.county)
    .where('node_id', '=', units[1]!)
    .execute();
  await rebuild(ctx);
  const tomorrow = ctx.as({ now: noon('2026-11-19') });
  await publishMonths(tomorrow);
  expect(await look(tomorrow)).toEqual(before);
});

test('months before are published with the first one that is due, and a break is seen in them', async ({
  ctx,
}) => {
  const { units, survey } = await buildUnits(ctx, 0);
  const later = await buildSurvey(ctx, { version: 2, from: '2026-10-01' });
  await insertAnswers(ctx, [
    ...times(15, { node: units[0]!, survey, day: '2026-08-15' }),
    ...times(5, { node: units[0]!, survey, day: '2026-09-15' }),
    ...times(15, { node: units[0]!, survey: later, day: '2026-10-15', recommendation: 0 }),
  ]);
  await rebuild(ctx);
  await publishMonths(ctx);
  const { line, break: changed } = await getPublicFigures(ctx, units[0]!);
  expect(changed).toBe(null);
  expect(line.months).toEqual(['2026-08-01', '2026-09-01', '2026-10-01']);
  expect(
    line.segments.map(({ set, points }) => [set.version, points.map(({ month }) => month)]),
  ).toEqual([
    [1, ['2026-08-01']],
    [2, ['2026-10-01']],
  ]);
});

test('where children are not the whole of the node above, because one was moved, none of them is shown', async ({
  ctx,
}) => {
  await buildSurvey(ctx);
  const [set] = await selectSets(ctx);
  const counts = (n: number): number[] =>
    [n, 0, n, ...Array.from({ length: 10 }, () => 0), n].concat(
      Array.from({ length: widthFor(2) - 14 }, () => 0),
    );
  const published = publishSet(
    set!,
    [
      { parent: 'root', children: ['a', 'b'] },
      { parent: 'a', children: ['y', 'z'] },
      { parent: 'b', children: ['x', 'v'] },
    ],
    new Map(
      Object.entries({ root: 120, a: 55, b: 65, y: 12, z: 40, x: 23, v: 45 }).map(([node, n]) => [
        node,
        counts(n),
      ]),
    ),
    () => new Set(),
  );
  expect(published.map(({ node }) => node).toSorted()).toEqual(['a', 'b', 'root']);
});
