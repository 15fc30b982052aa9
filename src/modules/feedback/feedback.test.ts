import { expect } from 'vitest';
import { buildActor, buildNode } from '#tests/support/builders.ts';
import { buildSurvey } from '#tests/support/build-survey.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import type { SurveyVersion } from '#modules/surveys';
import { newId } from '#platform/ids.ts';
import { findFaults, type GivenAnswer, sealAnswer } from './answer.ts';
import { TextFilter } from './contract.ts';
import { addDangerSigns } from './danger-sign.ts';
import { answersRecorded } from './events.ts';
import { handleConcern } from './handle-concern.ts';
import { countOpenConcerns, listOpenConcerns } from './list-concerns.ts';
import { listTexts } from './list-texts.ts';
import { dueAfter, raiseConcerns } from './raise-concerns.ts';
import { type PlacedAnswer, recordAnswers } from './record-answers.ts';

const test = withDatabase();

const answerTo = (version: SurveyVersion, given: Partial<GivenAnswer> = {}): GivenAnswer => ({
  id: newId(),
  surveyVersion: version.id,
  language: 'fi',
  recommendation: 9,
  scores: { 'felt-safe': 5 },
  comment: '',
  ...given,
});

const place = (
  version: SurveyVersion,
  node: string,
  given: Partial<GivenAnswer> & { receivedAt?: Date; channel?: PlacedAnswer['channel'] } = {},
): PlacedAnswer => {
  const { receivedAt, channel = 'web', ...answer } = given;
  return {
    answer: sealAnswer(answerTo(version, answer), 'test'),
    version,
    node,
    channel,
    path: null,
    ...(receivedAt && { receivedAt }),
  };
};

const all = (change: Partial<TextFilter> = {}): TextFilter => ({
  ...TextFilter.parse({}),
  ...change,
});

type Recorded = NonNullable<typeof answersRecorded.data>;

const recorded = (ctx: TestContext): Recorded[] =>
  ctx.events
    .filter(({ name }) => name === answersRecorded.event)
    .map(({ data }) => data as Recorded);

async function raise(ctx: TestContext, node: string, comments: readonly string[]): Promise<void> {
  const version = await buildSurvey(ctx);
  await recordAnswers(
    ctx,
    comments.map((comment) => place(version, node, { comment })),
  );
  for (const { texts } of recorded(ctx)) await raiseConcerns(ctx, texts);
}

test('answers are stored with the Helsinki day, scores in the order of the set and the text masked', async ({
  ctx,
}) => {
  const [unit, version] = [await buildNode(ctx), await buildSurvey(ctx)];
  const late = new Date('2026-11-18T22:30:00Z');
  const placed = place(version, unit.id, {
    id: '019a0000-0000-7000-8000-000000000001',
    receivedAt: late,
    comment: 'Soita 040 1234567.\r\nKiitos',
  });
  await recordAnswers(ctx, [placed]);
  const row = await ctx.db.selectFrom('answer').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    day: '2026-11-19',
    scores: [null, 5],
    recommendation: 9,
    respondent: 'customer',
    set_id: version.set.id,
  });
  expect(placed.answer.receipt).toBe(row.receipt);
  expect(row.receipt).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  const text = await ctx.db.selectFrom('answer_text').selectAll().executeTakeFirstOrThrow();
  expect(text).toMatchObject({ text: 'Soita ▇▇▇▇.\nKiitos', masked: 1, node_id: unit.id });
});
test('many answers are told of once: each of them and each text', async ({ ctx }) => {
  const [one, two, version] = [await buildNode(ctx), await buildNode(ctx), await buildSurvey(ctx)];
  const placed = [
    place(version, one.id, { comment: 'Hyvä' }),
    place(version, one.id),
    place(version, two.id),
  ];
  await recordAnswers(ctx, placed);
  expect(recorded(ctx)).toHaveLength(1);
  const { answers, texts } = recorded(ctx)[0]!;
  expect(answers).toEqual(placed.map(({ answer }) => answer.id));
  expect(texts).toMatchObject([{ node: one.id, text: 'Hyvä' }]);
});
test('the fingerprint is that of the masked content, whatever the order of the scores and the line ends', async ({
  ctx,
}) => {
  const version = await buildSurvey(ctx);
  const seal = (given: Partial<GivenAnswer>) =>
    sealAnswer(answerTo(version, { id: 'x', ...given }), 'test').contentHash.toString('hex');
  expect(seal({ scores: { a: 1, b: 2 }, comment: 'x\r\ny ' })).toBe(
    seal({ scores: { b: 2, a: 1 }, comment: 'x\ny' }),
  );
  const others = [
    { scores: { a: 1, b: 3 } },
    { recommendation: 8 },
    { comment: 'y' },
    { language: 'sv' as const },
    { respondent: 'child' as const },
  ].map(seal);
  expect(new Set([seal({ scores: { a: 1, b: 2 } }), ...others]).size).toBe(6);
});
test('each fault of an answer is pointed at', async ({ ctx }) => {
  const version = await buildSurvey(ctx);
  const codes = (given: Partial<GivenAnswer>) =>
    findFaults(answerTo(version, given), version).map(({ pointer, code }) => `${pointer} ${code}`);
  expect(codes({})).toEqual([]);
  expect(codes({ scores: {}, recommendation: null, comment: ' ' })).toEqual([' nothing-answered']);
  expect(codes({ scores: { 'felt-safe': 6, 'no/such': 1 } })).toEqual([
    '/scores/felt-safe not-an-option',
    '/scores/no~1such unknown-field',
  ]);
  expect(codes({ recommendation: 11 })).toEqual(['/recommendation not-an-option']);
  expect(codes({ comment: 'a'.repeat(4001) })).toEqual(['/comment too-big-text']);
  expect(codes({ comment: 'a'.repeat(4000) })).toEqual([]);
  expect(codes({ comment: 'a\u0000' })).toEqual(['/comment wrong-form']);
  expect(codes({ comment: '\ud800' })).toEqual(['/comment wrong-form']);
  expect(codes({ language: 'xx' as 'fi' })).toEqual(['/language not-an-option']);
});
test('words of danger raise a concern where a word begins, in any case, with every kind once', async ({
  ctx,
}) => {
  const unit = await buildNode(ctx);
  await addDangerSigns(ctx, [
    { stem: 'väkival', kind: 'violence' },
    { stem: 'kaatui', kind: 'harm', unless: ['järjestelmä kaatui'] },
    { stem: 'en jaksa elää', kind: 'self-harm' },
  ]);
  await raise(ctx, unit.id, [
    'Koin VÄKIVALTAA, en   jaksa\nelää.',
    'Lähiväkivalta on muuta',
    'Järjestelmä kaatui, harmi',
    'Äiti kaatui! Järjestelmä kaatui.',
    'Kaikki hyvin'.normalize('NFD'),
    'ja väkivaltaa'.normalize('NFD'),
  ]);
  const concerns = await listOpenConcerns(ctx, ctx.root);
  expect(concerns.map(({ kinds }) => kinds.join()).toSorted()).toEqual([
    'harm',
    'self-harm,violence',
    'violence',
  ]);
  expect(concerns[0]).toMatchObject({
    due: '2026-11-19T10:00:00.000Z',
    overdue: false,
    unit: { id: unit.id },
    day: '2026-11-18',
  });
});
test('raising the same texts again raises nothing more', async ({ ctx }) => {
  const unit = await buildNode(ctx);
  await addDangerSigns(ctx, [{ stem: 'löi minu', kind: 'violence' }]);
  await raise(ctx, unit.id, ['Hoitaja löi minua']);
  await raiseConcerns(ctx, recorded(ctx)[0]!.texts);
  expect(await countOpenConcerns(ctx, unit.id)).toEqual({
    count: 1,
    due: (await listOpenConcerns(ctx, unit.id))[0]!.due,
  });
});
test('a concern is due at noon of the next day from Monday to Friday', () => {
  const due = (raised: string) => dueAfter(new Date(raised)).toISOString();
  expect(due('2026-11-18T05:00:00Z')).toBe('2026-11-19T10:00:00.000Z');
  expect(due('2026-11-20T12:00:00Z')).toBe('2026-11-23T10:00:00.000Z');
  expect(due('2026-11-21T12:00:00Z')).toBe('2026-11-23T10:00:00.000Z');
  expect(due('2026-11-22T21:59:00Z')).toBe('2026-11-23T10:00:00.000Z');
  expect(due('2026-11-22T22:01:00Z')).toBe('2026-11-24T10:00:00.000Z');
  expect(due('2026-07-01T12:00:00Z')).toBe('2026-07-02T09:00:00.000Z');
});
test('a concern is handled once, by somebody, with a note; the second one is told so', async ({
  ctx,
}) => {
  const unit = await buildNode(ctx);
  await addDangerSigns(ctx, [{ stem: 'kaatui', kind: 'harm' }]);
  await raise(ctx, unit.id, ['Isä kaatui']);
  const [concern] = await listOpenConcerns(ctx, unit.id);
  const supervisor = ctx.as({ actor: await buildActor(ctx, 'supervisor', unit.id) });
  await handleConcern(supervisor, concern!.id, 'Käytiin läpi potilaan kanssa.');
  expect(await countOpenConcerns(ctx, unit.id)).toEqual({ count: 0, due: null });
  await expect(handleConcern(supervisor, concern!.id, 'Uudestaan')).rejects.toMatchObject({
    kind: 'conflict',
    code: 'concern-handled',
  });
  await expect(handleConcern(supervisor, newId(), 'x')).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect((await listTexts(ctx, unit.id, all())).texts[0]!.concern).toBe('handled');
});
test("a node's texts come from all units below it, the newest first, page by page", async ({
  ctx,
}) => {
  const service = await buildNode(ctx, { kind: 'service' });
  const [one, two, elsewhere, version] = [
    await buildNode(ctx, { parent: service.id }),
    await buildNode(ctx, { parent: service.id }),
    await buildNode(ctx),
    await buildSurvey(ctx),
  ];
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 10, 10, minute));
  await recordAnswers(ctx, [
    ...Array.from({ length: 7 }, (_, n) =>
      place(version, n % 2 ? one.id : two.id, {
        comment: `teksti ${n}`,
        receivedAt: at(Math.floor(n / 2)),
      }),
    ),
    place(version, elsewhere.id, { comment: 'muualta' }),
    place(version, one.id, { comment: '  ' }),
  ]);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listTexts(
      ctx,
      service.id,
      all({ limit: 3, ...(after !== undefined && { after }) }),
    );
    seen.push(...page.texts.map(({ text }) => text));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
  expect(seen[0]).toBe('teksti 6');
  expect(seen.at(-1)).toMatch(/teksti [01]/);
});
test('texts are filtered by channel, recommendation and period', async ({ ctx }) => {
  const [unit, version] = [await buildNode(ctx), await buildSurvey(ctx)];
  await recordAnswers(ctx, [
    place(version, unit.id, { comment: 'a', channel: 'sms', recommendation: 6 }),
    place(version, unit.id, { comment: 'b', recommendation: 9 }),
    place(version, unit.id, { comment: 'c', recommendation: null }),
    place(version, unit.id, {
      comment: 'd',
      recommendation: 10,
      receivedAt: new Date('2026-10-19T12:00:00Z'),
    }),
    place(version, unit.id, {
      comment: 'e',
      recommendation: 10,
      receivedAt: new Date('2026-10-20T12:00:00Z'),
    }),
  ]);
  const found = async (filter: Partial<TextFilter>) =>
    (await listTexts(ctx, unit.id, all(filter))).texts
      .map(({ text }) => text)
      .toSorted()
      .join('');
  expect(await found({})).toBe('abcde');
  expect(await found({ channel: 'sms' })).toBe('a');
  expect(await found({ recommendation: 'low' })).toBe('a');
  expect(await found({ recommendation: 'high', days: 30 })).toBe('be');
});
test('texts and concerns of another county are not seen', async ({ ctx, other }) => {
  const [unit, version] = [await buildNode(ctx), await buildSurvey(ctx)];
  await recordAnswers(ctx, [place(version, unit.id, { comment: 'salainen' })]);
  expect((await listTexts(other, unit.id, all())).texts).toEqual([]);
  expect(await listOpenConcerns(other, unit.id)).toEqual([]);
});
test('whoever does not say who answers is the one whom the statements are meant for', async ({
  ctx,
}) => {
  const unit = await buildNode(ctx);
  const outside = await buildSurvey(ctx, { code: 'ulkona', respondents: ['did-not-get-in'] });
  const customers = await buildSurvey(ctx);
  await recordAnswers(ctx, [
    place(outside, unit.id, { comment: 'a' }),
    place(outside, unit.id, { comment: 'b', respondent: 'close-one' }),
    place(customers, unit.id, { comment: 'c' }),
  ]);
  const { texts } = await listTexts(ctx, unit.id, all());
  expect(Object.fromEntries(texts.map(({ text, respondent }) => [text, respondent]))).toEqual({
    a: 'did-not-get-in',
    b: 'close-one',
    c: 'customer',
  });
  const ofOne = await listTexts(ctx, unit.id, all({ set: 'ulkona' }));
  expect(ofOne.texts.map(({ text }) => text).toSorted()).toEqual(['a', 'b']);
});
