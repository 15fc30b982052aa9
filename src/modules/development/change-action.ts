import { AppError } from '#platform/errors.ts';
import { canBeTold, changesOf, nextStatuses, type StoredAction } from './action.ts';
import { holdAction, updateContent, updateStatus } from './action-store.ts';
import { checkAction } from './check-action.ts';
import type { ActionChange, StatusChange } from './contract.ts';
import type { DevelopmentContext } from './development-context.ts';
import { remember } from './history.ts';
import { takeDown } from './publish-reply.ts';

/**
 * Writes over what an action says. What it says already is no change, so a repeated request is safe.
 * @throws AppError `conflict` when somebody else changed it after the writer had read it.
 */
export async function changeAction(
  ctx: DevelopmentContext,
  id: string,
  change: ActionChange,
): Promise<void> {
  const action = await holdAction(ctx, id);
  const changes = changesOf(action, change);
  if (changes.length === 0) return;
  requireSeen(action, change.revision);
  await checkAction(ctx, action.node, change);
  await updateContent(ctx, id, change);
  await remember(ctx, id, 'edited', { changes });
}

/**
 * Moves an action on, rejects it (with a reason) or opens it again. A reply that would no longer be true, because the
 * action is neither done nor being done any more, is taken from the public at the same time.
 * @throws AppError `conflict` when it cannot go there or somebody else changed it meanwhile.
 */
export async function changeStatus(
  ctx: DevelopmentContext,
  id: string,
  { status, note, revision }: StatusChange,
): Promise<void> {
  const action = await holdAction(ctx, id);
  if (action.status === status) return;
  requireSeen(action, revision);
  if (!nextStatuses(action.status).includes(status))
    throw new AppError('conflict', 'action-status-not-next');
  if (status === 'rejected' && note === '') {
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/note', code: 'reason-needed' }],
    });
  }
  await updateStatus(ctx, id, status);
  await remember(ctx, id, 'status', { from: action.status, to: status, note });
  if (!canBeTold(status)) await takeDown(ctx, id);
}

function requireSeen(action: StoredAction, revision: number): void {
  if (action.revision !== revision) throw new AppError('conflict', 'action-changed');
}
