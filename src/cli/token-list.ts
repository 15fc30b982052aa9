import { listApiTokens } from '#modules/identity';
import { findNodes } from '#modules/organisation';
import type { Opened } from './open-command.ts';

/** `token list`: every token with its state and last use; never the token itself. */
export async function listTokens({ run }: Opened): Promise<number> {
  const { tokens, codes } = await run(async (ctx) => {
    const all = await listApiTokens(ctx);
    const nodes = await findNodes(
      ctx,
      all.map(({ node }) => node),
    );
    return { tokens: all, codes: new Map(nodes.map(({ id, code }) => [id, code])) };
  });
  if (tokens.length === 0) process.stdout.write('There are no tokens.\n');
  for (const { id, state, role, node, ending, lastDay, used, name } of tokens) {
    const use = used ? `used ${used.slice(0, 16)}Z` : 'never used';
    const where = `${role} on ${codes.get(node)}`;
    process.stdout.write(
      `${id}  ${state}  …${ending}  ${where}  to ${lastDay}  ${use}  ${printable(name)}\n`,
    );
  }
  return 0;
}

// A name may hold what a terminal would obey.
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');
