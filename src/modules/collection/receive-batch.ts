import type { Actor } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { parse } from '#platform/http/parse.ts';
import { itemProblem } from '#platform/http/problem.ts';
import { hashOf } from '#platform/ids.ts';
import type { Language } from '#platform/i18n.ts';
import { type Log, logFailure } from '#platform/log.ts';
import { nodesAllowing, nodesWithin } from '#platform/permissions.ts';
import type { Limit } from '#platform/rate-limit.ts';
import { refusalOf } from '#platform/outage.ts';
import type { Edge } from '#platform/transaction.ts';
import { AnswerForm, type AnswerResult, type Submission } from './contract.ts';
import { findInvitations } from './invitation-store.ts';
import { can } from './permissions.ts';
import { findOpenPoints } from './point-store.ts';
import { type AnswerParts, receiptOf } from './receive-answer.ts';
import type { CollectionContext } from './tables.ts';

/** What receiving batches needs of the process. */
export interface BatchParts extends AnswerParts {
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition's edge has every table
  readonly edge: Edge<any>;
  readonly log: Log;
}

/** The system that hands a batch in. */
export interface Sender {
  readonly actor: Actor;
  readonly requestId: string;
  readonly language: Language;
}

type Item = { readonly submission: Submission } | { readonly refusal: unknown };
type Received =
  | { readonly status: 200 | 201; readonly id: string; readonly receipt: string }
  | { readonly refusal: unknown };

// So few of a batch wait in the intake at a time that people who answer meanwhile do not wait behind it.
const AT_ONCE = 100;
// Invitations that lead nowhere, by one system: each is a guess, or an old list.
const FAILED_INVITATIONS: Limit = {
  name: 'failed-invitations-in-batches',
  uses: 5_000,
  windowSeconds: 600,
  lease: 50,
};

/**
 * Receives answers that another system hands in together: each as if it had come alone, through the same intake, but
 * only for the units that the system's token reaches. What became of each comes back in the order of the batch.
 * @throws AppError `unavailable` when none of them could be stored.
 */
export async function receiveBatch(
  parts: BatchParts,
  given: readonly unknown[],
  sender: Sender,
): Promise<AnswerResult[]> {
  const items = await openBatch(parts, given.map(readItem), sender);
  const received: Received[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const some = items.slice(start, start + AT_ONCE);
    const outage = received.findLast(isUnavailable);
    // When the intake cannot store, the rest is not tried: every answer would wait as long as these did.
    const next = outage
      ? some.map(() => outage)
      : await Promise.all(some.map((item) => submit(parts, item, sender)));
    received.push(...next);
  }
  if (received.every(isUnavailable)) throw received[0]!.refusal;
  return received.map((each, index) =>
    'refusal' in each ? itemProblem(each.refusal, sender.language, `/answers/${index}`) : each,
  );
}

const isUnavailable = (each: Received): each is { refusal: AppError } =>
  'refusal' in each && each.refusal instanceof AppError && each.refusal.kind === 'unavailable';

function readItem(item: unknown): Item {
  try {
    return { submission: parse(AnswerForm, item) };
  } catch (refusal) {
    return { refusal };
  }
}

/** Writes that a batch came, from whom and of how many, and refuses what is of units that the token does not reach. */
async function openBatch(
  { edge }: BatchParts,
  items: readonly Item[],
  { actor, requestId }: Sender,
): Promise<Item[]> {
  const [node] = nodesAllowing(actor, can.receiveBatch);
  try {
    return await edge.write(actor, requestId, async (ctx) => {
      const detail = { items: items.length };
      await ctx.audit({ action: can.receiveBatch.name, ...(node && { node }), detail });
      return refuseOutside(ctx, items);
    });
  } catch (error) {
    throw refusalOf(error, { stores: true });
  }
}

async function refuseOutside(ctx: CollectionContext, items: readonly Item[]): Promise<Item[]> {
  const places = await findPlaces(
    ctx,
    items.flatMap((item) => ('submission' in item ? item.submission : [])),
  );
  const within = await nodesWithin(ctx, can.receiveBatch, [...new Set(places.values())]);
  return items.map((item) => {
    const place = 'submission' in item ? places.get(item.submission) : undefined;
    if (!('submission' in item) || place === undefined || within.has(place)) return item;
    return { refusal: outside(item.submission) };
  });
}

function outside({ token, node }: Submission): AppError {
  const field = token === undefined ? (node === undefined ? 'code' : 'node') : 'token';
  const faults = [{ pointer: `/${field}`, code: 'outside-token' }];
  return new AppError('forbidden', 'outside-token', { faults });
}

/** The unit of each answer, as far as it is known already; about the others the intake has its word. */
async function findPlaces(
  ctx: CollectionContext,
  submissions: readonly Submission[],
): Promise<Map<Submission, string>> {
  const points = await findOpenPoints(ctx, [
    ...new Set(submissions.flatMap(({ code }) => code ?? [])),
  ]);
  const invitations = await findInvitations(
    ctx,
    submissions.flatMap(({ token }) => (token === undefined ? [] : hashOf(token))),
  );
  const placeOf = ({ code, token, node }: Submission): string | undefined => {
    if (token !== undefined) return invitations.get(hashOf(token).toString('hex'))?.node;
    const point = points.get(code ?? '');
    return point?.node ?? node ?? (point?.units.length === 1 ? point.units[0] : undefined);
  };
  return new Map(
    submissions.flatMap((submission) => {
      const place = placeOf(submission);
      return place === undefined ? [] : [[submission, place] as const];
    }),
  );
}

async function submit(
  { intake, limits, log }: BatchParts,
  item: Item,
  { actor, requestId }: Sender,
): Promise<Received> {
  if ('refusal' in item) return item;
  const { id, token } = item.submission;
  try {
    const outcome = await intake.submit(item.submission);
    if (outcome.kind === 'gone' && token !== undefined && actor.kind === 'token')
      await limits.use(FAILED_INVITATIONS, actor.id);
    return { id, ...receiptOf(outcome) };
  } catch (error) {
    const refusal = refusalOf(error, { stores: true });
    logFailure(log, error, refusal, { requestId });
    return { refusal };
  }
}
