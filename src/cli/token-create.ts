import { createApiToken } from '#modules/identity';
import { listNodes } from '#modules/organisation';
import { type Role, ROLES } from '#platform/context.ts';
import type { Opened } from './open-command.ts';

/** What `token create` is told. */
export interface TokenOptions {
  readonly name?: string;
  readonly purpose?: string;
  readonly role?: string;
  /** The node's code, as the county writes it. */
  readonly node?: string;
  readonly days?: string;
}

const isRole = (text: string | undefined): text is Role => ROLES.some((role) => role === text);

/** `token create`: makes a token for another system and prints it once. */
export async function createToken(
  { run }: Opened,
  { name, purpose = '', role, node: code, days = '365' }: TokenOptions,
): Promise<number> {
  const expiresInDays = Number(days);
  if (!name?.trim() || !isRole(role) || !code || !isLifetime(expiresInDays)) {
    process.stderr.write(
      `Give --name <system>, --node <code> and --role <role>: ${ROLES.join(', ')}. --days is 1–366.\n`,
    );
    return 2;
  }
  const made = await run(async (ctx) => {
    const node = (await listNodes(ctx)).find((one) => one.code === code);
    if (!node) return undefined;
    const form = { name: name.trim(), purpose, role, node: node.id, expiresInDays };
    const { token, secret } = await createApiToken(ctx, form);
    await ctx.audit({
      action: 'identity.createToken',
      thing: `token/${token.id}`,
      node: node.id,
    });
    return { token, secret };
  });
  if (!made) {
    process.stderr.write(`The county has no node with the code ${code}.\n`);
    return 1;
  }
  const { token, secret } = made;
  process.stdout.write(
    `Token ${token.id} (${token.name}) was made: ${role} on ${code}, valid to ${token.lastDay}.\n` +
      `Token (shown only now): ${secret}\n`,
  );
  return 0;
}

const isLifetime = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= 366;
