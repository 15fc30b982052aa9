import { expect } from 'vitest';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { addNode, changeNode, getNode, getNodeBySlug, listUnitsBelow } from './tree.ts';

const test = withDatabase();

test('a unit is found below every node above it', async ({ ctx }) => {
  const domain = await buildNode(ctx, { kind: 'domain' });
  const unit = await buildNode(ctx, { parent: domain.id });
  expect(await listUnitsBelow(ctx, ctx.root)).toEqual([unit.id]);
  expect(await listUnitsBelow(ctx, domain.id)).toEqual([unit.id]);
});
test('nothing can stand below a unit', async ({ ctx }) => {
  const unit = await buildNode(ctx);
  await expect(buildNode(ctx, { parent: unit.id })).rejects.toMatchObject({
    kind: 'invalid',
    faults: [{ pointer: '/kind' }],
  });
});
test('two nodes of the same name get different public addresses', async ({ ctx }) => {
  const first = await buildNode(ctx, { name: 'Äänekosken neuvola' });
  const second = await buildNode(ctx, { name: 'Äänekosken neuvola' });
  expect([first.slug, second.slug]).toEqual(['aanekosken-neuvola', 'aanekosken-neuvola-2']);
  expect((await getNodeBySlug(ctx, second.slug)).id).toBe(second.id);
});
test('a taken code is refused and the field named', async ({ ctx }) => {
  const unit = await buildNode(ctx);
  const again = {
    kind: 'unit',
    code: unit.code,
    oid: null,
    sensitive: false,
    name: { fi: 'Toinen' },
  } as const;
  await expect(addNode(ctx, ctx.root, again)).rejects.toMatchObject({
    kind: 'conflict',
    faults: [{ pointer: '/code' }],
  });
});
test('a name that is taken away in one language is gone, the address stays', async ({ ctx }) => {
  const unit = await buildNode(ctx);
  const changed = await changeNode(ctx, unit.id, {
    oid: null,
    sensitive: true,
    name: { fi: 'Uusi nimi' },
    before: { oid: null, sensitive: false, name: unit.name as { fi: string } },
  });
  expect(changed).toMatchObject({ name: { fi: 'Uusi nimi' }, sensitive: true, slug: unit.slug });
});
test('the same code may stand in two counties, and neither sees the other', async ({
  ctx,
  other,
}) => {
  const mine = await buildNode(ctx);
  await addNode(other, other.root, {
    kind: 'unit',
    code: mine.code,
    oid: null,
    sensitive: false,
    name: { fi: 'Muu' },
  });
  await expect(getNode(other, mine.id)).rejects.toMatchObject({ kind: 'not-found' });
});
