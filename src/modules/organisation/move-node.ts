import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { defineEvent } from '#platform/events.ts';
import { dayOf } from '#platform/time.ts';
import type { Node, NodeClosing } from './contract.ts';
import { hasOpenBelow, isBelow, selectDepths } from './node-store.ts';
import { lockTree, replant } from './place-store.ts';
import type { OrganisationTables } from './tables.ts';
import { getNode, nodeChanged } from './tree.ts';
import { DEEPEST, KINDS_BELOW } from './tree-rules.ts';

/** Nodes were moved. What was counted until `lastDay`, that day included, stays where they stood. */
export const nodesMoved = defineEvent<{ nodes: readonly string[]; lastDay: string }>(
  'organisation.nodesMoved',
);

type Ctx = Context<OrganisationTables>;

/**
 * Moves a node with all below it. Who reaches it follows at once; the day of the move still counts to the old place.
 * @throws AppError `invalid` when it does not belong there.
 */
export async function moveNode(ctx: Ctx, id: string, parentId: string): Promise<Node> {
  await lockTree(ctx);
  const [node, parent] = [await getNode(ctx, id), await getNode(ctx, parentId)];
  if (node.parent === parentId) return node;
  if (node.parent === null || parent.closed || !KINDS_BELOW[parent.kind].includes(node.kind))
    throw refusal('/parent', 'not-below-that');
  if (await isBelow(ctx, parentId, id)) throw refusal('/parent', 'below-itself');
  const { above } = await selectDepths(ctx, parentId);
  const { below } = await selectDepths(ctx, id);
  if (above + 1 + below > DEEPEST) throw refusal('/parent', 'too-deep');
  const lastDay = dayOf(ctx.now());
  await ctx.db
    .updateTable('node')
    .set({ parent_id: parentId })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
  await replant(ctx, [id], lastDay);
  await ctx.emit(nodesMoved({ nodes: [id], lastDay }));
  await ctx.emit(nodeChanged({ nodes: [id] }));
  return getNode(ctx, id);
}

/**
 * Closes a node or opens it again. A closed one stays in figures and history; with a successor it is merged: its
 * public address and its feedback points lead there. @throws AppError `invalid`.
 */
export async function closeNode(ctx: Ctx, id: string, closing: NodeClosing): Promise<Node> {
  await lockTree(ctx);
  const node = await getNode(ctx, id);
  if (closing.closed) await refuseClosing(ctx, node, closing.successor);
  else if (node.closed && (await getNode(ctx, node.parent ?? id)).closed)
    throw refusal('/closed', 'parent-closed');
  await ctx.db
    .updateTable('node')
    .set(({ fn, val, ref }) => ({
      closed_at: closing.closed ? fn.coalesce(ref('closed_at'), val(ctx.now())) : null,
      successor_id: closing.closed ? closing.successor : null,
    }))
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
  if (closing.closed && closing.successor !== null) await leadOn(ctx, id, closing.successor);
  await ctx.emit(nodeChanged({ nodes: [id] }));
  return getNode(ctx, id);
}

/** Whoever went on in the node now goes on in its successor, so that no way leads over two. */
async function leadOn(ctx: Ctx, id: string, successor: string): Promise<void> {
  await ctx.db
    .updateTable('node')
    .set({ successor_id: successor })
    .where('county_id', '=', ctx.county)
    .where('successor_id', '=', id)
    .execute();
}

async function refuseClosing(ctx: Ctx, node: Node, successor: string | null): Promise<void> {
  if (node.parent === null) throw refusal('/closed', 'root-stays');
  if (await hasOpenBelow(ctx, node.id)) throw refusal('/closed', 'open-below');
  if (successor === null) return;
  const heir = await getNode(ctx, successor);
  if (heir.id === node.id || heir.closed || heir.kind !== node.kind)
    throw refusal('/successor', 'no-successor');
}

const refusal = (pointer: string, code: string): AppError =>
  new AppError('invalid', 'input-invalid', { faults: [{ pointer, code }] });
