import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { hashOf, newId, newSecret } from '#platform/ids.ts';
import { addDays, dayOf, startOfDay } from '#platform/time.ts';
import type { AddressForm, NewAddress } from './contract.ts';
import { actingAccount, getPartnerName } from './partners.ts';
import type { PartnerTables } from './tables.ts';

type Ctx = Context<PartnerTables>;

/** The address of the page at which a partner reads and answers. */
const confirmationPath = (token: string): string => `/v/${token}`;

/**
 * Makes an address of 192 random bits for a partner; the editor sends it. It comes back this once: only its hash is
 * stored. @throws AppError `not-found` for an unknown partner.
 */
export async function makeAddress(
  ctx: Ctx,
  partner: string,
  { days }: AddressForm,
  publicUrl: string,
): Promise<NewAddress> {
  await getPartnerName(ctx, partner);
  const id = newId();
  const token = newSecret();
  const lastDay = addDays(dayOf(ctx.now()), days);
  await ctx.db
    .insertInto('partner_address')
    .values({
      county_id: ctx.county,
      id,
      partner_id: partner,
      token_hash: hashOf(token),
      made_at: ctx.now(),
      made_by: actingAccount(ctx),
      // It expires as the day after begins.
      expires_at: startOfDay(addDays(lastDay, 1)),
      revoked_at: null,
    })
    .execute();
  return { id, address: `${publicUrl}${confirmationPath(token)}`, lastDay };
}

/** Revokes an address: it leads nowhere from now on. Revoking it again changes nothing. @throws AppError `not-found`. */
export async function revokeAddress(
  ctx: Ctx,
  { partner, address }: { readonly partner: string; readonly address: string },
): Promise<void> {
  const row = await ctx.db
    .updateTable('partner_address')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(ctx.now())) }))
    .where('county_id', '=', ctx.county)
    .where('partner_id', '=', partner)
    .where('id', '=', address)
    .returning('id')
    .executeTakeFirst();
  found(row, 'partner-address-not-found');
}
