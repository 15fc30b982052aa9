import { expect } from 'vitest';
import { buildActor, buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { newId } from '#platform/ids.ts';
import { createAction } from './create-action.ts';
import { saveDiscussion } from './discussion.ts';
import { getAction } from './get-action.ts';
import { listSources } from './list-sources.ts';
import { actionForm, buildAnswer, buildPath } from './rig-for-tests.ts';

const test = withDatabase();

async function supervisorOf(ctx: TestContext) {
  const unit = await buildNode(ctx);
  return { unit, mine: ctx.as({ actor: await buildActor(ctx, 'supervisor', unit.id) }) };
}

test('an action stands in its unit with all that was written and its first line of history', async ({
  ctx,
}) => {
  const { unit, mine } = await supervisorOf(ctx);
  const action = await getAction(mine, await createAction(mine, unit.id, actionForm()));
  expect(action).toMatchObject({
    status: 'proposed',
    revision: 1,
    title: 'Soitamme tuloksesta samana päivänä',
    node: { id: unit.id },
    overdue: false,
    reply: null,
  });
  expect(action.history.map(({ kind, by }) => [kind, by])).toEqual([
    ['created', expect.stringContaining('Henkilö')],
  ]);
  expect(action.may).toEqual({
    change: true,
    readSources: true,
    writeReply: true,
    publishReply: false,
  });
});
test('its sources are answers of the node and of what is below it', async ({ ctx }) => {
  const service = await buildNode(ctx, { kind: 'service' });
  const unit = await buildNode(ctx, { parent: service.id });
  const team = ctx.as({ actor: await buildActor(ctx, 'experience-team') });
  const told = await buildAnswer(ctx, unit.id, { text: 'Odotin viikon.', recommendation: 4 });
  const silent = await buildAnswer(ctx, unit.id);
  const id = await createAction(team, service.id, actionForm({ sources: [told, silent, told] }));
  const sources = await listSources(team, id);
  expect(sources).toHaveLength(2);
  expect(sources.find(({ answer }) => answer === told)).toMatchObject({
    text: 'Odotin viikon.',
    recommendation: 4,
    day: '2026-11-18',
    node: { id: unit.id },
  });
  expect(sources.find(({ answer }) => answer === silent)).toMatchObject({ text: null });
});
test('feedback of another unit is refused, and so is what there is not, in the same words', async ({
  ctx,
  other,
}) => {
  const { unit, mine } = await supervisorOf(ctx);
  const [own, theirs] = [
    await buildAnswer(ctx, unit.id),
    await buildAnswer(ctx, (await buildNode(ctx)).id),
  ];
  const foreign = await buildAnswer(other, (await buildNode(other)).id);
  const refusal = createAction(
    mine,
    unit.id,
    actionForm({ sources: [own, theirs, newId(), foreign] }),
  );
  await expect(refusal).rejects.toMatchObject({
    kind: 'invalid',
    faults: [1, 2, 3].map((index) => ({ pointer: `/sources/${index}`, code: 'source-not-here' })),
  });
});
test('it may concern a phase of a path, and tells its names', async ({ ctx }) => {
  const { unit, mine } = await supervisorOf(ctx);
  const path = await buildPath(ctx);
  const action = await getAction(
    mine,
    await createAction(mine, unit.id, actionForm({ place: { path: path.id, anchor: path.phase } })),
  );
  expect(action.place).toMatchObject({
    path: path.id,
    anchor: path.phase,
    pathTitle: { fi: path.title },
    phaseTitle: { fi: path.phaseTitle },
  });
});
test('a phase that the path does not have, and a path of another county, are refused', async ({
  ctx,
  other,
}) => {
  const { unit, mine } = await supervisorOf(ctx);
  const [path, foreign] = [await buildPath(ctx), await buildPath(other)];
  for (const place of [
    { path: path.id, anchor: 'ei-ole' },
    { path: foreign.id, anchor: foreign.phase },
  ]) {
    await expect(createAction(mine, unit.id, actionForm({ place }))).rejects.toMatchObject({
      faults: [{ pointer: '/place', code: 'place-not-found' }],
    });
  }
});
test('it may come from a discussion of its own node only', async ({ ctx }) => {
  const { unit, mine } = await supervisorOf(ctx);
  const elsewhere = await buildNode(ctx);
  const [here, there] = [newId(), newId()];
  const held = { periodFrom: '2026-10-01', periodTo: '2026-10-31', agreed: 'Soitamme.' };
  await saveDiscussion(mine, unit.id, here, held);
  await saveDiscussion(mine, elsewhere.id, there, held);
  const action = await getAction(
    mine,
    await createAction(mine, unit.id, actionForm({ discussion: here })),
  );
  expect(action.discussion).toEqual({ id: here, heldOn: '2026-11-18' });
  await expect(
    createAction(mine, unit.id, actionForm({ discussion: there })),
  ).rejects.toMatchObject({ faults: [{ code: 'discussion-not-here' }] });
});
test('the same form sent twice makes one action, and another one under its id is refused', async ({
  ctx,
}) => {
  const { unit, mine } = await supervisorOf(ctx);
  const form = actionForm({ id: newId() });
  const ids = [await createAction(mine, unit.id, form), await createAction(mine, unit.id, form)];
  expect(ids[0]).toBe(ids[1]);
  expect((await getAction(mine, ids[0]!)).history).toHaveLength(1);
  await expect(createAction(mine, unit.id, { ...form, title: 'Muu' })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'action-id-used',
  });
  const elsewhere = await buildNode(ctx);
  await expect(createAction(mine, elsewhere.id, form)).rejects.toMatchObject({
    kind: 'conflict',
    code: 'action-id-used',
  });
});
test('another county finds neither the action nor the node', async ({ ctx, other }) => {
  const { unit, mine } = await supervisorOf(ctx);
  const id = await createAction(mine, unit.id, actionForm());
  const foreign = other.as({ actor: await buildActor(other, 'supervisor') });
  await expect(getAction(foreign, id)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(createAction(foreign, unit.id, actionForm())).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect(await listSources(foreign, id)).toEqual([]);
});
