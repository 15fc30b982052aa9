import { listNodes } from '#modules/organisation';
import { importPath, readPathFile } from '#modules/paths';
import { AppError } from '#platform/errors.ts';
import { sentence } from '#platform/i18n.ts';
import type { Opened } from './open-command.ts';
import { inWords, readText } from './path-file.ts';

/** `path import <file> --node <code or id>`: begins a path as a draft from a file, and says where it is. */
export async function importPathFile(
  { run }: Opened,
  { given: [file], node: wanted }: { given: readonly string[]; node?: string },
): Promise<number> {
  const usage = 'path import <file> --node <code or id>';
  const text = await readText(file, usage);
  if (text === undefined) return 2;
  if (!wanted) {
    process.stderr.write(`Say whose the path will be: ${usage}\n`);
    return 2;
  }
  try {
    const document = readPathFile(text);
    const id = await run(async (ctx) => {
      const node = (await listNodes(ctx)).find(({ code, id: own }) => [code, own].includes(wanted));
      if (!node) return undefined;
      const path = await importPath(ctx, { node: node.id, units: [], document });
      await ctx.audit({ action: 'paths.importPath', thing: `path/${path}`, node: node.id });
      return path;
    });
    if (id === undefined) {
      process.stderr.write(`The county has no node with the code or id ${wanted}.\n`);
      return 1;
    }
    process.stdout.write(`A draft was made. It is not published: /staff/paths/${id}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { faults, code } = error;
    process.stderr.write(
      `${faults.map(inWords).join('\n') || sentence('en', `errors:code.${code}`)}\n`,
    );
    return 1;
  }
}
