import { addNode, type Node } from '#modules/organisation';
import type { Actor, Role } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { TestContext } from './database.ts';

let count = 0;

/** A node below the root (or below `parent`). */
export function buildNode(
  ctx: TestContext,
  given: { kind?: Node['kind']; parent?: string; name?: string } = {},
): Promise<Node> {
  count += 1;
  const name = given.name ?? `Yksikkö ${count}`;
  return addNode(ctx, given.parent ?? ctx.root, {
    kind: (given.kind ?? 'unit') as 'unit',
    code: `T${count}`,
    oid: null,
    sensitive: false,
    name: { fi: name, sv: `${name} sv`, en: `${name} en` },
  });
}

/** An account with one role on a node (no password), as an actor. */
export async function buildActor(
  ctx: TestContext,
  role: Role,
  node: string = ctx.root,
): Promise<Actor & { kind: 'account' }> {
  const id = newId();
  count += 1;
  await ctx.db
    .insertInto('account')
    .values({
      county_id: ctx.county,
      id,
      email: `a${count}@example.fi`,
      name: `Henkilö ${count}`,
      password_hash: '-',
    })
    .execute();
  await ctx.db
    .insertInto('account_role')
    .values({ county_id: ctx.county, id: newId(), account_id: id, node_id: node, role })
    .execute();
  return { kind: 'account', id, roles: [{ role, node }] };
}
