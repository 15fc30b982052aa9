import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { closeNode, moveNode } from '#modules/organisation';
import { AppError } from '#platform/errors.ts';
import { addDays } from '#platform/time.ts';
import { buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { noteNewAnswers, rebuild, recount, rollUp, rollUpMoved, rollUpNew } from './roll-up.ts';
import { buildSurvey, insertAnswers, times } from './sample-for-tests.ts';

const test = withDatabase();

/** `node day` → number of answers, as the roll-up has it. */
async function rolledUp(ctx: TestContext): Promise<Record<string, number>> {
  const { rows } = await sql<{ node: string; day: string; n: number }>`
    select node_id as node, day::text, counts[1] as n from node_day where county_id = ${ctx.county} and channel = 'all'`.execute(
    ctx.db,
  );
  return Object.fromEntries(rows.map(({ node, day, n }) => [`${node} ${day}`, n]));
}

const onDay = (ctx: TestContext, day: string): TestContext =>
  ctx.as({ now: new Date(`${day}T10:00:00Z`) });

test('figures before the move stay with the old place, later ones come to the new', async ({
  ctx,
}) => {
  const survey = await buildSurvey(ctx);
  const [from, to] = [
    await buildNode(ctx, { kind: 'service' }),
    await buildNode(ctx, { kind: 'service' }),
  ];
  const unit = (await buildNode(ctx, { parent: from.id })).id;
  const days = ['2026-11-17', '2026-11-18', '2026-11-19'] as const;
  const answer = (day: string, count: number) => times(count, { node: unit, survey, day });
  await insertAnswers(ctx, [...answer(days[0], 1), ...answer(days[1], 2)]);
  await rollUp(ctx, [{ unitDays: [[unit, days[0]]] }]);
  await moveNode(onDay(ctx, days[1]), unit, to.id);
  await insertAnswers(ctx, answer(days[2], 4));
  await rollUp(ctx, [{ unitDays: days.map((day) => [unit, day] as const) }]);
  const expected = {
    [`${unit} ${days[0]}`]: 1,
    [`${unit} ${days[1]}`]: 2,
    [`${unit} ${days[2]}`]: 4,
    [`${from.id} ${days[0]}`]: 1,
    [`${from.id} ${days[1]}`]: 2,
    [`${to.id} ${days[2]}`]: 4,
    [`${ctx.root} ${days[0]}`]: 1,
    [`${ctx.root} ${days[1]}`]: 2,
    [`${ctx.root} ${days[2]}`]: 4,
  };
  expect(await rolledUp(ctx)).toEqual(expected);
  expect(await recount(ctx)).toEqual([]);
  await rebuild(ctx);
  expect(await rolledUp(ctx)).toEqual(expected);
});

test('an answer taken out later is taken out of the place where it was counted', async ({
  ctx,
}) => {
  const survey = await buildSurvey(ctx);
  const from = (await buildNode(ctx, { kind: 'service' })).id;
  const to = (await buildNode(ctx, { kind: 'service' })).id;
  const unit = (await buildNode(ctx, { parent: from })).id;
  const [answer] = await insertAnswers(ctx, [{ node: unit, survey, day: '2026-11-10' }]);
  const job = { unitDays: [[unit, '2026-11-10']] as const };
  await rollUp(ctx, [job]);
  await moveNode(ctx, unit, to);
  await ctx.db.deleteFrom('answer').where('id', '=', answer).execute();
  await rollUp(ctx, [job]);
  expect(await rolledUp(ctx)).toEqual({});
});

test('what came in around midnight, before the move was written, is counted anew', async ({
  ctx,
}) => {
  const survey = await buildSurvey(ctx);
  const from = (await buildNode(ctx, { kind: 'service' })).id;
  const to = (await buildNode(ctx, { kind: 'service' })).id;
  const unit = (await buildNode(ctx, { parent: from })).id;
  await insertAnswers(ctx, [{ node: unit, survey, day: '2026-11-19' }]);
  await rollUp(ctx, [{ unitDays: [[unit, '2026-11-19']] }]);
  await moveNode(ctx, unit, to);
  expect(await recount(ctx)).not.toEqual([]);
  await rollUpMoved(ctx, { nodes: [unit], lastDay: '2026-11-18' });
  expect(await recount(ctx)).toEqual([]);
  expect((await rolledUp(ctx))[`${to} 2026-11-19`]).toBe(1);
});

test('a closed unit keeps its figures and those of its area', async ({ ctx }) => {
  const survey = await buildSurvey(ctx);
  const unit = (await buildNode(ctx)).id;
  await insertAnswers(ctx, [{ node: unit, survey, day: '2026-11-18' }]);
  await rollUp(ctx, [{ unitDays: [[unit, '2026-11-18']] }]);
  await closeNode(ctx, unit, { closed: true, successor: (await buildNode(ctx)).id });
  expect((await rolledUp(ctx))[`${ctx.root} 2026-11-18`]).toBe(1);
  expect(await recount(ctx)).toEqual([]);
});

const FIRST_DAY = '2026-10-30';

const step = fc.record({
  kind: fc.constantFrom('answers', 'answers', 'move', 'move', 'add', 'next-day', 'roll-up'),
  which: fc.nat(),
  where: fc.nat(),
  daysAgo: fc.nat({ max: 3 }),
});

test(
  'after any sequence of moves, answers, new units and roll-ups every day counts where the units stood on it',
  { timeout: 120_000 },
  async ({ ctx }) => {
    const survey = await buildSurvey(ctx);
    let day = FIRST_DAY;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
        await ctx.db.deleteFrom('answer').where('county_id', '=', ctx.county).execute();
        await rebuild(ctx);
        day = addDays(day, 10);
        const began = addDays(day, -5);
        const tops = await buildTops(ctx);
        /** Who stood below whom on each day, by the rule alone: a move counts from the next day on. */
        const parents = new Map(tops.map(({ id, parent }) => [id, new Map([[began, parent]])]));
        const parentOn = (node: string, on: string): string | undefined => {
          const stays = [...(parents.get(node) ?? [])].filter(([since]) => since <= on);
          return stays.toSorted(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1];
        };
        const nodes = tops.map(({ id }) => id);
        const units: string[] = [];
        const expected: Record<string, number> = {};
        const touched: (readonly [string, string])[] = [];
        for (const { kind, which, where, daysAgo } of steps) {
          if (kind === 'next-day') day = addDays(day, 1);
          if (kind === 'add' || units.length === 0) {
            const parent = nodes[where % nodes.length]!;
            const { id } = await buildNode(onDay(ctx, day), { parent });
            // A new unit has always stood below its parent.
            parents.set(id, new Map([[began, parent]]));
            units.push(id);
          }
          const unit = units[which % units.length]!;
          if (kind === 'answers') {
            const on = addDays(day, -daysAgo);
            const ids = await insertAnswers(ctx, [{ node: unit, survey, day: on }]);
            if (where % 2 === 0) await noteNewAnswers(ctx, ids);
            else touched.push([unit, on]);
            for (let node: string | undefined = unit; node; node = parentOn(node, on))
              expected[`${node} ${on}`] = (expected[`${node} ${on}`] ?? 0) + 1;
          } else if (kind === 'move') {
            const all = [...nodes, ...units];
            const [moved, to] = [all[which % all.length]!, nodes[where % nodes.length]!];
            const isMoved = await moveNode(onDay(ctx, day), moved, to).then(
              () => true,
              (error: unknown) => {
                if (!(error instanceof AppError)) throw error;
                return false;
              },
            );
            if (isMoved) parents.get(moved)!.set(addDays(day, 1), to);
          } else if (kind === 'roll-up') {
            await rollUp(ctx, [{ unitDays: touched.splice(0, which % 4) }]);
            if (where % 3 === 0) await rollUpNew(ctx);
          }
        }
        await rollUpNew(ctx);
        await rollUp(ctx, [{ unitDays: touched }]);
        expect(await rolledUp(ctx)).toEqual(expected);
        expect(await recount(ctx)).toEqual([]);
        await rebuild(ctx);
        expect(await rolledUp(ctx)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  },
);

/** Two domains, each with a service that has another below it. */
async function buildTops(ctx: TestContext): Promise<{ id: string; parent: string }[]> {
  const tops: { id: string; parent: string }[] = [];
  for (let domain = 0; domain < 2; domain += 1) {
    const top = (await buildNode(ctx, { kind: 'domain' })).id;
    const service = (await buildNode(ctx, { kind: 'service', parent: top })).id;
    const inner = (await buildNode(ctx, { kind: 'service', parent: service })).id;
    tops.push(
      { id: top, parent: ctx.root },
      { id: service, parent: top },
      { id: inner, parent: service },
    );
  }
  return tops;
}
