import type { Context } from '#platform/context.ts';
import { AppError, found } from '#platform/errors.ts';
import { defineEvent } from '#platform/events.ts';
import { newId } from '#platform/ids.ts';
import { requireUnchanged } from '#platform/unchanged.ts';
import type { Node, NodeChange, NodeForm } from './contract.ts';
import {
  insertNode,
  selectDepths,
  selectNodes,
  selectUnitsBelow,
  writeNames,
} from './node-store.ts';
import { lockTree } from './place-store.ts';
import { freeSlugAmong, slugOf } from './slug.ts';
import type { OrganisationTables } from './tables.ts';
import { DEEPEST, KINDS_BELOW } from './tree-rules.ts';

/** Nodes were added, closed or moved, or their names changed: whatever shows them is out of date. */
export const nodeChanged = defineEvent<{ nodes: readonly string[] }>('organisation.nodeChanged');

type Ctx = Context<OrganisationTables>;

/** The whole tree of the county, parents before children. */
export const listNodes = (ctx: Ctx): Promise<Node[]> => selectNodes(ctx);

/** The given nodes; unknown ids are left out. */
export const findNodes = (ctx: Ctx, ids: readonly string[]): Promise<Node[]> =>
  selectNodes(ctx, { ids });

/**
 * The open nodes that the given ones are today: a merged one is the one in which it goes on, and a closed one without
 * such is none.
 */
export async function findStandingNodes(ctx: Ctx, ids: readonly string[]): Promise<Node[]> {
  const nodes = await findNodes(ctx, ids);
  const heirs = nodes.flatMap(({ closed, successor }) => (closed && successor) || []);
  const given = new Set(ids);
  const more = await findNodes(
    ctx,
    heirs.filter((id) => !given.has(id)),
  );
  const wanted = new Set([...ids, ...heirs]);
  return [...nodes, ...more].filter(({ id, closed }) => !closed && wanted.has(id));
}

/** The ids of the units at or below a node. */
export const listUnitsBelow = (ctx: Ctx, node: string): Promise<string[]> =>
  selectUnitsBelow(ctx, node);

/** One node. @throws AppError `not-found`. */
export async function getNode(ctx: Ctx, id: string): Promise<Node> {
  return found((await selectNodes(ctx, { ids: [id] }))[0], 'node-not-found');
}

/** The county's root node. @throws AppError `not-found` before the county has been prepared. */
export async function getRoot(ctx: Ctx): Promise<Node> {
  const row = await ctx.db
    .selectFrom('node')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('parent_id', 'is', null)
    .executeTakeFirst();
  return getNode(ctx, found(row, 'node-not-found').id);
}

/** The node at a public address. @throws AppError `not-found`. */
export async function getNodeBySlug(ctx: Ctx, slug: string): Promise<Node> {
  const row = await ctx.db
    .selectFrom('node')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return getNode(ctx, found(row, 'node-not-found').id);
}

/**
 * Adds a node below another one. @throws AppError `conflict` when the code or the OID is taken, `invalid` when such
 * a node does not belong there (a unit is a leaf).
 */
export async function addNode(
  ctx: Ctx,
  parentId: string,
  form: NodeForm,
  position = 0,
): Promise<Node> {
  await lockTree(ctx);
  const parent = await getNode(ctx, parentId);
  const isDeep = (await selectDepths(ctx, parentId)).above >= DEEPEST;
  if (parent.closed || isDeep || !KINDS_BELOW[parent.kind].includes(form.kind)) {
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/kind', code: isDeep ? 'too-deep' : 'not-below-that' }],
    });
  }
  await refuseTaken(ctx, form);
  const id = newId();
  const slug = await freeSlug(ctx, slugOf(form.name.fi));
  await insertNode(ctx, {
    id,
    parent: parentId,
    kind: form.kind,
    code: form.code,
    oid: form.oid,
    slug,
    sensitive: form.sensitive,
    name: form.name,
    position,
  });
  await ctx.emit(nodeChanged({ nodes: [id] }));
  return getNode(ctx, id);
}

async function refuseTaken(
  ctx: Ctx,
  form: Pick<NodeForm, 'code' | 'oid'>,
  except?: string,
): Promise<void> {
  const rows = await ctx.db
    .selectFrom('node')
    .select(['id', 'code'])
    .where('county_id', '=', ctx.county)
    .where((where) => where.or([where('code', '=', form.code), where('oid', '=', form.oid)]))
    .execute();
  const other = rows.find(({ id }) => id !== except);
  if (!other) return;
  const pointer = other.code === form.code ? '/code' : '/oid';
  throw new AppError('conflict', 'taken', { faults: [{ pointer, code: 'taken' }] });
}

async function freeSlug(ctx: Ctx, wanted: string): Promise<string> {
  const rows = await ctx.db
    .selectFrom('node')
    .select('slug')
    .where('county_id', '=', ctx.county)
    .where('slug', 'like', `${wanted}%`)
    .execute();
  return freeSlugAmong(new Set(rows.map(({ slug }) => slug)), wanted);
}

/**
 * Changes a node's names, OID and sensitivity; its place, code and address stay.
 * @throws AppError `conflict` when somebody else changed them after the writer had read them.
 */
export async function changeNode(ctx: Ctx, id: string, change: NodeChange): Promise<Node> {
  await lockTree(ctx);
  const { code, ...node } = await getNode(ctx, id);
  const stored = { oid: node.oid, sensitive: node.sensitive, name: node.name };
  const { before, ...wanted } = change;
  requireUnchanged({ stored, before, wanted });
  await refuseTaken(ctx, { code, oid: change.oid }, id);
  await ctx.db
    .updateTable('node')
    .set({ oid: change.oid, sensitive: change.sensitive })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
  await writeNames(ctx, id, change.name);
  await ctx.emit(nodeChanged({ nodes: [id] }));
  return getNode(ctx, id);
}
