import { expect } from 'vitest';
import { newId } from '#platform/ids.ts';
import { buildActor, buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { createAction } from './create-action.ts';
import { listDiscussions, saveDiscussion } from './discussion.ts';
import { actionForm } from './rig-for-tests.ts';

const test = withDatabase();
const held = { periodFrom: '2026-10-01', periodTo: '2026-10-31', agreed: 'Soitamme tuloksesta.' };

async function begin(ctx: TestContext) {
  const unit = await buildNode(ctx);
  return { unit, mine: ctx.as({ actor: await buildActor(ctx, 'supervisor', unit.id) }) };
}

test('what was agreed is kept with its writer and the actions that came of it', async ({ ctx }) => {
  const { unit, mine } = await begin(ctx);
  const id = newId();
  await saveDiscussion(mine, unit.id, id, held);
  await createAction(mine, unit.id, actionForm({ discussion: id }));
  expect(await listDiscussions(ctx, unit.id)).toEqual([
    { ...held, id, heldOn: '2026-11-18', by: expect.stringContaining('Henkilö'), actions: 1 },
  ]);
});
test('its writer may save again under the same id, as a long meeting does', async ({ ctx }) => {
  const { unit, mine } = await begin(ctx);
  const id = newId();
  await saveDiscussion(mine, unit.id, id, held);
  await saveDiscussion(mine, unit.id, id, {
    ...held,
    agreed: 'Soitamme tuloksesta samana päivänä.',
  });
  expect(await listDiscussions(ctx, unit.id)).toMatchObject([
    { agreed: 'Soitamme tuloksesta samana päivänä.' },
  ]);
});
test('nobody else writes over it, nor moves it to another node', async ({ ctx }) => {
  const { unit, mine } = await begin(ctx);
  const id = newId();
  await saveDiscussion(mine, unit.id, id, held);
  const another = ctx.as({ actor: await buildActor(ctx, 'supervisor') });
  const elsewhere = await buildNode(ctx);
  await expect(
    saveDiscussion(another, unit.id, id, { ...held, agreed: 'Muuta.' }),
  ).rejects.toMatchObject({ kind: 'conflict', code: 'discussion-of-another' });
  await expect(saveDiscussion(mine, elsewhere.id, id, held)).rejects.toMatchObject({
    kind: 'conflict',
  });
  expect(await listDiscussions(ctx, unit.id)).toMatchObject([{ agreed: held.agreed }]);
});
test('another county saves none here and sees none', async ({ ctx, other }) => {
  const { unit, mine } = await begin(ctx);
  await saveDiscussion(mine, unit.id, newId(), held);
  const foreign = other.as({ actor: await buildActor(other, 'supervisor') });
  await expect(saveDiscussion(foreign, unit.id, newId(), held)).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect(await listDiscussions(other, unit.id)).toEqual([]);
});
