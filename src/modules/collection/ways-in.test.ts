import { expect } from 'vitest';
import { setUnits } from '#modules/paths';
import type { AppError } from '#platform/errors.ts';
import { buildSurvey } from '#tests/support/build-survey.ts';
import { buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import { AnswerForm, InvitationOrder } from './contract.ts';
import { createInvitations, createInvitationTable } from './create-invitations.ts';
import {
  closeFeedbackPoint,
  createFeedbackPoint,
  findPointOfNode,
  findPointOfThoseOutside,
  getNodeOfPoint,
  listPointCodes,
  openPathPoints,
} from './feedback-point.ts';
import { OpenForms } from './open-forms.ts';
import { getPoster, listFeedbackPoints } from './list-points.ts';
import { openFeedbackPoint } from './open-form.ts';
import type { Outcome } from './outcome.ts';
import { receiptOf, receiveAnswer } from './receive-answer.ts';

const test = withDatabase();
const PUBLIC = 'https://polku.example';

const order = (node: string, change: Partial<InvitationOrder> = {}) => ({
  ...InvitationOrder.parse({ node }),
  ...change,
});

async function buildPublishedPath(ctx: TestContext, units: readonly string[]) {
  const made = await buildFitPath(ctx);
  await setUnits(ctx, made.path, units);
  expect(await publishReviewed(ctx, made.path)).not.toMatchObject({ kind: 'unfit' });
  return made;
}

test('a unit gets a point under a short address, shown with its path and phase', async ({
  ctx,
}) => {
  const [unit, version] = [await buildNode(ctx, { name: 'Neuvola' }), await buildSurvey(ctx)];
  const { path, phase } = await buildPublishedPath(ctx, [unit.id]);
  const { id, code } = await createFeedbackPoint(ctx, unit.id, {
    channel: 'qr',
    path,
    anchor: phase,
  });
  expect(code).toMatch(/^[a-z2-9]{6}$/);
  expect(await openFeedbackPoint(ctx, code)).toMatchObject({
    version: version.id,
    node: { id: unit.id, name: { fi: 'Neuvola' } },
    units: [],
    path: { id: path, anchor: phase },
  });
  const { points, places } = await listFeedbackPoints(ctx, ctx.root, PUBLIC);
  expect(points).toMatchObject([
    {
      id,
      address: `${PUBLIC}/p/${code}`,
      unit: { id: unit.id },
      path: { title: { fi: 'Polku fi' }, phase: { fi: 'Tulen vastaanotolle' } },
      created: '2026-11-18',
    },
  ]);
  expect(places).toEqual([]);
  expect((await listFeedbackPoints(ctx, unit.id, PUBLIC)).places).toMatchObject([
    { path, phase: null },
    { path, anchor: phase },
  ]);
  expect(await getPoster(ctx, id, PUBLIC)).toMatchObject({
    county: { fi: 'Kunta esimerkkila' },
    words: [{ language: 'fi', tell: 'Kerro, miten meni' }, { language: 'sv' }, { language: 'en' }],
    point: { id },
  });
});
test('a closed point takes nobody in any more, and a path’s own cannot be closed', async ({
  ctx,
}) => {
  const [unit] = [await buildNode(ctx), await buildSurvey(ctx)];
  const { path } = await buildPublishedPath(ctx, [unit.id]);
  const { id, code } = await createFeedbackPoint(ctx, unit.id, { channel: 'qr' });
  expect(await getNodeOfPoint(ctx, id)).toBe(unit.id);
  await closeFeedbackPoint(ctx, id);
  await closeFeedbackPoint(ctx, id);
  expect(await openFeedbackPoint(ctx, code)).toBeUndefined();
  await expect(getPoster(ctx, id, PUBLIC)).rejects.toMatchObject({ code: 'point-not-found' });
  await openPathPoints(ctx, path);
  const { points } = await listFeedbackPoints(ctx, unit.id, PUBLIC);
  expect(points.map((point) => point.id)).not.toContain(id);
  await expect(getNodeOfPoint(ctx, points[0]!.id)).rejects.toMatchObject({
    code: 'point-not-found',
  });
});
test('a path and each of its phases get one point each, and no second one at the next publication', async ({
  ctx,
}) => {
  const [one, two] = [await buildNode(ctx), await buildNode(ctx), await buildSurvey(ctx)];
  const { path, phase } = await buildPublishedPath(ctx, [one.id, two.id]);
  await openPathPoints(ctx, path);
  const codes = await listPointCodes(ctx, { path });
  expect(Object.keys(codes).toSorted()).toEqual(['polku', phase].toSorted());
  await openPathPoints(ctx, path);
  expect(await listPointCodes(ctx, { path })).toEqual(codes);
  const form = await openFeedbackPoint(ctx, codes[phase]!);
  expect(form?.node).toBeNull();
  expect(form?.units.toSorted()).toEqual([one.id, two.id].toSorted());
  expect((await listFeedbackPoints(ctx, one.id, PUBLIC)).points.map(({ unit }) => unit)).toEqual([
    null,
    null,
  ]);
});
test('a path that one unit offers does not ask which one it was, and one that none offers has no form', async ({
  ctx,
}) => {
  const unit = await buildNode(ctx);
  await buildSurvey(ctx);
  const { path } = await buildPublishedPath(ctx, [unit.id]);
  await openPathPoints(ctx, path);
  const { polku } = await listPointCodes(ctx, { path });
  expect(await openFeedbackPoint(ctx, polku!)).toMatchObject({ node: { id: unit.id }, units: [] });
  await setUnits(ctx, path, []);
  expect(await openFeedbackPoint(ctx, polku!)).toBeUndefined();
});
test("a unit's page finds the link before the QR code, and none of a path", async ({ ctx }) => {
  const unit = await buildNode(ctx);
  await buildSurvey(ctx);
  expect(await findPointOfNode(ctx, unit.id)).toBeUndefined();
  const qr = await createFeedbackPoint(ctx, unit.id, { channel: 'qr' });
  expect(await findPointOfNode(ctx, unit.id)).toBe(qr.code);
  const web = await createFeedbackPoint(ctx, unit.id, { channel: 'web' });
  expect(await findPointOfNode(ctx, unit.id)).toBe(web.code);
});
test('only a unit has points and invitations, and only anchors that stand', async ({ ctx }) => {
  const [service, unit] = [
    await buildNode(ctx, { kind: 'service' }),
    await buildNode(ctx),
    await buildSurvey(ctx),
  ];
  const { path } = await buildPublishedPath(ctx, [unit.id]);
  await expect(createFeedbackPoint(ctx, service.id, { channel: 'qr' })).rejects.toMatchObject({
    kind: 'invalid',
    faults: [{ code: 'unit-needed' }],
  });
  await expect(createInvitations(ctx, order(ctx.root), PUBLIC)).rejects.toMatchObject({
    kind: 'invalid',
  });
  await expect(
    createInvitations(ctx, order(unit.id, { path, anchor: 'no-such' }), PUBLIC),
  ).rejects.toMatchObject({ faults: [{ pointer: '/anchor' }] });
});
test('invitations are all different, hold at least 128 bits, last to the end of their last day, and only hashes are stored', async ({
  ctx,
}) => {
  const unit = await buildNode(ctx);
  await buildSurvey(ctx);
  const { invitations, expires } = await createInvitations(
    ctx,
    order(unit.id, { count: 1000, expiresInDays: 7 }),
    PUBLIC,
  );
  expect(new Set(invitations.map(({ token }) => token)).size).toBe(1000);
  expect(Buffer.from(invitations[0]!.token, 'base64url').byteLength).toBeGreaterThanOrEqual(16);
  expect(expires.toISOString()).toBe('2026-11-25T22:00:00.000Z');
  const rows = await ctx.db.selectFrom('invitation').selectAll().execute();
  expect(rows).toHaveLength(1000);
  expect(JSON.stringify(rows)).not.toContain(invitations[0]!.token);
});
test('the table of invitations opens in a spreadsheet, and a name that looks like a formula is no formula', async ({
  ctx,
}) => {
  const unit = await buildNode(ctx, { name: '=HYPERLINK("x")' });
  await buildSurvey(ctx);
  const lines = (await createInvitationTable(ctx, order(unit.id, { count: 2 }), PUBLIC)).split(
    '\r\n',
  );
  expect(lines[0]).toBe('\ufeffNro;Osoite;Yksikkö;Viimeinen vastauspäivä');
  expect(lines[1]).toMatch(
    /^1;https:\/\/polku\.example\/a\/[\w-]{32};"'=HYPERLINK\(""x""\)";2026-12-18$/,
  );
  expect(lines).toHaveLength(4);
});
test('an answer names a code or a token, not both and not neither', () => {
  const given = { id: crypto.randomUUID(), surveyVersion: crypto.randomUUID(), language: 'fi' };
  const faults = (more: object) =>
    AnswerForm.safeParse({ ...given, ...more }).error?.issues.map(({ path }) => path.join());
  expect(faults({ code: 'abcdef' })).toBeUndefined();
  expect(faults({})).toEqual(['code']);
  expect(faults({ code: 'a', token: 'b' })).toEqual(['token']);
  expect(faults({ token: 'b', node: crypto.randomUUID() })).toEqual(['node']);
});
test('the address counts for open points and failed tokens, never for a valid invitation', async () => {
  const used: string[] = [];
  const outcomes: Outcome[] = [
    { kind: 'stored', receipt: 'A' },
    { kind: 'stored', receipt: 'B' },
    { kind: 'gone' },
  ];
  const parts = {
    intake: { submit: async () => outcomes.shift()! },
    limits: { use: async (limit: { name: string }) => void used.push(limit.name) },
    forms: new OpenForms('secret', Date.now),
  };
  const given = {
    id: 'x',
    surveyVersion: 'x',
    language: 'fi',
    recommendation: 1,
    scores: {},
    comment: '',
  } as const;
  await receiveAnswer(parts, { ...given, token: 'good' }, '192.0.2.1');
  expect(used).toEqual([]);
  await receiveAnswer(parts, { ...given, code: 'abc' }, '192.0.2.1');
  await receiveAnswer(parts, { ...given, token: 'bad' }, '192.0.2.1');
  expect(used).toEqual(['open-answers', 'failed-tokens']);
});
test('each outcome has its status', () => {
  const status = (outcome: Outcome) => {
    try {
      return receiptOf(outcome).status;
    } catch (error) {
      return (error as AppError).kind;
    }
  };
  const outcomes: Outcome[] = [
    { kind: 'stored', receipt: 'A' },
    { kind: 'repeated', receipt: 'A' },
    { kind: 'different' },
    { kind: 'gone' },
    { kind: 'invalid', faults: [] },
  ];
  expect(outcomes.map(status)).toEqual([201, 200, 'conflict', 'not-found', 'invalid']);
});

test('a point asks its own survey, and those who did not get in find theirs', async ({ ctx }) => {
  const [unit, empty] = [await buildNode(ctx), await buildNode(ctx)];
  const usual = await buildSurvey(ctx);
  const outside = await buildSurvey(ctx, { code: 'ulkona', respondents: ['did-not-get-in'] });
  const theirs = await createFeedbackPoint(ctx, unit.id, {
    channel: 'web',
    survey: outside.survey,
  });
  expect(await findPointOfNode(ctx, unit.id)).toBeUndefined();
  const own = await createFeedbackPoint(ctx, unit.id, { channel: 'qr' });
  expect(await findPointOfNode(ctx, unit.id)).toBe(own.code);
  expect([
    await findPointOfThoseOutside(ctx),
    await findPointOfThoseOutside(ctx, unit.id),
    await findPointOfThoseOutside(ctx, empty.id),
  ]).toEqual([theirs.code, theirs.code, undefined]);
  expect((await openFeedbackPoint(ctx, theirs.code))!.version).toBe(outside.id);
  expect((await openFeedbackPoint(ctx, own.code))!.version).toBe(usual.id);
  const { points, surveys } = await listFeedbackPoints(ctx, unit.id, PUBLIC);
  expect(new Map(points.map(({ code, survey }) => [code, survey.id]))).toEqual(
    new Map([
      [theirs.code, outside.survey],
      [own.code, usual.survey],
    ]),
  );
  expect(surveys.map(({ id }) => id)).toEqual([usual.survey, outside.survey]);
});
