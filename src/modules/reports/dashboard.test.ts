import { describe, expect } from 'vitest';
import { Dashboard } from './contract.ts';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { getChannels } from './channels.ts';
import { getDashboard } from './dashboard.ts';
import { dashboardCsv } from './dashboard-csv.ts';
import { rebuild } from './roll-up.ts';
import { buildUnits, insertAnswers, times } from './sample-for-tests.ts';

const test = withDatabase();
const LATELY = { months: 2, channel: 'all' } as const;

test('a unit stands beside its former period and beside its parent', async ({ ctx }) => {
  const { domain, units, survey } = await buildUnits(ctx, 0, 0);
  await insertAnswers(ctx, [
    ...times(40, { node: units[0]!, survey, recommendation: 10, scores: [5, 4], text: 'Kiitos' }),
    ...times(10, { node: units[0]!, survey, recommendation: 7, scores: [4, 0] }),
    ...times(30, { node: units[0]!, survey, recommendation: 3, scores: [2, 3], day: '2026-09-30' }),
    ...times(60, { node: units[1]!, survey, recommendation: 4, scores: [3, 4] }),
  ]);
  await rebuild(ctx);
  const report = Dashboard.parse(await getDashboard(ctx, units[0]!, LATELY));
  expect(report).toMatchObject({
    from: '2026-10-01',
    to: '2026-11-18',
    formerFrom: '2026-08-01',
    formerTo: '2026-09-30',
    answers: { n: 50 },
    formerAnswers: { n: 30 },
    comments: { n: 40 },
  });
  expect(report.path.map(({ id }) => id)).toEqual([ctx.root, domain]);
  expect(report.recommendation).toMatchObject({
    figure: { n: 50, value: 80 },
    former: { n: 30, value: -100 },
    change: { verdict: 'higher' },
    parent: { n: 110, value: -20 },
    apart: { verdict: 'higher' },
  });
  expect(report.statements[1]).toMatchObject({
    code: 's2',
    text: { fi: 'Väittämä 2' },
    figure: { n: 40, value: 4 },
  });
  expect((await getChannels(ctx, units[0]!, { months: 2 })).channels).toEqual([
    { channel: 'qr', answers: { n: 50 } },
  ]);
});

test('a figure moves at once with a new answer and a roll-up', async ({ ctx }) => {
  const { units } = await buildUnits(ctx, 12, 30);
  expect((await getDashboard(ctx, units[0]!, LATELY)).answers).toEqual({ n: 12 });
});

describe('small groups', () => {
  test('are hidden, and so is the next smallest sibling, wherever one looks', async ({ ctx }) => {
    const { domain, units } = await buildUnits(ctx, 3, 12, 40);
    const report = await getDashboard(ctx, domain, LATELY);
    expect(report.answers).toEqual({ n: 55 });
    const shown = units.map((unit) => report.children.find(({ id }) => id === unit)!);
    expect(shown.map(({ answers, recommendation }) => [answers, recommendation!.state])).toEqual([
      [null, 'few'],
      [null, 'few'],
      [{ n: 40 }, 'wide'],
    ]);
    const cover = await getDashboard(ctx, units[1]!, LATELY);
    expect([
      cover.answers,
      cover.recommendation!.figure.state,
      cover.statements[0]!.figure.state,
      (await getChannels(ctx, units[1]!, { months: 2 })).channels,
    ]).toEqual([null, 'few', 'few', null]);
    expect(cover.recommendation!.parent).toMatchObject({ n: 55 });
  });
  test('of one statement hide that statement of a sibling, but not its other figures', async ({
    ctx,
  }) => {
    const { units, survey } = await buildUnits(ctx, 0, 12, 40);
    await insertAnswers(ctx, [
      ...times(3, { node: units[0]!, survey, scores: [5, 4] }),
      ...times(17, { node: units[0]!, survey, scores: [5, 0] }),
    ]);
    await rebuild(ctx);
    const cover = await getDashboard(ctx, units[1]!, LATELY);
    expect(cover.answers).toEqual({ n: 12 });
    expect(cover.statements.map(({ figure }) => figure.state)).toEqual(['wide', 'few']);
  });
  test('of one channel hide all channels of the unit and of a sibling, in the filter as in the list', async ({
    ctx,
  }) => {
    const { units, survey } = await buildUnits(ctx, 20, 12, 40);
    await insertAnswers(ctx, [
      ...times(3, { node: units[0]!, survey, channel: 'sms' }),
      ...times(9, { node: units[1]!, survey, channel: 'sms' }),
      ...times(70, { node: units[2]!, survey, channel: 'sms' }),
    ]);
    await rebuild(ctx);
    const [first, second, third] = await Promise.all(
      units.map((unit) => getChannels(ctx, unit, { months: 2 })),
    );
    expect([first!.channels, second!.channels]).toEqual([null, null]);
    expect(third!.channels).toEqual([
      { channel: 'sms', answers: { n: 70 } },
      { channel: 'qr', answers: { n: 40 } },
    ]);
    expect((await getDashboard(ctx, units[0]!, { months: 2, channel: 'qr' })).answers).toBe(null);
    expect((await getDashboard(ctx, units[2]!, { months: 2, channel: 'qr' })).answers).toEqual({
      n: 40,
    });
  });
  test('of a month are left out of what several months tell', async ({ ctx }) => {
    const { units, survey } = await buildUnits(ctx, 20);
    const answersOver = async (months: 2 | 4) =>
      (await getDashboard(ctx, units[0]!, { months, channel: 'all' })).answers;
    const add = async (count: number, day: string) => {
      await insertAnswers(ctx, times(count, { node: units[0]!, survey, day }));
      await rebuild(ctx);
    };
    await add(3, '2026-09-01');
    expect([await answersOver(2), await answersOver(4)]).toEqual([{ n: 20 }, { n: 20 }]);
    await add(4, '2026-08-10');
    expect(await answersOver(4)).toEqual({ n: 20 });
    // Nobody can say any more which of the months holds them, nor how many they are.
    await add(2, '2026-10-10');
    expect([await answersOver(2), await answersOver(4)]).toEqual([
      { n: 20 },
      { n: 25, atLeast: true },
    ]);
    await add(2, '2026-09-02');
    expect(await answersOver(4)).toEqual({ n: 25 });
    await add(1, '2026-08-11');
    expect(await answersOver(4)).toEqual({ n: 30 });
  });
  test('of all months are told together, and no further than that', async ({ ctx }) => {
    const { units, survey } = await buildUnits(ctx, 4);
    await insertAnswers(ctx, [
      ...times(4, { node: units[0]!, survey, day: '2026-10-01', scores: [1, 1] }),
      ...times(4, { node: units[0]!, survey, day: '2026-09-01', text: 'Kiitos' }),
    ]);
    await rebuild(ctx);
    expect((await getDashboard(ctx, units[0]!, LATELY)).answers).toBe(null);
    const report = await getDashboard(ctx, units[0]!, { months: 4, channel: 'all' });
    expect(report).toMatchObject({ answers: { n: 5, atLeast: true }, formerAnswers: null });
    expect(report.statements[0]!.figure).toMatchObject({ n: 5, atLeast: true, value: 3.5 });
    const [line] = dashboardCsv(report, 'en').split('\n').slice(1);
    expect(line).toMatch(/,Answers,at least,5,/);
  });
  test('a unit without answers says no more than one with a few', async ({ ctx }) => {
    const { units } = await buildUnits(ctx, 0, 30);
    const report = await getDashboard(ctx, units[0]!, LATELY);
    expect([report.answers, report.comments, report.recommendation!.figure]).toEqual([
      null,
      null,
      { state: 'few' },
    ]);
  });
  test('nothing of a hidden group is in the file either', async ({ ctx }) => {
    const { domain, units } = await buildUnits(ctx, 3, 12, 40);
    const lines = dashboardCsv(await getDashboard(ctx, domain, LATELY), 'fi').split('\n');
    const { children } = await getDashboard(ctx, domain, LATELY);
    const names = units.map((unit) => children.find(({ id }) => id === unit)!.name.fi!);
    for (const hidden of names.slice(0, 2)) {
      for (const line of lines.filter((each) => each.startsWith(`${hidden};`)))
        expect(line).toMatch(/;;;;;liian vähän$/);
    }
    expect(lines.find((line) => line.startsWith(`${names[2]};`))).toContain(';40;');
  });
});

test('a node of another county is not found', async ({ ctx, other }) => {
  await expect(getDashboard(ctx, (await buildNode(other)).id, LATELY)).rejects.toMatchObject({
    kind: 'not-found',
  });
});
