import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import {
  noteNewAnswers,
  rebuild,
  recount,
  rollUp,
  rollUpNew,
  rollUpNewAnswers,
} from './roll-up.ts';
import {
  buildSurvey,
  insertAnswers,
  type TestAnswer,
  type TestSurvey,
  times,
} from './sample-for-tests.ts';

const test = withDatabase();

async function countsOf(ctx: TestContext, node: string): Promise<number[][]> {
  const { rows } = await sql<{ counts: number[] }>`
    select counts from node_day where county_id = ${ctx.county} and node_id = ${node} and channel <> 'all' order by day, channel`.execute(
    ctx.db,
  );
  return rows.map(({ counts }) => counts);
}

async function buildTree(ctx: TestContext): Promise<{ domain: string; units: string[] }> {
  const domain = await buildNode(ctx, { kind: 'domain' });
  const units = [
    await buildNode(ctx, { parent: domain.id }),
    await buildNode(ctx, { parent: domain.id }),
    await buildNode(ctx),
  ];
  return { domain: domain.id, units: units.map(({ id }) => id) };
}

test('an answer is counted in its unit and in every node above', async ({ ctx }) => {
  const { domain, units } = await buildTree(ctx);
  const survey = await buildSurvey(ctx);
  await insertAnswers(ctx, [
    { node: units[0]!, survey, recommendation: 7, scores: [0, 3], text: 'Hyvä' },
  ]);
  await rollUp(ctx, [{ unitDays: [[units[0]!, '2026-11-18']] }]);
  const counts = [
    1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0,
  ];
  expect(await countsOf(ctx, units[0]!)).toEqual([counts]);
  expect(await countsOf(ctx, domain)).toEqual([counts]);
  expect(await countsOf(ctx, ctx.root)).toEqual([counts]);
  expect(await recount(ctx)).toEqual([]);
});

test('rolling up twice, or two jobs of one unit-day at once, counts an answer once', async ({
  ctx,
}) => {
  const { units } = await buildTree(ctx);
  const survey = await buildSurvey(ctx);
  await insertAnswers(ctx, times(3, { node: units[0]!, survey }));
  const job = { unitDays: [[units[0]!, '2026-11-18']] as const };
  await rollUp(ctx, [job, job]);
  await rollUp(ctx, [job]);
  expect((await countsOf(ctx, ctx.root))[0]![0]).toBe(3);
});

test('new answers are added to what was counted, once, and tell whose figures they changed', async ({
  ctx,
}) => {
  const { domain, units } = await buildTree(ctx);
  const survey = await buildSurvey(ctx);
  for (const many of [2, 3]) {
    await noteNewAnswers(ctx, await insertAnswers(ctx, times(many, { node: units[0]!, survey })));
    await rollUpNew(ctx);
    await rollUpNew(ctx);
  }
  expect((await countsOf(ctx, ctx.root))[0]![0]).toBe(5);
  expect((await countsOf(ctx, domain))[0]![0]).toBe(5);
  expect(await recount(ctx)).toEqual([]);
  expect(ctx.jobs).toEqual([rollUpNewAnswers({}), rollUpNewAnswers({})]);
});

test('a recount of days leaves new answers to be added afterwards, and a rebuild holds them already', async ({
  ctx,
}) => {
  const { units } = await buildTree(ctx);
  const survey = await buildSurvey(ctx);
  const [first] = await insertAnswers(ctx, [{ node: units[0]!, survey, text: 'Hyvä' }]);
  await noteNewAnswers(ctx, [first!]);
  await rollUp(ctx, [{ unitDays: [[units[0]!, '2026-11-18']] }]);
  expect(await countsOf(ctx, ctx.root)).toEqual([]);
  await rollUpNew(ctx);
  expect((await countsOf(ctx, ctx.root))[0]!.slice(0, 2)).toEqual([1, 1]);
  const [second, third] = await insertAnswers(ctx, times(2, { node: units[1]!, survey }));
  await noteNewAnswers(ctx, [second!, third!]);
  await ctx.db.deleteFrom('answer').where('id', '=', third!).execute();
  await rebuild(ctx);
  await rollUpNew(ctx);
  expect((await countsOf(ctx, ctx.root))[0]![0]).toBe(2);
  expect(await recount(ctx)).toEqual([]);
});

test('a deleted answer is taken out again, and a day of nobody has no row', async ({ ctx }) => {
  const { units } = await buildTree(ctx);
  const survey = await buildSurvey(ctx);
  const [first] = await insertAnswers(ctx, [
    { node: units[0]!, survey },
    { node: units[1]!, survey },
  ]);
  const job = { unitDays: units.map((unit) => [unit, '2026-11-18'] as const) };
  await rollUp(ctx, [job]);
  await ctx.db.deleteFrom('answer').where('id', '=', first).execute();
  expect(await recount(ctx)).not.toEqual([]);
  await rollUp(ctx, [job]);
  expect(await countsOf(ctx, units[0]!)).toEqual([]);
  expect((await countsOf(ctx, ctx.root))[0]![0]).toBe(1);
  expect(await recount(ctx)).toEqual([]);
});

test('another county with the same days is not touched', async ({ ctx, other }) => {
  const there = await buildNode(other);
  await insertAnswers(other, [{ node: there.id, survey: await buildSurvey(other) }]);
  await rollUp(ctx, [{ unitDays: [[there.id, '2026-11-18']] }]);
  expect(await countsOf(other, there.id)).toEqual([]);
  await rebuild(other);
  await rebuild(ctx);
  expect(await countsOf(other, there.id)).toHaveLength(1);
});

test('recount names a row that was tampered with', async ({ ctx }) => {
  const { units } = await buildTree(ctx);
  await insertAnswers(ctx, [{ node: units[2]!, survey: await buildSurvey(ctx) }]);
  await rebuild(ctx);
  expect(await recount(ctx)).toEqual([]);
  await sql`update node_day set counts[1] = 2 where county_id = ${ctx.county} and node_id = ${ctx.root} and channel = 'all'`.execute(
    ctx.db,
  );
  expect(await recount(ctx)).toMatchObject([{ period: 'day', node: ctx.root, from: '2026-11-18' }]);
});

describe('K1: days are those of Helsinki', () => {
  test('the hour that comes twice and the one that is skipped lose and double nobody', async ({
    ctx,
  }) => {
    const { units } = await buildTree(ctx);
    const survey = await buildSurvey(ctx);
    // Every half hour from before the spring change to after it, and the same in autumn.
    const spring = halfHours('2026-03-27T22:00:00Z', 3 * 48 - 2);
    const autumn = halfHours('2026-10-23T21:00:00Z', 3 * 48 + 2);
    const answers = [...spring, ...autumn].map((at) => ({ node: units[0]!, survey, at }));
    await insertAnswers(ctx, answers);
    await rebuild(ctx);
    const { rows } = await sql<{ day: string; n: number }>`
      select day::text, counts[1] as n from node_day where node_id = ${ctx.root} and channel = 'all' order by day`.execute(
      ctx.db,
    );
    expect(rows).toEqual([
      { day: '2026-03-28', n: 48 },
      { day: '2026-03-29', n: 46 },
      { day: '2026-03-30', n: 48 },
      { day: '2026-10-24', n: 48 },
      { day: '2026-10-25', n: 50 },
      { day: '2026-10-26', n: 48 },
    ]);
    expect(await recount(ctx)).toEqual([]);
  });
});

const halfHours = (from: string, count: number): Date[] =>
  Array.from(
    { length: count },
    (_, index) => new Date(new Date(from).getTime() + index * 30 * 60_000),
  );

test(
  'after any sequence of answers, deletions and roll-ups of what was touched, the roll-up equals the answers',
  { timeout: 60_000 },
  async ({ ctx }) => {
    const { units } = await buildTree(ctx);
    const surveys = [
      await buildSurvey(ctx, { statements: 1 }),
      await buildSurvey(ctx, { statements: 3, version: 2 }),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(step(units, surveys), { minLength: 1, maxLength: 12 }),
        async (steps) => {
          const standing: { id: string; unitDay: readonly [string, string] }[] = [];
          const touched = new Map<string, readonly [string, string]>();
          const touch = (unitDay: readonly [string, string]) =>
            touched.set(unitDay.join(), unitDay);
          for (const { kind, answers, which } of steps) {
            if (kind === 'insert') {
              const ids = await insertAnswers(ctx, answers);
              await noteNewAnswers(ctx, ids);
              for (const [index, id] of ids.entries())
                standing.push({ id, unitDay: [answers[index]!.node, answers[index]!.day!] });
            } else if (kind === 'delete' && standing.length > 0) {
              const [gone] = standing.splice(which % standing.length, 1);
              await ctx.db.deleteFrom('answer').where('id', '=', gone!.id).execute();
              touch(gone!.unitDay);
            } else if (kind === 'count-new') {
              await rollUpNew(ctx);
            } else if (kind === 'rebuild') {
              await rebuild(ctx);
            } else if (kind === 'roll-up') {
              const part = [...touched].slice(0, which + 1);
              await rollUp(
                ctx,
                part.map(([, unitDay]) => ({ unitDays: [unitDay] })),
              );
              for (const [key] of part) touched.delete(key);
            }
          }
          await rollUpNew(ctx);
          await rollUp(ctx, [{ unitDays: [...touched.values()] }]);
          expect(await recount(ctx)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  },
);

function step(units: readonly string[], surveys: readonly TestSurvey[]) {
  const score = fc.option(fc.integer({ min: 0, max: 5 }));
  const answer = fc.constantFrom(...surveys).chain((survey) => {
    const size = survey === surveys[0] ? 1 : 3;
    return fc.record<TestAnswer>({
      survey: fc.constant(survey),
      node: fc.constantFrom(...units),
      day: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-18'),
      channel: fc.constantFrom('qr', 'sms'),
      respondent: fc.constantFrom('customer', 'close-one'),
      recommendation: fc.option(fc.integer({ min: 0, max: 10 })),
      scores: fc.array(score, { minLength: size, maxLength: size }),
    });
  });
  return fc.record({
    kind: fc.constantFrom(
      'insert' as const,
      'insert' as const,
      'delete' as const,
      'roll-up' as const,
      'count-new' as const,
      'rebuild' as const,
    ),
    answers: fc.array(answer, { minLength: 1, maxLength: 4 }),
    which: fc.nat({ max: 5 }),
  });
}
