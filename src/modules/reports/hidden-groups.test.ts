import fc from 'fast-check';
import { expect } from 'vitest';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { getDashboard } from './dashboard.ts';
import { rebuild } from './roll-up.ts';
import { buildSurvey, insertAnswers, times } from './sample-for-tests.ts';

const test = withDatabase();
const LATELY = { months: 2, channel: 'all' } as const;

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
          const { recommendation, children, path } = await getDashboard(ctx, node, LATELY);
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
