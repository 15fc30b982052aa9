import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPath } from '#modules/paths';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { startBatches, statuses } from '#tests/support/batch-rig.ts';
import { createFeedbackPoint } from './feedback-point.ts';
import { receiveBatch } from './receive-batch.ts';

let rig: Awaited<ReturnType<typeof startBatches>>;
beforeAll(async () => {
  rig = await startBatches();
});
afterAll(() => rig.stop());

test('gives each its own outcome; a bad one disturbs no other', async () => {
  const before = await rig.count('answer');
  const known = rig.answer();
  await rig.hand([known]);
  const invitation = await rig.invite(rig.unit);
  const { code: _, ...withToken } = rig.answer();
  const results = await rig.hand([
    rig.answer(),
    known,
    { ...known, recommendation: 1 },
    rig.answer({ recommendation: 11, scores: { 'no/such': 3 } }),
    rig.answer({ scores: { 'no/such': 3 } }),
    rig.answer({ code: 'nowhere' }),
    { ...withToken, token: invitation },
    { ...withToken, id: newId(), token: invitation },
    'no object',
    null,
    rig.answer({ extra: 1 }),
    rig.answer(),
  ]);
  expect(statuses(results)).toEqual([201, 200, 409, 422, 422, 404, 201, 404, 422, 422, 422, 201]);
  expect(results[1]).toEqual({ status: 200, id: known.id, receipt: expect.any(String) });
  expect(results[3]!.errors).toMatchObject([{ pointer: '/answers/3/recommendation' }]);
  expect(results[4]!.errors).toMatchObject([
    { pointer: '/answers/4/scores/no~1such', code: 'unknown-field' },
  ]);
  expect(results[8]!.errors).toMatchObject([{ pointer: '/answers/8', code: 'wrong-type' }]);
  expect(results[10]!.errors).toMatchObject([
    { pointer: '/answers/10/extra', code: 'unknown-field' },
  ]);
  expect(results[5]).toMatchObject({ type: '/problems/gone', title: expect.any(String) });
  expect(await rig.count('answer')).toBe(before + 4);
});
test('of 1,000 is stored once however often it is sent; one more is refused whole', async () => {
  const before = await rig.count('answer');
  const answers = Array.from({ length: 1_000 }, () => rig.answer({ comment: 'Å'.repeat(300) }));
  const [first, again] = [await rig.hand(answers), await rig.hand(answers)];
  expect(new Set(statuses(first))).toEqual(new Set([201]));
  expect(new Set(statuses(again))).toEqual(new Set([200]));
  expect(again.map(({ receipt }) => receipt)).toEqual(first.map(({ receipt }) => receipt));
  expect(await rig.count('answer')).toBe(before + 1_000);
  const tooMany = await rig.post('/api/answers', { answers: [...answers, rig.answer()] });
  expect(tooMany.status).toBe(422);
  expect(await tooMany.json()).toMatchObject({
    errors: [{ pointer: '/answers', code: 'too-big-list' }],
  });
  expect((await rig.post('/api/answers', { answers: [] })).status).toBe(422);
});
test('sent twice at once makes no doubles', async () => {
  const before = await rig.count('answer');
  const answers = Array.from({ length: 250 }, () => rig.answer());
  const both = await Promise.all([rig.hand(answers), rig.hand(answers)]);
  expect(await rig.count('answer')).toBe(before + 250);
  for (const [one, other] of both[0].map((result, index) => [result, both[1][index]!] as const)) {
    expect(one.receipt).toBe(other.receipt);
    expect(one.status + other.status).toBe(200 + 201);
  }
});
test('is for the units that the token reaches, by code and by invitation', async () => {
  const { code: _, ...rest } = rig.answer();
  const foreign = [
    rig.answer({ code: rig.codes.sibling }),
    { ...rest, id: newId(), token: await rig.invite(rig.sibling) },
  ];
  const own = [rig.answer(), { ...rest, id: newId(), token: await rig.invite(rig.unit) }];
  const results = await rig.hand([...foreign, ...own]);
  expect(statuses(results)).toEqual([403, 403, 201, 201]);
  expect(results[0]!.errors).toMatchObject([{ pointer: '/answers/0/code', code: 'outside-token' }]);
  expect(results[1]!.errors).toMatchObject([{ pointer: '/answers/1/token' }]);
  const above = await rig.addToken('collector', rig.service);
  expect(statuses(await rig.hand(foreign, above))).toEqual([201, 201]);
});
test('at a point of a path is for the units that the token reaches, whichever is chosen', async () => {
  const shared = await rig.run(async (ctx) => {
    const path = await createPath(ctx, { node: rig.service, title: { fi: 'Polku' } });
    const point = { path, anchor: 'polku', channel: 'web' } as const;
    const { code, id } = await createFeedbackPoint(ctx, rig.unit, point);
    await sql`update feedback_point set node_id = null where id = ${id}`.execute(ctx.db);
    for (const node of [rig.unit, rig.sibling])
      await sql`insert into path_unit (county_id, path_id, node_id) values (${ctx.county}, ${path}, ${node})`.execute(
        ctx.db,
      );
    return code;
  });
  const at = (node?: string) => rig.answer({ code: shared, ...(node && { node }) });
  const results = await rig.hand([at(rig.unit), at(rig.sibling), at(), at(rig.service)]);
  expect(statuses(results)).toEqual([201, 403, 422, 403]);
  expect(results[1]!.errors).toMatchObject([{ pointer: '/answers/1/node' }]);
  expect(results[2]!.errors).toMatchObject([{ pointer: '/answers/2/node', code: 'missing' }]);
});
test('needs a token: not nobody, not a person, not a role that does not collect', async () => {
  const json = { answers: [rig.answer()] };
  const before = await rig.count('answer');
  const nobody = await rig.post('/api/answers', json, {});
  expect(nobody.status).toBe(401);
  expect(await nobody.json()).toMatchObject({ type: '/problems/token-needed' });
  const { cookie } = await rig.signIn('collector', rig.unit);
  expect((await rig.post('/api/answers', json, { cookie })).status).toBe(403);
  const { token: viewer } = await rig.addToken('viewer', rig.unit);
  expect((await rig.post('/api/answers', json, { token: viewer })).status).toBe(403);
  expect((await rig.post('/api/answers', json, { token: 'polku_none' })).status).toBe(401);
  expect(await rig.count('answer')).toBe(before);
});
test('may be large with a token only, and not without bounds', async () => {
  const large = { answers: [rig.answer({ comment: 'x'.repeat(300_000) })] };
  expect(statuses(await rig.hand(large.answers))).toEqual([422]);
  const refused = await rig.post('/api/answers', large, {});
  expect(await refused.json()).toMatchObject({ type: '/problems/body-too-large' });
  const { token: viewer } = await rig.addToken('viewer', rig.unit);
  expect((await rig.post('/api/answers', large, { token: viewer })).status).toBe(403);
  const huge = { answers: [rig.answer({ comment: 'x'.repeat(4_300_000) })] };
  expect(await (await rig.post('/api/answers', huge)).json()).toMatchObject({
    type: '/problems/body-too-large',
  });
});
test('is in the audit log as one entry of the system, without a word of the answers', async () => {
  await rig.hand([rig.answer({ comment: 'Kanarialintu' }), rig.answer()]);
  const { rows } = await rig.run((ctx) =>
    sql<{ entry: string }>`select e::text as entry from audit_entry e
      where action = 'collection.receiveBatch' and actor_id = ${rig.tokenId} and actor_kind = 'token' and node_id = ${rig.unit}
      order by at desc, id desc limit 1`.execute(ctx.db),
  );
  expect(rows[0]!.entry).toContain('{""items"": 2}');
  expect(rows[0]!.entry).not.toContain('Kanarialintu');
});
test('does not change the form for one answer, with or without a token', async () => {
  const single = rig.answer();
  const first = await rig.post('/api/answers', single, {});
  expect(first.status).toBe(201);
  expect(Object.keys((await first.json()) as object)).toEqual(['receipt']);
  expect((await rig.post('/api/answers', single)).status).toBe(200);
  expect((await rig.post('/api/answers', { ...single, recommendation: 0 })).status).toBe(409);
});

test('stops trying when the intake cannot store, and says so of each; of all, when none was stored', async () => {
  const stored = { kind: 'stored', receipt: 'ABCD-2345' } as const;
  const away = new AppError('unavailable', 'unavailable', { retryAfter: 2 });
  let tried = 0;
  const failingFrom = (first: number) => ({
    ...rig.parts,
    intake: {
      submit: async () => {
        tried += 1;
        if (tried > first) throw away;
        return stored;
      },
    },
  });
  const roles = [{ role: 'collector', node: rig.unit }] as const;
  const sender = {
    actor: { kind: 'token', id: rig.tokenId, roles },
    requestId: 'test',
    language: 'fi',
  } as const;
  const answers = Array.from({ length: 450 }, () => rig.answer());
  const results = await receiveBatch(failingFrom(150), answers, sender);
  expect(tried).toBe(200);
  expect(results.map(({ status }) => status)).toEqual(
    answers.map((_, index) => (index < 150 ? 201 : 503)),
  );
  tried = 0;
  await expect(receiveBatch(failingFrom(0), answers, sender)).rejects.toBe(away);
  expect(tried).toBe(100);
});
