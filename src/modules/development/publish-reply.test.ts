import { expect } from 'vitest';
import type { Role } from '#platform/context.ts';
import { buildActor, buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { buildFitPath } from '#tests/support/path-builders.ts';
import { changeAction, changeStatus } from './change-action.ts';
import type { ReplyTexts } from './contract.ts';
import { createAction } from './create-action.ts';
import { getAction } from './get-action.ts';
import { listActions } from './list-actions.ts';
import { publishReply, replyPublished, withdrawReply } from './publish-reply.ts';
import { listPublishedReplies } from './published-replies.ts';
import { actionForm, buildPath, replyTexts } from './rig-for-tests.ts';
import { writeReply } from './write-reply.ts';

const test = withDatabase();

interface Given {
  unit?: string;
  begun?: boolean;
  place?: { path: string; anchor: string } | null;
}

async function begin(ctx: TestContext, { unit, begun = true, place = null }: Given = {}) {
  const node = unit ?? (await buildNode(ctx)).id;
  const person = async (role: Role) => ctx.as({ actor: await buildActor(ctx, role) });
  const [anna, bo, cia] = [
    await person('supervisor'),
    await person('experience-team'),
    await person('publisher'),
  ];
  const id = await createAction(anna, node, actionForm({ place }));
  if (begun) await changeStatus(anna, id, { status: 'done', note: '', revision: 1 });
  const revision = async () => (await getAction(ctx, id)).reply?.revision ?? 0;
  return {
    unit: node,
    id,
    anna,
    bo,
    cia,
    revision,
    write: async (by: TestContext, texts: ReplyTexts = replyTexts, send = true) =>
      writeReply(by, id, { texts, send, revision: await revision() }),
    publish: async (by: TestContext) => publishReply(by, id, { revision: await revision() }),
  };
}

const said = (youSaid: string) => ({ youSaid, weDid: 'Muutimme sen.' });
const told = (ctx: TestContext) => ctx.events.filter(({ name }) => name === replyPublished.event);
const inAll = (youSaid: string): ReplyTexts => ({
  fi: said(youSaid),
  sv: said(youSaid),
  en: said(youSaid),
});

test('a reply is public once another person has published it, and not before', async ({ ctx }) => {
  const { id, anna, cia, write, publish } = await begin(ctx);
  await write(anna);
  expect(await listPublishedReplies(ctx, {}, 'fi')).toEqual([]);
  await publish(cia);
  expect(await listPublishedReplies(ctx, {}, 'sv')).toMatchObject([
    { ...replyTexts.sv, language: 'sv', publishedOn: '2026-11-18', path: null },
  ]);
  expect(told(ctx)).toHaveLength(1);
  expect((await getAction(ctx, id)).reply).toMatchObject({
    state: 'published',
    publishedBy: expect.stringContaining('Henkilö'),
  });
});
test('nobody publishes what they wrote themselves', async ({ ctx }) => {
  const { anna, write, publish } = await begin(ctx);
  await write(anna);
  await expect(publish(anna)).rejects.toMatchObject({ kind: 'forbidden', code: 'reply-own-text' });
  expect(await listPublishedReplies(ctx, {}, 'fi')).toEqual([]);
});
test('who wrote an earlier wording may not publish it either, though another wrote last', async ({
  ctx,
}) => {
  const { anna, bo, cia, write, publish } = await begin(ctx);
  await write(anna, inAll('Ensin näin.'), false);
  await write(bo, inAll('Sitten näin.'), false);
  await write(anna, inAll('Lopuksi näin.'));
  for (const writer of [anna, bo])
    await expect(publish(writer)).rejects.toMatchObject({ code: 'reply-own-text' });
  await publish(cia);
});
test('after a publication only those who wrote since are writers', async ({ ctx }) => {
  const { anna, bo, cia, write, publish } = await begin(ctx);
  await write(anna, inAll('Ensin.'));
  await publish(cia);
  await write(bo, inAll('Sitten.'));
  await publish(anna);
  expect(await listPublishedReplies(ctx, {}, 'fi')).toMatchObject([{ youSaid: 'Sitten.' }]);
});
test('a publisher who mends a text is its writer', async ({ ctx }) => {
  const { anna, bo, cia, write, publish } = await begin(ctx);
  await write(anna);
  await publish(cia);
  await write(cia, inAll('Korjattu.'));
  await expect(publish(cia)).rejects.toMatchObject({ code: 'reply-own-text' });
  await publish(bo);
});
test('writing over a published reply takes it from the public until it is published again', async ({
  ctx,
}) => {
  const { anna, cia, write, publish } = await begin(ctx);
  await write(anna);
  await publish(cia);
  await write(anna, inAll('Uusi.'));
  expect(await listPublishedReplies(ctx, {}, 'fi')).toEqual([]);
  expect(told(ctx)).toHaveLength(2);
});
test('the same text again changes nothing: what is published stays so', async ({ ctx }) => {
  const { anna, cia, write, publish } = await begin(ctx);
  await write(anna);
  await publish(cia);
  await write(anna);
  expect(await listPublishedReplies(ctx, {}, 'fi')).toHaveLength(1);
});
test('a draft is not published before its writer hands it over', async ({ ctx }) => {
  const { unit, anna, cia, write, publish } = await begin(ctx);
  await write(anna, replyTexts, false);
  expect((await listActions(ctx, unit)).actions).toMatchObject([{ reply: 'draft' }]);
  await expect(publish(cia)).rejects.toMatchObject({ kind: 'conflict', code: 'reply-not-sent' });
  await write(anna);
  expect((await listActions(ctx, unit)).actions).toMatchObject([{ reply: 'waiting' }]);
  await publish(cia);
  expect((await listActions(ctx, unit)).actions).toMatchObject([{ reply: 'published' }]);
});
test('an action that is not begun has nothing to tell', async ({ ctx }) => {
  const { anna, cia, write, publish } = await begin(ctx, { begun: false });
  await write(anna);
  await expect(publish(cia)).rejects.toMatchObject({
    kind: 'conflict',
    code: 'reply-action-not-begun',
  });
});
test('a draft may lack a language, but cannot be handed over without it', async ({ ctx }) => {
  const { id, anna, cia, write, publish } = await begin(ctx);
  const { fi } = replyTexts;
  await write(anna, { fi: fi! }, false);
  expect((await getAction(ctx, id)).reply).toMatchObject({ missing: ['sv', 'en'], state: 'draft' });
  await expect(write(anna, { fi: fi! }, true)).rejects.toMatchObject({
    kind: 'invalid',
    faults: [{ pointer: '/texts/sv', code: 'language-missing' }, { pointer: '/texts/en' }],
  });
  await expect(publish(cia)).rejects.toMatchObject({ kind: 'conflict' });
});
test('a language that the county takes up later is missed at publication', async ({ ctx }) => {
  const { anna, cia, write, publish } = await begin(ctx);
  await ctx.db
    .updateTable('county')
    .set({ languages: ['fi'] })
    .where('county_id', '=', ctx.county)
    .execute();
  await write(anna, { fi: replyTexts.fi! });
  await ctx.db
    .updateTable('county')
    .set({ languages: ['fi', 'sv'] })
    .where('county_id', '=', ctx.county)
    .execute();
  await expect(publish(cia)).rejects.toMatchObject({ code: 'reply-languages-missing' });
});
test('personal data never slips into a reply', async ({ ctx }) => {
  const { anna, write } = await begin(ctx);
  const texts = {
    ...replyTexts,
    sv: { youSaid: 'Soitimme numeroon 040 123 4567.', weDid: 'matti@example.fi ja 131052-308T' },
  };
  await expect(write(anna, texts)).rejects.toMatchObject({
    kind: 'invalid',
    faults: [
      { pointer: '/texts/sv/youSaid', code: 'personal-data' },
      { pointer: '/texts/sv/weDid', code: 'personal-data' },
    ],
  });
});
test('a reply without any text is refused', async ({ ctx }) => {
  const { anna, write } = await begin(ctx);
  await expect(write(anna, {}, false)).rejects.toMatchObject({
    faults: [{ pointer: '/texts', code: 'missing' }],
  });
});
test('a publisher publishes what they have read, not what was written after it', async ({
  ctx,
}) => {
  const { id, anna, bo, cia, write, revision } = await begin(ctx);
  await write(anna);
  const read = await revision();
  await write(bo, inAll('Muuta.'));
  await expect(publishReply(cia, id, { revision: read })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'reply-changed',
  });
});
test('of two writers the later one is told of the clash', async ({ ctx }) => {
  const { id, anna, bo, write } = await begin(ctx);
  await write(anna, inAll('Annan.'));
  await expect(
    writeReply(bo, id, { texts: inAll('Bon.'), send: true, revision: 0 }),
  ).rejects.toMatchObject({ kind: 'conflict', code: 'reply-changed' });
  expect((await getAction(ctx, id)).reply?.texts.fi?.youSaid).toBe('Annan.');
});
test('a withdrawn reply is gone from the public and may come back by another than its writer', async ({
  ctx,
}) => {
  const { id, anna, cia, write, publish } = await begin(ctx);
  await write(anna);
  await publish(cia);
  await withdrawReply(cia, id);
  await withdrawReply(cia, id);
  expect(await listPublishedReplies(ctx, {}, 'fi')).toEqual([]);
  expect(told(ctx)).toHaveLength(2);
  await expect(publish(anna)).rejects.toMatchObject({ code: 'reply-own-text' });
  await publish(cia);
  expect((await getAction(ctx, id)).history.map(({ kind }) => kind)).toEqual([
    'created',
    'status',
    'reply-written',
    'reply-published',
    'reply-withdrawn',
    'reply-published',
  ]);
});
test('a reply stands on the phase, in its unit and in every node above it', async ({ ctx }) => {
  const path = await buildPath(ctx);
  const service = await buildNode(ctx, { kind: 'service' });
  const unit = await buildNode(ctx, { parent: service.id, name: 'Mallilan vastaanotto' });
  const { anna, cia, write, publish } = await begin(ctx, {
    unit: unit.id,
    place: { path: path.id, anchor: path.step },
  });
  await write(anna);
  await publish(cia);
  const elsewhere = await buildNode(ctx);
  expect(await listPublishedReplies(ctx, { path: path.id }, 'fi')).toMatchObject([
    {
      node: { name: 'Mallilan vastaanotto', slug: unit.slug },
      path: {
        title: path.title,
        anchor: path.step,
        phase: path.phase,
        phaseTitle: path.phaseTitle,
        slug: path.slug,
      },
    },
  ]);
  for (const [node, count] of [
    [unit.id, 1],
    [service.id, 1],
    [ctx.root, 1],
    [elsewhere.id, 0],
  ] as const) {
    expect(await listPublishedReplies(ctx, { node }, 'en')).toHaveLength(count);
  }
});
test('a path that is not public lends its name to no reply', async ({ ctx }) => {
  const { path, phase } = await buildFitPath(ctx);
  const { anna, cia, write, publish } = await begin(ctx, { place: { path, anchor: phase } });
  await write(anna);
  await publish(cia);
  expect(await listPublishedReplies(ctx, {}, 'fi')).toMatchObject([{ path: null }]);
});
test('a published reply stays where its publisher saw it when the action is moved', async ({
  ctx,
}) => {
  const path = await buildPath(ctx);
  const { id, anna, cia, write, publish } = await begin(ctx, {
    place: { path: path.id, anchor: path.phase },
  });
  await write(anna);
  await publish(cia);
  await changeAction(anna, id, {
    ...actionForm({ place: null }),
    revision: (await getAction(ctx, id)).revision,
  });
  expect(await listPublishedReplies(ctx, { path: path.id }, 'fi')).toHaveLength(1);
});
test('another county sees and changes nothing of it', async ({ ctx, other }) => {
  const { id, unit, anna, cia, write, publish } = await begin(ctx);
  await write(anna);
  await publish(cia);
  expect(await listPublishedReplies(other, {}, 'fi')).toEqual([]);
  expect(await listPublishedReplies(other, { node: unit }, 'fi')).toEqual([]);
  const foreign = other.as({ actor: await buildActor(other, 'publisher') });
  await expect(withdrawReply(foreign, id)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(publishReply(foreign, id, { revision: 3 })).rejects.toMatchObject({
    kind: 'not-found',
  });
});
