import { listChannels } from '#modules/channels';
import { validatePath } from '#modules/paths';
import type { Opened } from './open-command.ts';
import { inWords, readText } from './path-file.ts';

/**
 * `path validate <file> [--county]`: names all that is wrong with a path file, each on a line with its JSON pointer.
 * Ends with 0 when nothing is, with 1 otherwise. Only `--county` needs a county, to look for the channels in its register.
 */
export async function validatePathFile(
  opened: Opened | undefined,
  { given: [file] }: { given: readonly string[] },
): Promise<number> {
  const text = await readText(file, 'path validate <file>');
  if (text === undefined) return 2;
  const channels = await opened?.read(async (ctx) =>
    (await listChannels(ctx)).map(({ code }) => code),
  );
  const faults = validatePath(text, channels && new Set(channels));
  for (const fault of faults) process.stdout.write(`${inWords(fault)}\n`);
  process.stdout.write(
    faults.length === 0
      ? `${file} is a path as it should be.\n`
      : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.\n`,
  );
  return faults.length === 0 ? 0 : 1;
}
