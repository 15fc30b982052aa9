import { describe, expect } from 'vitest';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { getChannels } from './channels.ts';
import { Dashboard } from './contract.ts';
import { getDashboard } from './dashboard.ts';
import { dashboardCsv } from './dashboard-csv.ts';
import { getPublicFigures } from './public-figures.ts';
import { publishMonths } from './publish-months.ts';
import { rebuild } from './roll-up.ts';
import { buildSurvey, buildUnits, insertAnswers, times } from './sample-for-tests.ts';

const test = withDatabase();
const LATELY = { months: 2, channel: 'all' } as const;

describe('the line', () => {
  test('has a point per closed month, and breaks at a new version of the instrument', async ({
    ctx,
  }) => {
    const { units, survey } = await buildUnits(ctx, 0);
    const later = await buildSurvey(ctx, { version: 2 });
    await insertAnswers(ctx, [
      ...times(12, { node: units[0]!, survey, day: '2026-06-10', recommendation: 9 }),
      ...times(3, { node: units[0]!, survey, day: '2026-07-10' }),
      ...times(12, { node: units[0]!, survey, day: '2026-08-10', recommendation: 5 }),
      ...times(12, { node: units[0]!, survey: later, day: '2026-09-10', recommendation: 10 }),
      ...times(12, { node: units[0]!, survey: later }),
    ]);
    await rebuild(ctx);
    const { line, set } = await getDashboard(ctx, units[0]!, LATELY);
    expect(line.months).toHaveLength(12);
    expect([line.months[0], line.months[11]]).toEqual(['2025-11-01', '2026-10-01']);
    expect(set!.version).toBe(2);
    expect(
      line.segments.map(({ set: { version }, points }) => [
        version,
        points[0]!.month,
        points.at(-1)!.month,
      ]),
    ).toEqual([
      [1, '2025-11-01', '2026-08-01'],
      [2, '2026-09-01', '2026-10-01'],
    ]);
    expect(
      line.segments[0]!.points.slice(-3).map(({ figure }) =>
        'value' in figure ? figure.value : figure.state,
      ),
    ).toEqual([100, 'few', -100]);
  });
  test('an instrument that has changed is not compared with the former one, and its day is told', async ({
    ctx,
  }) => {
    const { units, survey } = await buildUnits(ctx, 0);
    const later = await buildSurvey(ctx, { version: 2, from: '2026-10-20' });
    await insertAnswers(ctx, [
      ...times(20, { node: units[0]!, survey, day: '2026-09-01' }),
      ...times(20, { node: units[0]!, survey: later }),
    ]);
    await rebuild(ctx);
    const report = await getDashboard(ctx, units[0]!, LATELY);
    expect(report).toMatchObject({
      break: { on: '2026-10-20' },
      answers: { n: 20 },
      formerAnswers: null,
      recommendation: { figure: { n: 20 }, former: null, change: null },
    });
    expect(report.statements.map(({ former, change }) => [former, change])).toEqual([
      [null, null],
      [null, null],
    ]);
    const year = await getDashboard(ctx, units[0]!, { months: 12, channel: 'all' });
    expect([year.answers, year.break]).toEqual([{ n: 20 }, { on: '2026-10-20' }]);
  });
  test('a version that was in use all the time is compared, and so is the first one', async ({
    ctx,
  }) => {
    const { units, survey } = await buildUnits(ctx, 12);
    await insertAnswers(ctx, times(12, { node: units[0]!, survey, day: '2026-09-30' }));
    await rebuild(ctx);
    expect(await getDashboard(ctx, units[0]!, LATELY)).toMatchObject({
      break: null,
      formerAnswers: { n: 12 },
    });
  });
});

describe('several instruments', () => {
  /** A unit where thirty were asked one thing, and twelve another that has no recommendation. */
  const buildBoth = async (ctx: TestContext) => {
    const { units, survey, domain } = await buildUnits(ctx, 30);
    const other = await buildSurvey(ctx, { code: 'other', asksRecommendation: false });
    const answer = { node: units[0]!, survey: other, recommendation: null, scores: [1, 1] };
    await insertAnswers(ctx, [
      ...times(12, { ...answer, channel: 'web', text: 'En päässyt' }),
      ...times(11, { ...answer, day: '2026-11-17' }),
      ...times(11, { node: units[0]!, survey, day: '2026-11-17' }),
      ...times(12, { node: units[0]!, survey, day: '2026-09-05' }),
      ...times(11, { ...answer, day: '2026-09-05' }),
    ]);
    await rebuild(ctx);
    await publishMonths(ctx);
    return { unit: units[0]!, domain };
  };
  test('are never added up: each has its own report, and the most used one comes first', async ({
    ctx,
  }) => {
    const { unit } = await buildBoth(ctx);
    const first = Dashboard.parse(await getDashboard(ctx, unit, LATELY));
    expect(first).toMatchObject({
      set: { code: 'test' },
      sets: [{ code: 'test' }, { code: 'other' }],
      answers: { n: 41 },
      comments: { n: 0 },
      recommendation: { figure: { n: 41 } },
    });
    expect(first.statements[0]!.figure).toMatchObject({ n: 41, value: 5 });
    const second = Dashboard.parse(await getDashboard(ctx, unit, { ...LATELY, set: 'other' }));
    expect(second).toMatchObject({
      set: { code: 'other' },
      answers: { n: 23 },
      comments: { n: 12 },
      recommendation: null,
      line: { segments: [] },
    });
    expect(second.statements[0]!.figure).toMatchObject({ n: 23, value: 1 });
  });
  test('are not added up above, in the channels, in the file or in public either', async ({
    ctx,
  }) => {
    const { unit, domain } = await buildBoth(ctx);
    const above = await getDashboard(ctx, domain, { ...LATELY, set: 'other' });
    expect([above.answers, above.children[0]]).toMatchObject([
      { n: 23 },
      { answers: { n: 23 }, recommendation: null },
    ]);
    expect((await getChannels(ctx, unit, { months: 2, set: 'other' })).channels).toEqual([
      { channel: 'web', answers: { n: 12 } },
      { channel: 'qr', answers: { n: 11 } },
    ]);
    const file = dashboardCsv(await getDashboard(ctx, unit, { ...LATELY, set: 'other' }), 'en');
    expect(file).not.toContain('Net Promoter Score');
    expect(file.split('\n')[1]).toMatch(
      /^[^,]+,2026-10-01,2026-11-18,"Text, version 1",Answers,,23/,
    );
    expect(await getPublicFigures(ctx, unit)).toMatchObject({
      month: '2026-10-01',
      answers: null,
      line: { months: ['2026-09-01', '2026-10-01'] },
    });
  });
  test('one that the county does not have is not found', async ({ ctx }) => {
    const { unit } = await buildBoth(ctx);
    await expect(getDashboard(ctx, unit, { ...LATELY, set: 'none' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
