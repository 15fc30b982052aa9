import { getCounty, getNode, getRoot, type OrganisationTables } from '#modules/organisation';
import { accountOf, type Context } from '#platform/context.ts';
import { AppError, found } from '#platform/errors.ts';
import { newId, newSecret } from '#platform/ids.ts';
import { otherAdministrators, selectAccounts, selectCredentials } from './account-store.ts';
import type { Account, AccountForm, Grant } from './contract.ts';
import { isGuessable } from './guessable.ts';
import { isLeaked } from './leaked.ts';
import { hashPassword, isPassword } from './password.ts';
import { endSessionsOf } from './session-store.ts';
import type { IdentityTables } from './tables.ts';

type Ctx = Context<IdentityTables & OrganisationTables>;

/** All accounts of the county, closed ones too. */
export const listAccounts = (ctx: Ctx): Promise<Account[]> => selectAccounts(ctx);

/** One account. @throws AppError `not-found`. */
export async function getAccount(ctx: Ctx, id: string): Promise<Account> {
  return found((await selectAccounts(ctx, id))[0], 'account-not-found');
}

/** Adds an account with a password (a random one unless given). @throws AppError `conflict` when the e-mail address is taken. */
export async function addAccount(
  ctx: Ctx,
  form: AccountForm,
  password = newSecret(),
): Promise<{ account: Account; password: string }> {
  if (
    await ctx.db
      .selectFrom('account')
      .select('id')
      .where('county_id', '=', ctx.county)
      .where('email', '=', form.email)
      .executeTakeFirst()
  ) {
    throw new AppError('conflict', 'taken', { faults: [{ pointer: '/email', code: 'taken' }] });
  }
  const id = newId();
  const row = {
    county_id: ctx.county,
    id,
    email: form.email,
    name: form.name,
    language: form.language,
    password_hash: await hashPassword(password),
  };
  await ctx.db.insertInto('account').values(row).execute();
  return { account: await getAccount(ctx, id), password };
}

/** Grants a role on an open node; granting it again changes nothing. @throws AppError `invalid` for a closed one. */
export async function grantRole(ctx: Ctx, account: string, grant: Grant): Promise<Account> {
  await getAccount(ctx, account);
  if ((await getNode(ctx, grant.node)).closed) {
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/node', code: 'not-an-option' }],
    });
  }
  await ctx.db
    .insertInto('account_role')
    .values({
      county_id: ctx.county,
      id: newId(),
      account_id: account,
      node_id: grant.node,
      role: grant.role,
    })
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'account_id', 'node_id', 'role']).doNothing(),
    )
    .execute();
  return getAccount(ctx, account);
}

/** Takes a role away. @throws AppError `conflict` for the last administrator of the county. */
export async function removeRole(ctx: Ctx, account: string, role: string): Promise<Account> {
  await lockAdministrators(ctx);
  const { roles } = await getAccount(ctx, account);
  const removed = found(
    roles.find(({ id }) => id === role),
    'role-not-found',
  );
  const root = await getRoot(ctx);
  if (
    removed.role === 'administrator' &&
    removed.node === root.id &&
    (await otherAdministrators(ctx, root.id, { role })) === 0
  ) {
    throw new AppError('conflict', 'last-administrator');
  }
  await ctx.db
    .deleteFrom('account_role')
    .where('county_id', '=', ctx.county)
    .where('id', '=', role)
    .execute();
  return getAccount(ctx, account);
}

/** Closes an account and ends its sessions. @throws AppError `conflict` for the last administrator of the county. */
export async function closeAccount(ctx: Ctx, account: string): Promise<Account> {
  await lockAdministrators(ctx);
  const { roles } = await getAccount(ctx, account);
  const root = await getRoot(ctx);
  const administers = roles.some(({ role, node }) => role === 'administrator' && node === root.id);
  if (administers && (await otherAdministrators(ctx, root.id, { account })) === 0)
    throw new AppError('conflict', 'last-administrator');
  await ctx.db
    .updateTable('account')
    .set({ closed_at: ctx.now() })
    .where('county_id', '=', ctx.county)
    .where('id', '=', account)
    .execute();
  await endSessionsOf(ctx, account);
  return getAccount(ctx, account);
}

/** Two administrators who remove each other at once must not both succeed. */
async function lockAdministrators(ctx: Ctx): Promise<void> {
  await ctx.db
    .selectFrom('county')
    .select('county_id')
    .where('county_id', '=', ctx.county)
    .forUpdate()
    .execute();
}

/**
 * Changes one's own password and ends every session of the account. @throws AppError `invalid` when the present one is
 * wrong, or the new one easily guessed or known to have leaked.
 */
export async function changePassword(
  ctx: Ctx,
  change: { current: string; next: string },
): Promise<void> {
  const id = accountOf(ctx);
  const stored = await selectCredentials(ctx, { id });
  if (!(await isPassword(stored?.password_hash, change.current))) {
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/current', code: 'wrong-password' }],
    });
  }
  const [{ name, email }, county] = [await getAccount(ctx, id), await getCounty(ctx)];
  if (isGuessable(change.next, [name, email, ...Object.values(county.name)])) {
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/next', code: 'guessable' }],
    });
  }
  if (await isLeaked(change.next)) {
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/next', code: 'leaked' }],
    });
  }
  await ctx.db
    .updateTable('account')
    .set({ password_hash: await hashPassword(change.next) })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
  await endSessionsOf(ctx, id);
}

/** Changes one's own language. */
export async function changeLanguage(ctx: Ctx, language: string): Promise<void> {
  await ctx.db
    .updateTable('account')
    .set({ language })
    .where('county_id', '=', ctx.county)
    .where('id', '=', accountOf(ctx))
    .execute();
}
