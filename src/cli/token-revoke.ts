import { revokeApiToken } from '#modules/identity';
import { AppError } from '#platform/errors.ts';
import type { Opened } from './open-command.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `token revoke`: the next request with the token is refused. */
export async function revokeToken({ run }: Opened, { id }: { id?: string }): Promise<number> {
  if (!id || !UUID.test(id)) {
    process.stderr.write('Give --id <id>, as `token list` shows it.\n');
    return 2;
  }
  try {
    const { name } = await run(async (ctx) => {
      const token = await revokeApiToken(ctx, id);
      await ctx.audit({ action: 'identity.revokeToken', thing: `token/${id}` });
      return token;
    });
    process.stdout.write(`Token ${id} (${name}) is revoked.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`There is no token ${id}.\n`);
    return 1;
  }
}
