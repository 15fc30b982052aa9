import type { Context } from '#platform/context.ts';
import type { OrganisationTables } from '#modules/organisation';
import type { Account, Colleague } from './contract.ts';
import type { IdentityTables } from './tables.ts';

type Ctx = Context<IdentityTables>;
type World = Context<IdentityTables & OrganisationTables>;

/** The accounts with their roles, by name; one of them when an id is given. */
export async function selectAccounts(ctx: Ctx, id?: string): Promise<Account[]> {
  let accounts = ctx.db
    .selectFrom('account')
    .selectAll()
    .where('county_id', '=', ctx.county)
    .orderBy('name')
    .orderBy('id');
  if (id !== undefined) accounts = accounts.where('id', '=', id);
  const rows = await accounts.execute();
  const roles = await ctx.db
    .selectFrom('account_role')
    .select(['id', 'account_id', 'role', 'node_id'])
    .where('county_id', '=', ctx.county)
    .orderBy('granted_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    language: row.language as Account['language'],
    closed: row.closed_at !== null,
    roles: roles
      .filter((role) => role.account_id === row.id)
      .map(({ id: role, role: name, node_id }) => ({ id: role, role: name, node: node_id })),
  }));
}

/** The open accounts with a role on a node or above it, by name. */
export async function selectColleagues(ctx: World, node: string): Promise<Colleague[]> {
  return ctx.db
    .selectFrom('account as a')
    .select(['a.id', 'a.name'])
    .where('a.county_id', '=', ctx.county)
    .where('a.closed_at', 'is', null)
    .where((query) =>
      query.exists(
        query
          .selectFrom('account_role as r')
          .innerJoin('node_ancestor as n', (join) =>
            join.onRef('n.county_id', '=', 'r.county_id').onRef('n.ancestor_id', '=', 'r.node_id'),
          )
          .select('r.id')
          .whereRef('r.county_id', '=', 'a.county_id')
          .whereRef('r.account_id', '=', 'a.id')
          .where('n.node_id', '=', node),
      ),
    )
    .orderBy('a.name')
    .orderBy('a.id')
    .execute();
}

/** The stored hash and the id of an open account by its e-mail address. */
export function selectCredentials(
  ctx: Ctx,
  by: { email: string } | { id: string },
): Promise<{ id: string; password_hash: string } | undefined> {
  const query = ctx.db
    .selectFrom('account')
    .select(['id', 'password_hash'])
    .where('county_id', '=', ctx.county)
    .where('closed_at', 'is', null);
  return (
    'email' in by ? query.where('email', '=', by.email) : query.where('id', '=', by.id)
  ).executeTakeFirst();
}

/** Whether an open account other than the given one is administrator somewhere at the root. */
export async function otherAdministrators(
  ctx: Ctx,
  root: string,
  except: { account?: string; role?: string },
): Promise<number> {
  const rows = await ctx.db
    .selectFrom('account_role as r')
    .innerJoin('account as a', (join) =>
      join.onRef('a.county_id', '=', 'r.county_id').onRef('a.id', '=', 'r.account_id'),
    )
    .select(['r.id', 'r.account_id'])
    .where('r.county_id', '=', ctx.county)
    .where('r.node_id', '=', root)
    .where('r.role', '=', 'administrator')
    .where('a.closed_at', 'is', null)
    .execute();
  return rows.filter((row) => row.id !== except.role && row.account_id !== except.account).length;
}
