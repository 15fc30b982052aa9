import { getCounty } from '#modules/organisation';
import { accountOf } from '#platform/context.ts';
import { AppError, found } from '#platform/errors.ts';
import { defineEvent } from '#platform/events.ts';
import { holdAction } from './action-store.ts';
import type { ReplyHindrance, ReplySeen } from './contract.ts';
import type { DevelopmentContext } from './development-context.ts';
import { listEvents, remember } from './history.ts';
import { hindrancesOf, replyRevision } from './reply.ts';
import { findReply, markPublished, markWithdrawn } from './reply-store.ts';

/** What the public sees of replies has changed: one was published, or one is no longer there. */
export const replyPublished = defineEvent<{ reply: string }>('replyPublished');

/**
 * Puts the reply that the publisher has read before the public. Nobody publishes what they wrote themselves, not even
 * one language or one sentence of it.
 * @throws AppError `forbidden` for a writer of its text; `conflict` when it is not ready, or changed after it was read.
 */
export async function publishReply(
  ctx: DevelopmentContext,
  action: string,
  { revision }: ReplySeen,
): Promise<void> {
  const held = await holdAction(ctx, action);
  const reply = found(await findReply(ctx, action), 'reply-not-found');
  if (reply.status === 'published') return;
  const events = await listEvents(ctx, action);
  const { languages } = await getCounty(ctx);
  const hindrance = hindrancesOf({
    reply,
    events,
    status: held.status,
    languages,
    account: accountOf(ctx),
  }).at(-1);
  if (hindrance) throw refusalOf(hindrance);
  if (replyRevision(events) !== revision) throw new AppError('conflict', 'reply-changed');
  await markPublished(ctx, held, accountOf(ctx));
  await remember(ctx, action, 'reply-published');
  await ctx.emit(replyPublished({ reply: reply.id }));
}

function refusalOf(hindrance: ReplyHindrance): AppError {
  if (hindrance === 'own-text') return new AppError('forbidden', 'reply-own-text');
  return new AppError('conflict', `reply-${hindrance}`);
}

/** Takes a published reply from the public. Doing it again changes nothing. @throws AppError `not-found`. */
export async function withdrawReply(ctx: DevelopmentContext, action: string): Promise<void> {
  await holdAction(ctx, action);
  found(await findReply(ctx, action), 'reply-not-found');
  await takeDown(ctx, action);
}

/** Takes the reply of a held action from the public, if it is there. */
export async function takeDown(ctx: DevelopmentContext, action: string): Promise<void> {
  const reply = await findReply(ctx, action);
  if (reply?.status !== 'published') return;
  await markWithdrawn(ctx, action);
  await remember(ctx, action, 'reply-withdrawn');
  await ctx.emit(replyPublished({ reply: reply.id }));
}
