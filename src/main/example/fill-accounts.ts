import { addAccount, grantRole } from '#modules/identity';
import type { AnyContext, Role, RoleOnNode } from '#platform/context.ts';
import type { Place } from './fill-organisation.ts';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from './sign-ins.ts';

/** A demo account, ready to act. */
export type ExampleActor = {
  readonly kind: 'account';
  readonly id: string;
  readonly roles: readonly RoleOnNode[];
};

/** Adds the demo sign-ins; they come back by their roles. */
export async function fillAccounts(
  ctx: AnyContext,
  places: ReadonlyMap<string, Place>,
): Promise<Map<Role, ExampleActor>> {
  const actors = new Map<Role, ExampleActor>();
  for (const { email, name, role, node: code } of DEMO_SIGN_INS) {
    const { account } = await addAccount(ctx, { email, name, language: 'fi' }, DEMO_PASSWORD);
    const node = places.get(code)!.id;
    await grantRole(ctx, account.id, { role, node });
    actors.set(role, { kind: 'account', id: account.id, roles: [{ role, node }] });
  }
  return actors;
}
