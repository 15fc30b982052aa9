import { getNode } from '#modules/organisation';
import { accountOf } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { changesOf } from './action.ts';
import { findAction, insertAction } from './action-store.ts';
import { checkAction } from './check-action.ts';
import type { ActionForm } from './contract.ts';
import type { DevelopmentContext } from './development-context.ts';
import { remember } from './history.ts';

/**
 * Writes down what a node will do because of feedback; its id comes back. The same form sent twice makes one action.
 * @throws AppError `invalid` for sources, a place or a discussion that are not the node's, `conflict` when the id
 * stands for another action.
 */
export async function createAction(
  ctx: DevelopmentContext,
  node: string,
  form: ActionForm,
): Promise<string> {
  await getNode(ctx, node);
  await checkAction(ctx, node, form);
  const id = form.id ?? newId();
  const inserted = await insertAction(ctx, { ...form, id, node, createdBy: accountOf(ctx) });
  if (inserted) await remember(ctx, id, 'created');
  else await requireSame(ctx, id, node, form);
  return id;
}

async function requireSame(
  ctx: DevelopmentContext,
  id: string,
  node: string,
  form: ActionForm,
): Promise<void> {
  const stored = await findAction(ctx, id);
  const same = stored && stored.node === node && changesOf(stored, form).length === 0;
  if (!same) throw new AppError('conflict', 'action-id-used');
}
