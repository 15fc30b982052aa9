import { findSurveyVersions, getDefaultSurvey, getSurveyInUse } from '#modules/surveys';
import { AppError } from '#platform/errors.ts';
import { parse } from '#platform/http/parse.ts';
import { itemProblem } from '#platform/http/problem.ts';
import { hashOf, keyedHash } from '#platform/ids.ts';
import type { Language } from '#platform/i18n.ts';
import { nodesWithin } from '#platform/permissions.ts';
import { sharedSecret } from '#platform/secret.ts';
import { addDays, dayOf, startOfDay } from '#platform/time.ts';
import { type InvitationResult, KeyedInvitation } from './contract.ts';
import { findAnchor, requireUnit } from './feedback-point.ts';
import {
  findInvitations,
  insertMissingInvitations,
  type NewInvitation,
} from './invitation-store.ts';
import { can } from './permissions.ts';
import type { CollectionContext } from './tables.ts';

/** What a batch needs beside its orders. */
export interface BatchOrder {
  /** The token with which the other system came. */
  readonly bearer: string;
  readonly publicUrl: string;
  readonly language: Language;
}

interface Ordered {
  readonly order: KeyedInvitation;
  readonly token: string;
  readonly invitation: NewInvitation;
}
type Item = Ordered | { readonly refusal: unknown };

/**
 * Makes the invitations that another system orders by keys of its own. An invitation's token is worked out from the
 * key, from the system's own token and from a secret of the installation, so the same key gives the same invitation
 * again, though neither key nor token is stored, and neither the database nor the system can make it up alone.
 */
export async function createInvitationBatch(
  ctx: CollectionContext,
  given: readonly unknown[],
  { bearer, publicUrl, language }: BatchOrder,
): Promise<InvitationResult[]> {
  const secret = await sharedSecret(ctx.db, 'invitation');
  const tokenOf = (key: string): string =>
    keyedHash(secret, JSON.stringify([bearer, key]))
      .subarray(0, 24)
      .toString('base64url');
  const read = await readOrders(ctx, given, tokenOf);
  const ordered = read.filter((item) => 'order' in item);
  const made = await insertMissingInvitations(ctx, firstOfEach(ordered));
  const standing = await findStanding(ctx, ordered);
  const items = read.map((item) => ('order' in item ? compare(item, standing) : item));
  return items.map((item, index): InvitationResult => {
    if ('refusal' in item) return itemProblem(item.refusal, language, `/invitations/${index}`);
    const { order, token, invitation } = item;
    const { tokenHash, expires } = invitation;
    return {
      // Of a key that the batch holds twice, the first one made the invitation.
      status: made.delete(tokenHash.toString('hex')) ? 201 : 200,
      key: order.key,
      token,
      address: `${publicUrl}/a/${token}`,
      expires: expires.toISOString(),
    };
  });
}

const firstOfEach = (ordered: readonly Ordered[]): NewInvitation[] => [
  ...new Map(
    ordered
      .toReversed()
      .map(({ invitation }) => [invitation.tokenHash.toString('hex'), invitation] as const),
  ).values(),
];

async function readOrders(
  ctx: CollectionContext,
  given: readonly unknown[],
  tokenOf: (key: string) => string,
): Promise<Item[]> {
  const read = given.map((item) => attempt(() => parse(KeyedInvitation, item)));
  const nodes = read.flatMap((item) => ('done' in item ? item.done.node : []));
  const within = await nodesWithin(ctx, can.createInvitationBatch, [...new Set(nodes)]);
  const place = placer(ctx);
  const items: Item[] = [];
  for (const item of read) {
    if ('refusal' in item) items.push(item);
    else if (!within.has(item.done.node)) items.push({ refusal: OUTSIDE });
    else items.push(await orderOf(item.done, tokenOf(item.done.key), place));
  }
  return items;
}

const OUTSIDE = new AppError('forbidden', 'outside-token', {
  faults: [{ pointer: '/node', code: 'outside-token' }],
});

function attempt<T>(work: () => T): { readonly done: T } | { readonly refusal: unknown } {
  try {
    return { done: work() };
  } catch (refusal) {
    return { refusal };
  }
}

type Place = Omit<NewInvitation, 'tokenHash' | 'channel'>;
type Placer = (order: KeyedInvitation) => Promise<Place>;

async function orderOf(order: KeyedInvitation, token: string, place: Placer): Promise<Item> {
  try {
    const { channel } = order;
    return {
      order,
      token,
      invitation: { ...(await place(order)), channel, tokenHash: hashOf(token) },
    };
  } catch (refusal) {
    if (!(refusal instanceof AppError)) throw refusal;
    return { refusal };
  }
}

/** Looks each place, survey and last day up once, however many orders name it. */
function placer(ctx: CollectionContext): Placer {
  const known = new Map<string, Promise<Place>>();
  const lookUp = async (order: KeyedInvitation): Promise<Place> => {
    const { node, survey, expiresInDays } = order;
    await requireUnit(ctx, node);
    const version =
      survey === undefined ? await getDefaultSurvey(ctx) : await getSurveyInUse(ctx, survey);
    const expires = startOfDay(addDays(dayOf(ctx.now()), expiresInDays + 1));
    return { node, path: await findAnchor(ctx, order), surveyVersion: version.id, expires };
  };
  return (order) => {
    const { node, path, anchor, survey, expiresInDays } = order;
    const name = JSON.stringify([node, path, anchor, survey, expiresInDays]);
    const found = known.get(name) ?? lookUp(order);
    known.set(name, found);
    return found;
  };
}

type Standing = NewInvitation & { readonly survey: string | undefined };

async function findStanding(
  ctx: CollectionContext,
  ordered: readonly Ordered[],
): Promise<Map<string, Standing>> {
  const found = await findInvitations(
    ctx,
    ordered.map(({ invitation }) => invitation.tokenHash),
  );
  const ids = new Set([...found.values()].map(({ surveyVersion }) => surveyVersion));
  const versions = await findSurveyVersions(ctx, [...ids]);
  const surveys = new Map(versions.map(({ id, survey }) => [id, survey]));
  return new Map(
    [...found].map(([hash, invitation]) => [
      hash,
      { ...invitation, survey: surveys.get(invitation.surveyVersion) },
    ]),
  );
}

/** Whether the invitation that stands under this key is the one that is ordered; a retry comes later, so its time does not matter. */
function compare(ordered: Ordered, standing: ReadonlyMap<string, Standing>): Item {
  const { order, invitation } = ordered;
  const first = standing.get(invitation.tokenHash.toString('hex'))!;
  const same =
    first.node === order.node &&
    first.channel === order.channel &&
    first.path?.id === order.path &&
    first.path?.anchor === order.anchor &&
    (order.survey === undefined || order.survey === first.survey);
  if (same) return { ...ordered, invitation: first };
  const faults = [{ pointer: '/key', code: 'taken' }];
  return { refusal: new AppError('conflict', 'invitation-differs', { faults }) };
}
