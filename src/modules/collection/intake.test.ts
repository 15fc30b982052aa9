import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStatementSet, createSurvey } from '#modules/surveys';
import { buildSurvey } from '#tests/support/build-survey.ts';
import { kindsOf, startIntakes } from '#tests/support/intake-rig.ts';
import type { Submission } from './contract.ts';
import { createFeedbackPoint } from './feedback-point.ts';
import { openFeedbackPoint, openInvitation } from './open-form.ts';

let rig: Awaited<ReturnType<typeof startIntakes>>;
beforeAll(async () => {
  rig = await startIntakes();
});
afterAll(() => rig.stop());

describe('one answer', () => {
  test('is stored, and sent again gets the same receipt and no second row', async () => {
    const before = await rig.count('answer');
    const given = rig.answer({ comment: 'Hyvä, soita 0401234567' });
    const first = await rig.intake.submit(given);
    const again = await rig.intake.submit(given);
    expect(first).toMatchObject({
      kind: 'stored',
      receipt: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/),
    });
    expect(again).toEqual({ ...first, kind: 'repeated' });
    expect(await rig.count('answer')).toBe(before + 1);
  });
  test('each of 50 sent three times at once, from two processes, is one row with one receipt (C1)', async () => {
    const before = await rig.count('answer');
    const tokens = await rig.invite(25);
    const given = [
      ...Array.from({ length: 25 }, () => rig.answer()),
      ...tokens.map((token) => rig.withToken(token)),
    ];
    const outcomes = await Promise.all(
      given.flatMap((one) => [
        rig.intake.submit(one),
        rig.otherProcess.submit(one),
        rig.intake.submit(one),
      ]),
    );
    expect(await rig.count('answer')).toBe(before + 50);
    expect(kindsOf(outcomes)).toEqual({ stored: 50, repeated: 100 });
    const receipts = outcomes.map((outcome) => ('receipt' in outcome ? outcome.receipt : ''));
    for (let n = 0; n < receipts.length; n += 3)
      expect(new Set(receipts.slice(n, n + 3)).size).toBe(1);
  });
  test('100 ids given to other content are refused and logged; the first stands (C2)', async () => {
    const first = Array.from({ length: 100 }, () => rig.answer({ recommendation: 3 }));
    await Promise.all(first.map((one) => rig.intake.submit(one)));
    const logged = await rig.count('audit_entry');
    const outcomes = await Promise.all(
      first.map((one, n) =>
        (n % 2 ? rig.intake : rig.otherProcess).submit({ ...one, recommendation: 10 }),
      ),
    );
    expect(kindsOf(outcomes)).toEqual({ different: 100 });
    const rows = await rig.db
      .selectFrom('answer')
      .select('recommendation')
      .where(
        'id',
        'in',
        first.map(({ id }) => id),
      )
      .execute();
    expect(new Set(rows.map(({ recommendation }) => recommendation))).toEqual(new Set([3]));
    expect(await rig.count('audit_entry')).toBe(logged + 100);
  });
  test('the same id twice at once with other content: one is stored, the other refused', async () => {
    const pairs = Array.from({ length: 40 }, () => rig.answer()).flatMap((one) => [
      one,
      { ...one, recommendation: 0 },
    ]);
    const outcomes = await Promise.all(
      pairs.map((one, n) => (n % 2 ? rig.intake : rig.otherProcess).submit(one)),
    );
    expect(kindsOf(outcomes)).toEqual({ stored: 40, different: 40 });
  });
});

describe('an invitation', () => {
  test('gives one answer when two phones send at once: 300 pairs, 300 rows (C3)', async () => {
    const tokens = await rig.invite(300);
    const before = await rig.count('answer');
    const outcomes = await Promise.all(
      tokens.flatMap((token) => [
        rig.intake.submit(rig.withToken(token)),
        rig.otherProcess.submit(rig.withToken(token)),
      ]),
    );
    expect(kindsOf(outcomes)).toEqual({ stored: 300, gone: 300 });
    expect(await rig.count('answer')).toBe(before + 300);
  });
  test('is not used up by opening it, nor by an answer that is refused (C4)', async () => {
    const [token] = await rig.invite(1);
    for (let n = 0; n < 3; n += 1)
      expect(await rig.run((ctx) => openInvitation(ctx, token!))).toMatchObject({
        node: { id: rig.unit },
        units: [],
        path: null,
      });
    expect(
      await rig.intake.submit(rig.withToken(token!, { scores: {}, recommendation: null })),
    ).toMatchObject({ kind: 'invalid' });
    expect(
      await rig.intake.submit(rig.withToken(token!, { scores: { nothing: 1 } })),
    ).toMatchObject({
      kind: 'invalid',
    });
    expect(
      await rig.intake.submit(rig.withToken(token!, { surveyVersion: randomUUID() })),
    ).toMatchObject({
      kind: 'invalid',
      faults: [{ pointer: '/surveyVersion' }],
    });
    expect(await rig.intake.submit(rig.withToken(token!))).toMatchObject({ kind: 'stored' });
    expect(await rig.run((ctx) => openInvitation(ctx, token!))).toBeUndefined();
  });
  test('used, expired and unknown are one and the same (C6)', async () => {
    const [used, expired] = await rig.invite(2);
    await rig.intake.submit(rig.withToken(used!));
    await sql`update invitation set expires_at = now() - interval '1 second' where token_hash = sha256(${Buffer.from(expired!)})`.execute(
      rig.db,
    );
    for (const token of [used!, expired!, 'unknown', randomUUID()]) {
      expect(await rig.intake.submit(rig.withToken(token))).toEqual({ kind: 'gone' });
      expect(await rig.run((ctx) => openInvitation(ctx, token))).toBeUndefined();
    }
  });
  test('that is used still gives the receipt to the very answer that used it', async () => {
    const [token] = await rig.invite(1);
    const given = rig.withToken(token!);
    const first = await rig.intake.submit(given);
    expect(await rig.intake.submit(given)).toEqual({ ...first, kind: 'repeated' });
    expect(await rig.intake.submit({ ...given, recommendation: 1 })).toEqual({ kind: 'different' });
  });
  test('carries the channel, and neither its token nor its hash lies beside the answer', async () => {
    const [token] = await rig.invite(1);
    const given = rig.withToken(token!);
    await rig.intake.submit(given);
    const row = await rig.db
      .selectFrom('answer')
      .selectAll()
      .where('id', '=', given.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ channel: 'sms', node_id: rig.unit });
    const { rows } = await sql<{
      hash: string;
    }>`select encode(sha256(${Buffer.from(token!)}), 'hex') as hash`.execute(rig.db);
    const everything = JSON.stringify(
      [row, await rig.db.selectFrom('audit_entry').selectAll().execute()],
      (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('hex') : value),
    );
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(rows[0]!.hash);
  });
});

describe('an open feedback point', () => {
  test('is unknown or closed: gone', async () => {
    const { code: closed, id } = await rig.run((ctx) =>
      createFeedbackPoint(ctx, rig.unit, { channel: 'web' }),
    );
    await rig.db
      .updateTable('feedback_point')
      .set({ closed_at: new Date() })
      .where('id', '=', id)
      .execute();
    expect(
      kindsOf(
        await Promise.all(
          [closed, 'aaaaaa'].map((code) => rig.intake.submit(rig.answer({ code }))),
        ),
      ),
    ).toEqual({ gone: 2 });
    expect(await rig.run((ctx) => openFeedbackPoint(ctx, closed))).toBeUndefined();
  });
  test('knows its unit; another one cannot be chosen', async () => {
    expect(await rig.intake.submit(rig.answer({ node: rig.unit }))).toMatchObject({
      kind: 'stored',
    });
    expect(await rig.intake.submit(rig.answer({ node: randomUUID() }))).toMatchObject({
      kind: 'invalid',
      faults: [{ pointer: '/node', code: 'not-an-option' }],
    });
  });
  test('receives what was shown before the survey changed, and nothing of another survey (C12)', async () => {
    const { shown, now, foreign } = await rig.run(async (ctx) => {
      const text = { fi: 'x' };
      const texts = { name: text, recommendation: text, comment: text, thanks: text };
      const first = await buildSurvey(ctx, { code: 'muuttuva' });
      const { code } = await createFeedbackPoint(ctx, rig.unit, {
        channel: 'web',
        survey: first.survey,
      });
      const set = await createStatementSet(ctx, {
        code: 'muu',
        version: 1,
        validFrom: '2026-01-01',
        statements: [{ code: 'new-one', theme: 'access', text }],
      });
      const second = await createSurvey(ctx, { code: 'muuttuva', set, asksComment: false, texts });
      return {
        shown: { code, version: first.id },
        now: { code, version: second.id },
        foreign: { code, version: rig.version.id },
      };
    });
    const send = (to: { code: string; version: string }, change: Partial<Submission>) =>
      rig.intake.submit(rig.answer({ code: to.code, surveyVersion: to.version, ...change }));
    expect(await send(shown, { scores: { 'got-help': 1 } })).toMatchObject({ kind: 'stored' });
    expect(await send(shown, { scores: { 'new-one': 1 } })).toMatchObject({
      kind: 'invalid',
      faults: [{ pointer: '/scores/new-one' }],
    });
    expect(await send(now, { scores: { 'new-one': 1 } })).toMatchObject({ kind: 'stored' });
    expect(await send(now, { scores: { 'new-one': 1 }, comment: 'x' })).toMatchObject({
      kind: 'invalid',
      faults: [{ pointer: '/comment' }],
    });
    expect(await send(foreign, {})).toMatchObject({
      kind: 'invalid',
      faults: [{ pointer: '/surveyVersion' }],
    });
  });
});

test('no table has a column for a token or for the address of a person or a machine', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and table_name in ('answer', 'answer_text', 'invitation', 'feedback_point', 'concern', 'rate_limit', 'audit_entry')
      and column_name ~ '(token|address|ip|agent|phone|name|mail)'`.execute(rig.db);
  expect(
    rows.map(({ name }) => name).filter((name) => !/recipient|receipt|description/.test(name)),
  ).toEqual(['invitation.token_hash']);
});
