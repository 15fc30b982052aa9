import fc from 'fast-check';
import { expect } from 'vitest';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { getDashboard } from './dashboard.ts';
import { rebuild } from './roll-up.ts';
import { buildSurvey, insertAnswers, times } from './sample-for-tests.ts';

const test = withDatabase();
const MONTH = { days: 30, channel: 'all' } as const;

test(
  'what is hidden is hidden on every screen alike: its own, its parent’s and those of its children',
  { timeout: 120_000 },
  async ({ ctx }) => {
    const survey = await buildSurvey(ctx);
    const units: string[] = [];
    const above: string[] = [];
    for (let domain = 0; domain < 2; domain += 1) {
      const top = (await buildNode(ctx, { kind: 'domain' })).id;
      above.push(top);
      for (let service = 0; service < 2; service += 1) {
        const { id } = await buildNode(ctx, { kind: 'service', parent: top });
        above.push(id);
        for (let unit = 0; unit < 2; unit += 1)
          units.push((await buildNode(ctx, { parent: id })).id);
      }
    }
    const sizes = fc.array(fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 25 })), {
      minLength: units.length,
      maxLength: units.length,
    });
    await fc.assert(
      fc.asyncProperty(sizes, async (counts) => {
        await ctx.db.deleteFrom('answer').where('county_id', '=', ctx.county).execute();
        const answers = units.map((node, index) => times(counts[index]!, { node, survey }));
        await insertAnswers(ctx, answers.flat());
        await rebuild(ctx);
        const seen = new Map<string, Set<string>>();
        const see = (node: string, figure: object): void => {
          seen.set(node, (seen.get(node) ?? new Set()).add(JSON.stringify(figure)));
        };
        for (const node of [ctx.root, ...above, ...units]) {
          const { recommendation, children, path } = await getDashboard(ctx, node, MONTH);
          see(node, recommendation!.figure);
          if (recommendation!.parent) see(path.at(-1)!.id, recommendation!.parent);
          for (const child of children) see(child.id, child.recommendation!);
        }
        for (const figures of seen.values()) expect([...figures]).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  },
);

test(
  'F2: over all nodes, periods and channels no two shown numbers leave one to four people between them',
  { timeout: 120_000 },
  async ({ ctx }) => {
    const survey = await buildSurvey(ctx);
    const domain = (await buildNode(ctx, { kind: 'domain' })).id;
    const units: string[] = [];
    for (let unit = 0; unit < 3; unit += 1)
      units.push((await buildNode(ctx, { parent: domain })).id);
    const answer = fc.record({
      node: fc.constantFrom(...units),
      day: fc.constantFrom('2026-11-18', '2026-11-01', '2026-10-05', '2026-08-25', '2026-06-01'),
      channel: fc.constantFrom('qr', 'sms'),
      count: fc.nat({ max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 3, maxLength: 14 }), async (answers) => {
        await ctx.db.deleteFrom('answer').where('county_id', '=', ctx.county).execute();
        await insertAnswers(
          ctx,
          answers.flatMap(({ count, ...given }) => times(count, { ...given, survey })),
        );
        await rebuild(ctx);
        const seen = new Map<string, number | null>();
        for (const days of [30, 90, 365] as const) {
          for (const channel of ['all', 'qr', 'sms'] as const) {
            for (const node of [domain, ...units])
              seen.set(
                `${node} ${days} ${channel}`,
                (await getDashboard(ctx, node, { days, channel })).answers,
              );
          }
        }
        const n = (node: string, days: number, channel: string): number | null =>
          seen.get(`${node} ${days} ${channel}`) ?? null;
        const isSafe = (total: number | null, parts: (number | null)[]): boolean => {
          if (total === null) return true;
          const left = total - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
          return left === 0 || left >= 5;
        };
        for (const days of [30, 90, 365]) {
          for (const channel of ['all', 'qr', 'sms'])
            expect(
              isSafe(
                n(domain, days, channel),
                units.map((unit) => n(unit, days, channel)),
              ),
            ).toBe(true);
          for (const node of [domain, ...units])
            expect(isSafe(n(node, days, 'all'), [n(node, days, 'qr'), n(node, days, 'sms')])).toBe(
              true,
            );
        }
        for (const node of [domain, ...units]) {
          for (const channel of ['all', 'qr', 'sms']) {
            expect(
              isSafe(n(node, 90, channel), [n(node, 30, channel)]) || n(node, 30, channel) === null,
            ).toBe(true);
            expect(
              isSafe(n(node, 365, channel), [n(node, 90, channel)]) ||
                n(node, 90, channel) === null,
            ).toBe(true);
          }
        }
      }),
      { numRuns: 20 },
    );
  },
);
