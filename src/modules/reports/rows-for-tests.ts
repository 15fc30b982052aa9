import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { buildNode } from '#tests/support/builders.ts';
import type { TestContext } from '#tests/support/database.ts';
import { openAnswerRows } from './answer-rows.ts';
import { buildSurvey } from './sample-for-tests.ts';

/** A day of a month that has ended. */
export const DAY = '2026-10-14';
/** That month. */
export const OCTOBER = { from: '2026-10', to: '2026-10', language: 'fi' } as const;

/** A row by the heads of its columns. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a file as a program reads them. */
export async function exportRows(
  ctx: TestContext,
  node: string = ctx.root,
  query: Parameters<typeof openAnswerRows>[2] = OCTOBER,
): Promise<Row[]> {
  const answers = await openAnswerRows(ctx, node, query);
  let file = '';
  for await (const piece of answers.read()) file += piece;
  const delimiter = query.language === 'en' ? ',' : ';';
  const rows = parse(file, { bom: true, columns: true, delimiter }) as Row[];
  expect(rows).toHaveLength(answers.rows);
  return rows;
}

/** Two services of two units each. */
export async function buildTree(ctx: TestContext) {
  const survey = await buildSurvey(ctx);
  const build = async () => {
    const service = await buildNode(ctx, { kind: 'service' });
    const units = [
      await buildNode(ctx, { parent: service.id }),
      await buildNode(ctx, { parent: service.id }),
    ];
    return { service, units };
  };
  return { survey, one: await build(), other: await build() };
}

/** How many rows stand under each name. */
export const tally = (rows: readonly Row[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { name } of rows) counts[name!] = (counts[name!] ?? 0) + 1;
  return counts;
};
