import { addAccount, grantRole } from '#modules/identity';
import { getRoot } from '#modules/organisation';
import type { Opened } from './open-command.ts';

/** `admin create`: adds an administrator of the whole county, the first one too, and prints the password once. */
export async function createAdmin(
  { run }: Opened,
  { email, name }: { email?: string; name?: string },
): Promise<number> {
  if (!email || !/^[^@\s]+@[^@\s]+$/.test(email) || !name) {
    process.stderr.write('Give both: --email <address> and --name <name>.\n');
    return 2;
  }
  const { account, password } = await run(async (ctx) => {
    const made = await addAccount(ctx, { email: email.toLowerCase(), name, language: 'fi' });
    const root = await getRoot(ctx);
    await grantRole(ctx, made.account.id, { role: 'administrator', node: root.id });
    await ctx.audit({ action: 'identity.addAccount', thing: `account/${made.account.id}` });
    return made;
  });
  process.stdout.write(
    `Administrator ${account.email} was added.\nPassword (shown only now): ${password}\n`,
  );
  return 0;
}
