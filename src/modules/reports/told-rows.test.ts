import fc from 'fast-check';
import { expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import { getDashboard } from './dashboard.ts';
import { rebuild } from './roll-up.ts';
import { buildTree, DAY, exportRows } from './rows-for-tests.ts';
import { insertAnswers, times } from './sample-for-tests.ts';

const test = withDatabase();

test(
  'F9: whatever is told under a node’s own name, every report shows all of it',
  { timeout: 120_000 },
  async ({ ctx }) => {
    const { survey, one, other } = await buildTree(ctx);
    const units = [...one.units, ...other.units].map(({ id, code }) => ({ id, code }));
    const answer = fc.record({
      unit: fc.nat({ max: 3 }),
      channel: fc.constantFrom('qr', 'sms'),
      count: fc.oneof(fc.nat({ max: 6 }), fc.integer({ min: 5, max: 30 })),
      recommendation: fc.constantFrom(9, 9, 4, null),
      scores: fc.constantFrom([5, 4], [1, 3], [2, 5], [0, 4], [null, 2]),
    });
    let named = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 4, maxLength: 16 }), async (given) => {
        await ctx.db.deleteFrom('answer').where('county_id', '=', ctx.county).execute();
        await insertAnswers(
          ctx,
          given.flatMap(({ unit, count, ...rest }) =>
            times(count, { ...rest, node: units[unit]!.id, survey, day: DAY }),
          ),
        );
        await rebuild(ctx);
        const rows = await exportRows(ctx);
        // So many share everything that is not an answer.
        const alike = Map.groupBy(rows, ({ recommendation: _r, s1: _1, s2: _2, ...rest }) =>
          JSON.stringify(rest),
        );
        for (const group of alike.values()) expect(group.length).toBeGreaterThanOrEqual(5);
        for (const { id, code } of units) {
          const own = rows.filter((row) => row['code'] === code);
          if (own.length === 0) continue;
          named += 1;
          for (const channel of new Set(own.map((row) => row['channel']!))) {
            const choice = { months: 4, channel: (channel || 'all') as 'qr' } as const;
            const { line } = await getDashboard(ctx, id, choice);
            const point = line.segments[0]?.points.find(({ month }) => month === '2026-10-01');
            const size = own.filter(
              (row) => row['channel'] === channel && row['recommendation'] !== '',
            ).length;
            const shown = point?.figure.state === 'few' ? null : point?.figure.n;
            if (size > 0) expect(shown).toBe(size);
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(named).toBeGreaterThan(20);
  },
);
