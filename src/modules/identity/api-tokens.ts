import { getNode, type OrganisationTables } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { hashOf, newId, newSecret } from '#platform/ids.ts';
import { addDays, dayOf, startOfDay } from '#platform/time.ts';
import { selectApiTokens } from './api-token-store.ts';
import type { ApiToken, ApiTokenForm } from './contract.ts';
import type { IdentityTables } from './tables.ts';

type Ctx = Context<IdentityTables & OrganisationTables>;

// Scanners of leaked secrets find it by this.
const PREFIX = 'polku_';

/** All tokens of the county, those that have ended too. */
export const listApiTokens = (ctx: Ctx): Promise<ApiToken[]> => selectApiTokens(ctx);

/** Makes a token of 192 random bits for another system. The secret comes back this once; only its hash is stored. @throws AppError `not-found` for an unknown node. */
export async function createApiToken(
  ctx: Ctx,
  form: ApiTokenForm,
): Promise<{ token: ApiToken; secret: string }> {
  const node = await getNode(ctx, form.node);
  const id = newId();
  const secret = `${PREFIX}${newSecret()}`;
  await ctx.db
    .insertInto('api_token')
    .values({
      county_id: ctx.county,
      id,
      token_hash: hashOf(secret),
      ending: secret.slice(-4),
      name: form.name,
      purpose: form.purpose,
      role: form.role,
      node_id: node.id,
      created_at: ctx.now(),
      created_by: ctx.actor.kind === 'account' ? ctx.actor.id : null,
      expires_at: startOfDay(addDays(dayOf(ctx.now()), form.expiresInDays + 1)),
    })
    .execute();
  return { token: await getApiToken(ctx, id), secret };
}

/** Revokes a token: the next request with it is refused. What it did stays, and so does its row. @throws AppError `not-found`. */
export async function revokeApiToken(ctx: Ctx, id: string): Promise<ApiToken> {
  await ctx.db
    .updateTable('api_token')
    .set({ revoked_at: ctx.now() })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  return getApiToken(ctx, id);
}

const getApiToken = async (ctx: Ctx, id: string): Promise<ApiToken> =>
  found((await selectApiTokens(ctx, id))[0], 'token-not-found');
