import { stringify } from 'csv-stringify/sync';
import { getNode } from '#modules/organisation';
import { getDefaultSurvey, getSurveyInUse } from '#modules/surveys';
import { harmless } from '#platform/csv.ts';
import { inLanguage, type LocalText, words } from '#platform/i18n.ts';
import { hashOf, newSecret } from '#platform/ids.ts';
import { addDays, dayOf, startOfDay } from '#platform/time.ts';
import type { InvitationOrder } from './contract.ts';
import { findAnchor, requireUnit } from './feedback-point.ts';
import { insertInvitations } from './invitation-store.ts';
import type { CollectionContext } from './tables.ts';

/** Invitations that were just made. The tokens are in no table: whoever loses them makes new ones. */
export interface NewInvitations {
  readonly invitations: { token: string; address: string }[];
  /** They can be answered until this instant: the end of the last day in Helsinki. */
  readonly expires: Date;
  readonly lastDay: string;
}

/** Makes invitations to one unit. Each carries 192 random bits and asks the version that is in use now. @throws AppError `invalid`. */
export async function createInvitations(
  ctx: CollectionContext,
  order: InvitationOrder,
  publicUrl: string,
): Promise<NewInvitations> {
  await requireUnit(ctx, order.node);
  const path = await findAnchor(ctx, order);
  const version =
    order.survey === undefined
      ? await getDefaultSurvey(ctx)
      : await getSurveyInUse(ctx, order.survey);
  const lastDay = addDays(dayOf(ctx.now()), order.expiresInDays);
  const expires = startOfDay(addDays(lastDay, 1));
  const tokens = Array.from({ length: order.count }, newSecret);
  await insertInvitations(ctx, tokens.map(hashOf), {
    surveyVersion: version.id,
    node: order.node,
    path,
    channel: order.channel,
    expires,
  });
  return {
    invitations: tokens.map((token) => ({ token, address: `${publicUrl}/a/${token}` })),
    expires,
    lastDay,
  };
}

/** The same as a table that spreadsheets open as it is: semicolons, a byte order mark, and no cell that would be run as a formula. */
export async function createInvitationTable(
  ctx: CollectionContext,
  order: InvitationOrder,
  publicUrl: string,
): Promise<string> {
  const { invitations, lastDay } = await createInvitations(ctx, order, publicUrl);
  const t = words(order.language);
  const unit = inLanguage((await getNode(ctx, order.node)).name as LocalText, order.language);
  const rows = invitations.map(({ address }, index) => [String(index + 1), address, unit, lastDay]);
  const header = [
    t('collection:csv.number'),
    t('collection:csv.address'),
    t('collection:csv.unit'),
    t('collection:csv.lastDay'),
  ];
  return stringify([header, ...rows.map((row) => row.map(harmless))], {
    bom: true,
    delimiter: ';',
    // A name may hold a line end of another kind than the table's, behind which a formula could begin.
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}
