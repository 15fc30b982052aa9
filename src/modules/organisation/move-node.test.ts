import { expect } from 'vitest';
import { mayOn } from '#platform/permissions.ts';
import { buildActor, buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { closeNode, moveNode } from './move-node.ts';
import { addNode, findStandingNodes, getNodeBySlug } from './tree.ts';

const test = withDatabase();
const action = { name: 'test.do', roles: ['supervisor'] } as const;

async function buildServices(ctx: TestContext) {
  const [from, to] = [
    await buildNode(ctx, { kind: 'service' }),
    await buildNode(ctx, { kind: 'service' }),
  ];
  const inner = await buildNode(ctx, { kind: 'service', parent: from.id });
  const unit = await buildNode(ctx, { parent: inner.id });
  return { from, to, inner, unit };
}

test('a role reaches what was moved below it at once, and no longer what was moved away', async ({
  ctx,
}) => {
  const { from, to, inner, unit } = await buildServices(ctx);
  const reaches = async (node: string) =>
    mayOn(ctx.as({ actor: await buildActor(ctx, 'supervisor', node) }), action, unit.id);
  expect([await reaches(from.id), await reaches(to.id), await reaches(inner.id)]).toEqual([
    true,
    false,
    true,
  ]);
  await moveNode(ctx, inner.id, to.id);
  expect([await reaches(from.id), await reaches(to.id), await reaches(inner.id)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('a move keeps the public address and says what was moved and until when the old place counts', async ({
  ctx,
}) => {
  const { to, unit } = await buildServices(ctx);
  await moveNode(ctx, unit.id, to.id);
  expect((await getNodeBySlug(ctx, unit.slug)).parent).toBe(to.id);
  expect(ctx.events.find(({ name }) => name === 'organisation.nodesMoved')?.data).toEqual({
    nodes: [unit.id],
    lastDay: '2026-11-18',
  });
});

test('whoever goes back on the same day has never left', async ({ ctx }) => {
  const { from, to, inner } = await buildServices(ctx);
  const places = () =>
    ctx.db
      .selectFrom('node_ancestor')
      .selectAll()
      .where('county_id', '=', ctx.county)
      .orderBy('node_id')
      .orderBy('depth')
      .execute();
  const before = await places();
  await moveNode(ctx, inner.id, to.id);
  await moveNode(ctx, inner.id, from.id);
  expect(await places()).toEqual(before);
  expect(
    await ctx.db
      .selectFrom('former_ancestor')
      .selectAll()
      .where('county_id', '=', ctx.county)
      .execute(),
  ).toEqual([]);
});

test('nothing moves below itself, below a unit, below what is closed, or the county anywhere', async ({
  ctx,
}) => {
  const { from, to, inner, unit } = await buildServices(ctx);
  await expect(moveNode(ctx, from.id, inner.id)).rejects.toMatchObject({
    faults: [{ code: 'below-itself' }],
  });
  await expect(moveNode(ctx, to.id, unit.id)).rejects.toMatchObject({
    faults: [{ code: 'not-below-that' }],
  });
  await expect(moveNode(ctx, ctx.root, to.id)).rejects.toMatchObject({
    faults: [{ code: 'not-below-that' }],
  });
  await closeNode(ctx, to.id, { closed: true, successor: null });
  await expect(moveNode(ctx, unit.id, to.id)).rejects.toMatchObject({
    faults: [{ code: 'not-below-that' }],
  });
  await expect(buildNode(ctx, { parent: to.id })).rejects.toMatchObject({ kind: 'invalid' });
});

test('what would stand too deep is refused', async ({ ctx }) => {
  let parent = ctx.root;
  for (let depth = 1; depth < 12; depth += 1)
    parent = (await buildNode(ctx, { kind: 'service', parent })).id;
  const { from } = await buildServices(ctx);
  await expect(moveNode(ctx, from.id, parent)).rejects.toMatchObject({
    faults: [{ code: 'too-deep' }],
  });
  const last = await buildNode(ctx, { kind: 'service', parent });
  const unit = { kind: 'unit', code: 'X', oid: null, sensitive: false, name: { fi: 'X' } } as const;
  await expect(addNode(ctx, last.id, unit)).rejects.toMatchObject({
    faults: [{ code: 'too-deep' }],
  });
});

test('merging closes a unit, and every way to it leads to the one that stands', async ({ ctx }) => {
  const [first, second, third] = [await buildNode(ctx), await buildNode(ctx), await buildNode(ctx)];
  await closeNode(ctx, first.id, { closed: true, successor: second.id });
  await closeNode(ctx, second.id, { closed: true, successor: third.id });
  const standing = await findStandingNodes(ctx, [first.id, second.id]);
  expect(standing.map(({ id }) => id)).toEqual([third.id]);
  await closeNode(ctx, second.id, { closed: false, successor: null });
  expect(
    new Set((await findStandingNodes(ctx, [first.id, second.id])).map(({ id }) => id)),
  ).toEqual(new Set([second.id, third.id]));
  await closeNode(ctx, third.id, { closed: true, successor: null });
  expect(await findStandingNodes(ctx, [first.id])).toEqual([]);
});

test('only what has nothing open below is closed, and only into an open one of its kind', async ({
  ctx,
}) => {
  const { from, to, inner, unit } = await buildServices(ctx);
  const other = await buildNode(ctx);
  const close = (id: string, successor: string | null = null) =>
    closeNode(ctx, id, { closed: true, successor });
  await expect(close(inner.id)).rejects.toMatchObject({ faults: [{ code: 'open-below' }] });
  await expect(close(unit.id, to.id)).rejects.toMatchObject({ faults: [{ code: 'no-successor' }] });
  await expect(close(unit.id, unit.id)).rejects.toMatchObject({
    faults: [{ code: 'no-successor' }],
  });
  await expect(close(ctx.root)).rejects.toMatchObject({ faults: [{ code: 'root-stays' }] });
  await close(other.id);
  await expect(close(unit.id, other.id)).rejects.toMatchObject({
    faults: [{ code: 'no-successor' }],
  });
  await close(unit.id);
  await close(inner.id);
  await expect(closeNode(ctx, unit.id, { closed: false, successor: null })).rejects.toMatchObject({
    faults: [{ code: 'parent-closed' }],
  });
  expect((await closeNode(ctx, from.id, { closed: true, successor: to.id })).successor).toBe(to.id);
});
