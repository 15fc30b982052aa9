import { getAnchorKind } from '#modules/paths';
import { AppError, found } from '#platform/errors.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { tell } from '#platform/news.ts';
import { PARTNER_KINDS, type PartnerForm } from './contract.ts';
import type { PartnerTables, PartnerWorld } from './tables.ts';

type Ctx = Context<PartnerTables>;

/** Who acts, where an account does. */
export const actingAccount = ({ actor }: Pick<Ctx, 'actor'>): string | null =>
  actor.kind === 'account' ? actor.id : null;

/** Adds a partner to the county's list. @throws AppError `conflict` when there is one of that name. */
export async function addPartner(ctx: Ctx, { name }: PartnerForm): Promise<string> {
  const id = newId();
  await refuseTaken(ctx, name);
  await ctx.db
    .insertInto('partner')
    .values({
      county_id: ctx.county,
      id,
      name,
      created_at: ctx.now(),
      created_by: actingAccount(ctx),
    })
    .execute();
  return id;
}

/** Gives a partner another name. @throws AppError `not-found`, or `conflict` when another one bears it. */
export async function renamePartner(ctx: Ctx, id: string, { name }: PartnerForm): Promise<void> {
  await getPartnerName(ctx, id);
  await refuseTaken(ctx, name, id);
  await ctx.db
    .updateTable('partner')
    .set({ name })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
}

/** @throws AppError `not-found`. */
export async function getPartnerName(ctx: Ctx, id: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('partner')
    .select('name')
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .executeTakeFirst();
  return found(row, 'partner-not-found').name;
}

async function refuseTaken(ctx: Ctx, name: string, except?: string): Promise<void> {
  const taken = await ctx.db
    .selectFrom('partner')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('name', '=', name)
    .executeTakeFirst();
  if (taken && taken.id !== except)
    throw new AppError('conflict', 'partner-name-taken', {
      faults: [{ pointer: '/name', code: 'taken' }],
    });
}

/**
 * Says whose service a link or a service on a path tells of; null takes that away. It is no part of what reviewers read,
 * and holds at once and through all versions, as answers to it do.
 *
 * @throws AppError `not-found`, or `conflict` for a part that tells of nobody.
 */
export async function namePartner(
  ctx: Context<PartnerWorld>,
  at: { readonly path: string; readonly anchor: string },
  partner: string | null,
): Promise<void> {
  const kind = await getAnchorKind(ctx, at.path, at.anchor);
  if (!PARTNER_KINDS.some((one) => one === kind)) throw new AppError('conflict', 'partner-no-part');
  if (partner === null) {
    await ctx.db
      .deleteFrom('partner_part')
      .where('county_id', '=', ctx.county)
      .where('path_id', '=', at.path)
      .where('anchor', '=', at.anchor)
      .execute();
  } else {
    await getPartnerName(ctx, partner);
    const named = { partner_id: partner, named_at: ctx.now(), named_by: actingAccount(ctx) };
    await ctx.db
      .insertInto('partner_part')
      .values({ county_id: ctx.county, path_id: at.path, anchor: at.anchor, ...named })
      .onConflict((clash) => clash.columns(['county_id', 'path_id', 'anchor']).doUpdateSet(named))
      .execute();
  }
  await tell(ctx, 'public', []);
}
