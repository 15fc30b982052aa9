import fc from 'fast-check';
import { expect, test as pureTest } from 'vitest';
import { moveNode } from '#modules/organisation';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { getDashboard } from './dashboard.ts';
import { rebuild } from './roll-up.ts';
import { buildSurvey, insertAnswers, times } from './sample-for-tests.ts';
import { hideMoved } from './moved.ts';
import type { Family } from './suppression.ts';

interface Equation {
  readonly total: string;
  readonly cells: readonly string[];
}

type Bounds = Map<string, [number, number]>;

/** What a reader can work out: each sum narrows its total and each of its cells until nothing changes any more. */
function attack(equations: readonly Equation[], known: Bounds): Bounds {
  const of = (id: string): [number, number] => known.get(id)!;
  const narrow = (id: string, low: number, high: number): boolean => {
    const [before, after] = [of(id), [Math.max(of(id)[0], low), Math.min(of(id)[1], high)]];
    known.set(id, after as [number, number]);
    return before[0] !== after[0] || before[1] !== after[1];
  };
  const sum = (ids: readonly string[], end: 0 | 1): number =>
    ids.reduce((total, id) => total + of(id)[end], 0);
  for (let changed = true, turn = 0; changed && turn < 200; turn += 1) {
    changed = false;
    for (const { total, cells } of equations) {
      changed = narrow(total, sum(cells, 0), sum(cells, 1)) || changed;
      for (const id of cells) {
        const others = cells.filter((other) => other !== id);
        const most = of(total)[1] - sum(others, 0);
        const least = of(total)[0] - sum(others, 1);
        changed = narrow(id, Number.isNaN(least) ? 0 : least, most) || changed;
      }
    }
  }
  return known;
}

const size = fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 40 }));

pureTest('F2: no sum gives away what few people said before or after a unit was moved', () => {
  const county = fc.record({
    domains: fc.array(fc.array(size, { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 3,
    }),
    moved: fc.array(fc.tuple(fc.nat(), size, fc.nat(), size), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(county, ({ domains, moved }) => {
      const n = new Map<string, number>();
      const add = (id: string, more: number) => n.set(id, (n.get(id) ?? 0) + more);
      const children = domains.map((units, d) => units.map((_, u) => `d${d}u${u}`));
      for (const [d, units] of domains.entries()) {
        for (const [u, count] of units.entries()) {
          add(`d${d}u${u}`, count);
          add(`d${d}`, count);
        }
      }
      const loose = new Map<string, string[]>();
      for (const [index, [from, before, to, after]] of moved.entries()) {
        const places = [from % domains.length, to % domains.length];
        if (places[0] === places[1]) continue;
        loose.set(
          `m${index}`,
          places.map((d) => `m${index}@d${d}`),
        );
        for (const [place, count] of [before, after].entries()) {
          const d = places[place]!;
          children[d]!.push(`m${index}@d${d}`);
          add(`m${index}@d${d}`, count);
          add(`m${index}`, count);
          add(`d${d}`, count);
        }
      }
      n.set(
        'root',
        domains.reduce((total, _, d) => total + n.get(`d${d}`)!, 0),
      );
      const families: Family[] = [
        { parent: 'root', children: domains.map((_, d) => `d${d}`) },
        ...children.map((ids, d) => ({ parent: `d${d}`, children: ids })),
      ];
      const parts = [...loose].map(
        ([node, ids]) =>
          [node, ids.map((id) => ({ id, node, parent: id.split('@')[1]!, stays: [] }))] as const,
      );
      const units = children.map((ids) => ids.filter((id) => !id.includes('@')));
      const hidden = hideMoved(
        [families[0]!, ...units.map((ids, d) => ({ parent: `d${d}`, children: ids }))],
        new Map(parts),
        { sizesOf: (id) => [n.get(id)!], limit: 5, seeds: new Set() },
      );
      const isPart = (id: string): boolean => id.includes('@');
      const known = attack(
        [
          ...families.map(({ parent, children: cells }) => ({ total: parent, cells })),
          ...[...loose].map(([total, cells]) => ({ total, cells })),
        ],
        new Map(
          [...n].map(([id, count]) => [
            id,
            hidden.has(id) || isPart(id) ? [0, Number.POSITIVE_INFINITY] : [count, count],
          ]),
        ),
      );
      for (const [id, count] of n) {
        if (count === 0 || count >= 5) continue;
        expect(isPart(id) || hidden.has(id)).toBe(true);
        const [low, high] = known.get(id)!;
        expect(high - low, `${id} is ${count}, known as ${low}–${high}`).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 5_000 },
  );
});

const test = withDatabase();

test('a unit that was moved is shown with its whole past once enough have answered at the new place, and before that nothing gives the few away', async ({
  ctx,
}) => {
  const survey = await buildSurvey(ctx);
  const from = (await buildNode(ctx, { kind: 'service' })).id;
  const to = (await buildNode(ctx, { kind: 'service' })).id;
  const stays = [
    await buildNode(ctx, { parent: to }),
    await buildNode(ctx, { parent: to }),
    await buildNode(ctx, { parent: from }),
    await buildNode(ctx, { parent: from }),
  ].map(({ id }) => id);
  const unit = (await buildNode(ctx, { parent: from })).id;
  await insertAnswers(ctx, [
    ...stays.flatMap((node) => times(20, { node, survey, day: '2026-11-10' })),
    ...times(30, { node: unit, survey, day: '2026-11-10' }),
  ]);
  await moveNode(ctx.as({ now: new Date('2026-11-15T10:00:00Z') }), unit, to);
  const answersSince = async (count: number) => {
    await insertAnswers(ctx, times(count, { node: unit, survey, day: '2026-11-17' }));
    await rebuild(ctx);
    const read = (node: string) => getDashboard(ctx, node, { months: 2, channel: 'all' });
    const [old, fresh, own] = [await read(from), await read(to), await read(unit)];
    const shown = [...old.children, ...fresh.children].filter(({ answers }) => answers !== null);
    expect(fresh.children.find(({ id }) => id === unit)!.answers).toEqual(own.answers);
    return { sums: [old.answers?.n, fresh.answers?.n], own, shown: shown.length };
  };
  // Nobody yet: its figures are those of the old place, and no sum tells anything new.
  expect(await answersSince(0)).toMatchObject({
    sums: [70, 40],
    own: { answers: { n: 30 } },
    shown: 5,
  });
  // Two: the unit is hidden, and its few are covered at both places.
  expect(await answersSince(2)).toMatchObject({ sums: [70, 42], own: { answers: null } });
  // Six: everything is shown again, and the sums stay where the answers were given.
  expect(await answersSince(4)).toMatchObject({
    sums: [70, 46],
    own: { answers: { n: 36 } },
    shown: 5,
  });
});

test('a unit that was moved in the middle of a month that has ended keeps its months before and after', async ({
  ctx,
}) => {
  const survey = await buildSurvey(ctx);
  const from = (await buildNode(ctx, { kind: 'service' })).id;
  const to = (await buildNode(ctx, { kind: 'service' })).id;
  const unit = (await buildNode(ctx, { parent: from })).id;
  const stays = [await buildNode(ctx, { parent: from }), await buildNode(ctx, { parent: to })];
  const days = ['2026-06-10', '2026-07-10', '2026-07-25', '2026-08-10', '2026-10-10'];
  await insertAnswers(
    ctx,
    [unit, ...stays.map(({ id }) => id)].flatMap((node) =>
      days.flatMap((day) => times(8, { node, survey, day })),
    ),
  );
  await moveNode(ctx.as({ now: new Date('2026-07-21T10:00:00Z') }), unit, to);
  await rebuild(ctx);
  const read = (node: string) => getDashboard(ctx, node, { months: 12, channel: 'all' });
  expect((await read(unit)).answers).toEqual({ n: 40 });
  expect((await read(from)).answers).toEqual({ n: 56 });
  expect((await read(to)).answers).toEqual({ n: 64 });
  const { line } = await read(unit);
  expect(line.segments[0]!.points.slice(-5).map(({ figure }) => 'n' in figure && figure.n)).toEqual(
    [8, 16, 8, false, 8],
  );
});
