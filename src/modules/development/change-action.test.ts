import { expect } from 'vitest';
import { buildActor, buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { changeAction, changeStatus } from './change-action.ts';
import type { ActionStatus } from './contract.ts';
import { createAction } from './create-action.ts';
import { getAction } from './get-action.ts';
import { listActions } from './list-actions.ts';
import { publishReply, replyPublished } from './publish-reply.ts';
import { listPublishedReplies } from './published-replies.ts';
import { actionForm, buildAnswer, replyTexts } from './rig-for-tests.ts';
import { writeReply } from './write-reply.ts';

const test = withDatabase();

async function begin(ctx: TestContext) {
  const unit = await buildNode(ctx);
  const mine = ctx.as({ actor: await buildActor(ctx, 'supervisor', unit.id) });
  return { unit, mine, id: await createAction(mine, unit.id, actionForm()) };
}

async function move(ctx: TestContext, id: string, status: ActionStatus, note = '') {
  await changeStatus(ctx, id, { status, note, revision: (await getAction(ctx, id)).revision });
}

test('a change is written over and remembered with what was before', async ({ ctx }) => {
  const { unit, mine, id } = await begin(ctx);
  const source = await buildAnswer(ctx, unit.id);
  await changeAction(mine, id, {
    ...actionForm({ due: '2026-12-31', sources: [source] }),
    revision: 1,
  });
  const action = await getAction(mine, id);
  expect(action).toMatchObject({ due: '2026-12-31', revision: 2, sources: [source] });
  expect(action.history.at(-1)).toMatchObject({
    kind: 'edited',
    changes: [
      { field: 'due', from: '2026-12-01', to: '2026-12-31' },
      { field: 'sources', from: '0', to: '1' },
    ],
  });
});
test('who read an older text is told of the clash, and nothing is written over', async ({
  ctx,
}) => {
  const { mine, id } = await begin(ctx);
  await changeAction(mine, id, { ...actionForm({ title: 'Ensimmäinen' }), revision: 1 });
  await expect(
    changeAction(mine, id, { ...actionForm({ title: 'Toinen' }), revision: 1 }),
  ).rejects.toMatchObject({ kind: 'conflict', code: 'action-changed' });
  expect((await getAction(mine, id)).title).toBe('Ensimmäinen');
});
test('the same change sent again is no clash and leaves no second line', async ({ ctx }) => {
  const { mine, id } = await begin(ctx);
  const change = { ...actionForm({ title: 'Uusi' }), revision: 1 };
  await changeAction(mine, id, change);
  await changeAction(mine, id, change);
  expect(await getAction(mine, id)).toMatchObject({
    revision: 2,
    history: [{ kind: 'created' }, { kind: 'edited' }],
  });
});
test('a change cannot bring in feedback of another unit', async ({ ctx }) => {
  const { mine, id } = await begin(ctx);
  const theirs = await buildAnswer(ctx, (await buildNode(ctx)).id);
  await expect(
    changeAction(mine, id, { ...actionForm({ sources: [theirs] }), revision: 1 }),
  ).rejects.toMatchObject({ faults: [{ code: 'source-not-here' }] });
});
test('work goes on step by step, each in the history, and the day it was done is kept', async ({
  ctx,
}) => {
  const { mine, id } = await begin(ctx);
  for (const status of ['decided', 'in-progress', 'done'] as const) await move(mine, id, status);
  const action = await getAction(mine, id);
  expect(action).toMatchObject({ status: 'done', doneOn: '2026-11-18', next: ['in-progress'] });
  expect(action.history.slice(1).map(({ from, to }) => [from, to])).toEqual([
    ['proposed', 'decided'],
    ['decided', 'in-progress'],
    ['in-progress', 'done'],
  ]);
});
test('a small thing may be done at once, but nothing steps back', async ({ ctx }) => {
  const { mine, id } = await begin(ctx);
  await move(mine, id, 'in-progress');
  await expect(move(mine, id, 'decided')).rejects.toMatchObject({
    kind: 'conflict',
    code: 'action-status-not-next',
  });
});
test('a rejection needs its reason, which stays readable', async ({ ctx }) => {
  const { mine, id } = await begin(ctx);
  await expect(move(mine, id, 'rejected')).rejects.toMatchObject({
    kind: 'invalid',
    faults: [{ pointer: '/note', code: 'reason-needed' }],
  });
  await move(mine, id, 'rejected', 'Hoitajia ei riitä.');
  expect((await getAction(mine, id)).history.at(-1)).toMatchObject({
    to: 'rejected',
    note: 'Hoitajia ei riitä.',
  });
});
test('what ended can be opened again', async ({ ctx }) => {
  const { mine, id } = await begin(ctx);
  await move(mine, id, 'done');
  await move(mine, id, 'in-progress', 'Ei toiminutkaan.');
  expect(await getAction(mine, id)).toMatchObject({ status: 'in-progress', doneOn: null });
});
test('the same state sent again changes nothing; another one by an old reading is a clash', async ({
  ctx,
}) => {
  const { mine, id } = await begin(ctx);
  await changeStatus(mine, id, { status: 'decided', note: '', revision: 1 });
  await changeStatus(mine, id, { status: 'decided', note: '', revision: 1 });
  expect((await getAction(mine, id)).history).toHaveLength(2);
  await expect(
    changeStatus(mine, id, { status: 'rejected', note: 'Ei', revision: 1 }),
  ).rejects.toMatchObject({ kind: 'conflict', code: 'action-changed' });
});
test('rejecting takes a reply from the public that would no longer be true', async ({ ctx }) => {
  const { mine, id } = await begin(ctx);
  await move(mine, id, 'in-progress');
  await writeReply(mine, id, { texts: replyTexts, send: true, revision: 0 });
  const publisher = ctx.as({ actor: await buildActor(ctx, 'publisher') });
  await publishReply(publisher, id, { revision: (await getAction(mine, id)).reply!.revision });
  expect(await listPublishedReplies(ctx, {}, 'fi')).toHaveLength(1);
  await move(mine, id, 'rejected', 'Ei onnistunut.');
  expect(await listPublishedReplies(ctx, {}, 'fi')).toEqual([]);
  expect((await getAction(mine, id)).reply).toMatchObject({ state: 'withdrawn' });
  expect(ctx.events.filter(({ name }) => name === replyPublished.event)).toHaveLength(2);
});
test('a node lists what is below it: open by due date, then what ended; overdue is said', async ({
  ctx,
}) => {
  const { unit, mine, id } = await begin(ctx);
  const late = await createAction(
    mine,
    unit.id,
    actionForm({ title: 'Myöhässä', due: '2026-11-17' }),
  );
  const today = await createAction(
    mine,
    unit.id,
    actionForm({ title: 'Tänään', due: '2026-11-18' }),
  );
  const done = await createAction(
    mine,
    unit.id,
    actionForm({ title: 'Valmis', due: '2026-01-01' }),
  );
  await move(mine, done, 'done');
  const elsewhere = await buildNode(ctx);
  await createAction(mine, elsewhere.id, actionForm({ title: 'Muualla' }));
  const list = await listActions(ctx, unit.id);
  expect(list.actions.map((action) => [action.id, action.overdue])).toEqual([
    [late, true],
    [today, false],
    [id, false],
    [done, false],
  ]);
  expect(list).toMatchObject({ overdue: 1, counts: { proposed: 3, done: 1, rejected: 0 } });
  expect((await listActions(ctx, ctx.root)).actions).toHaveLength(5);
});
test('another county lists nothing of it', async ({ ctx, other }) => {
  const { unit } = await begin(ctx);
  expect(await listActions(other, unit.id)).toMatchObject({ actions: [], overdue: 0 });
  expect((await listActions(other, other.root)).actions).toEqual([]);
});
