import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { startBatches, statuses } from '#tests/support/batch-rig.ts';

let rig: Awaited<ReturnType<typeof startBatches>>;
beforeAll(async () => {
  rig = await startBatches();
});
afterAll(() => rig.stop());

test('makes one by each key; sent again, each key gives the same one', async () => {
  const before = await rig.count('invitation');
  const invitations = Array.from({ length: 1_000 }, () => rig.wanted());
  const [first, again] = [await rig.order(invitations), await rig.order(invitations)];
  expect(new Set(statuses(first))).toEqual(new Set([201]));
  expect(again).toEqual(first.map((result) => ({ ...result, status: 200 })));
  expect(first.map(({ key }) => key)).toEqual(invitations.map(({ key }) => key));
  expect(new Set(first.map(({ token }) => token)).size).toBe(1_000);
  expect(await rig.count('invitation')).toBe(before + 1_000);
  expect(Buffer.from(first[0]!.token!, 'base64url').byteLength).toBe(24);
  expect(first[0]!.address).toMatch(/\/a\/[\w-]{32}$/);
  const { code: _, ...rest } = rig.answer();
  expect((await rig.post('/api/answers', { ...rest, token: first[0]!.token }, {})).status).toBe(
    201,
  );
  // Whether it was used is not told.
  expect((await rig.order([invitations[0]]))[0]).toEqual(again[0]);
});
test('sent twice at once makes no doubles', async () => {
  const before = await rig.count('invitation');
  const invitations = Array.from({ length: 300 }, () => rig.wanted());
  const [one, other] = await Promise.all([
    rig.order(invitations),
    rig.order(invitations.toReversed()),
  ]);
  expect(await rig.count('invitation')).toBe(before + 300);
  expect(other.toReversed().map(({ token }) => token)).toEqual(one.map(({ token }) => token));
});
test('gives each its own outcome; a bad one disturbs no other', async () => {
  const known = rig.wanted();
  await rig.order([known]);
  const twice = rig.wanted();
  const results = await rig.order([
    rig.wanted(),
    known,
    { ...known, expiresInDays: 90 },
    { ...known, channel: 'paper' },
    twice,
    twice,
    { ...twice, channel: 'paper' },
    rig.wanted({ node: rig.sibling }),
    rig.wanted({ node: newId() }),
    rig.wanted({ node: rig.service }),
    rig.wanted({ survey: newId() }),
    rig.wanted({ path: newId() }),
    rig.wanted({ path: newId(), anchor: 'no-such' }),
    rig.wanted({ count: 5 }),
    { node: rig.unit },
    7,
    rig.wanted(),
  ]);
  expect(statuses(results)).toEqual([
    201, 200, 200, 409, 201, 200, 409, 403, 403, 403, 404, 422, 422, 422, 422, 422, 201,
  ]);
  expect(results[3]!.errors).toMatchObject([{ pointer: '/invitations/3/key', code: 'taken' }]);
  expect(results[7]!.errors).toMatchObject([
    { pointer: '/invitations/7/node', code: 'outside-token' },
  ]);
  expect(results[11]!.errors).toMatchObject([{ pointer: '/invitations/11/anchor' }]);
  expect(results[13]!.errors).toMatchObject([
    { pointer: '/invitations/13/count', code: 'unknown-field' },
  ]);
  expect(results[14]!.errors).toMatchObject([{ pointer: '/invitations/14/key', code: 'missing' }]);
});
test('is for units: a node above them is refused with its pointer', async () => {
  const above = await rig.addToken('collector', rig.service);
  const [result] = await rig.order([rig.wanted({ node: rig.service })], above);
  expect(result).toMatchObject({
    status: 422,
    errors: [{ pointer: '/invitations/0/node', code: 'unit-needed' }],
  });
});
test('keeps the keys of two systems apart, and stores neither key nor token', async () => {
  const mine = rig.wanted({ key: 'käynti-12345' });
  const other = await rig.addToken('collector', rig.unit);
  const [[one], [two]] = [await rig.order([mine]), await rig.order([mine], other)];
  expect([one!.status, two!.status]).toEqual([201, 201]);
  expect(one!.token).not.toBe(two!.token);
  const { rows } = await rig.run((ctx) =>
    sql<{
      row: string;
    }>`select i::text as row from invitation i union all select e::text from audit_entry e`.execute(
      ctx.db,
    ),
  );
  const everything = rows.map(({ row }) => row).join('\n');
  for (const secret of ['käynti-12345', one!.token!, rig.token, rig.token.slice(6)])
    expect(everything).not.toContain(secret);
});
test('leaves the order of many alike as it was, with a token too', async () => {
  const response = await rig.post('/api/invitations', { node: rig.unit, count: 3 });
  expect(response.status).toBe(201);
  expect(((await response.json()) as { invitations: [] }).invitations).toHaveLength(3);
});
