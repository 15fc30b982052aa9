import { writeFile } from 'node:fs/promises';
import { exportPath, listPathAddresses } from '#modules/paths';
import type { Opened } from './open-command.ts';

/** `path export <id or address> [file]`: writes a path in all its variants, the draft if there is one. */
export async function exportPathFile(
  { run }: Opened,
  { given: [name, file] }: { given: readonly string[] },
): Promise<number> {
  if (name === undefined) {
    process.stderr.write(
      'Give the id or the address of a path: path export <id or address> [file]\n',
    );
    return 2;
  }
  const document = await run(async (ctx) => {
    const paths = await listPathAddresses(ctx);
    const path = paths.find(({ id, slugs }) => id === name || slugs.includes(name));
    if (!path) return undefined;
    await ctx.audit({ action: 'paths.exportPath', thing: `path/${path.id}`, node: path.node });
    return exportPath(ctx, path.id);
  });
  if (!document) {
    process.stderr.write(`The county has no path with the id or address ${name}.\n`);
    return 1;
  }
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (file === undefined) process.stdout.write(text);
  else await writeFile(file, text);
  return 0;
}
