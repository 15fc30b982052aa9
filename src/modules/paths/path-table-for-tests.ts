import type { TestContext } from '#tests/support/database.ts';
import { createPath } from './create-path.ts';
import { importPathTable, type TableOptions } from './import-path-table.ts';
import { readPathTable } from './read-path-table.ts';
import type { PathTableOutcome } from './table-contract.ts';

/** English sentences, nothing taken away. */
export const OPTIONS = { language: 'en' } as const;

/** A path of nothing but a title. */
export const begin = (ctx: TestContext): Promise<string> =>
  createPath(ctx, { node: ctx.root, title: { fi: 'Oma polku' } });

/** Takes a spreadsheet into a path. */
export const bring = async (
  ctx: TestContext,
  path: string,
  csv: string,
  options: Partial<TableOptions> = {},
) => importPathTable(ctx, path, await readPathTable(Buffer.from(csv)), { ...OPTIONS, ...options });

/** What each row changes, or why it is refused. */
export const said = ({ lines }: PathTableOutcome): string[] =>
  lines.map(({ line, changes, refusals }) =>
    [
      line,
      ...changes.map(({ what, kind, field, variant, from, to }) =>
        [what, kind, field, variant, from, '→', to].filter(Boolean).join(' '),
      ),
      ...refusals.map(({ code }) => code),
    ].join(': '),
  );
