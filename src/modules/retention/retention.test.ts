import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OLD_DATA } from '#main/old-data.ts';
import { raiseConcerns, recordAnswers, sealAnswer } from '#modules/feedback';
import { recount } from '#modules/reports';
import { getSurveyInUse } from '#modules/surveys';
import { hashOf, newId } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import type { Retention } from './contract.ts';
import { removeOld } from './remove-old-data.ts';

const DAY = 86_400_000;

let app: TestProcess;
let unit: string;
let cookie: string;
beforeAll(async () => {
  app = await startProcess();
  unit = await app.addUnit();
  ({ cookie } = await app.signIn('administrator'));
});
afterAll(() => app.stop());

const ago = (days: number): Date => new Date(Date.now() - days * DAY);
async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(table)} where county_id = ${app.county}`.execute(
    app.parts.db,
  );
  return rows[0]!.n;
}
async function told(receivedAt: Date, text: string, urgent = false): Promise<void> {
  await app.run(async (ctx) => {
    const id = newId();
    const version = await getSurveyInUse(ctx, app.survey);
    const given = { surveyVersion: version.id, language: 'fi', recommendation: 9 } as const;
    const answer = sealAnswer({ id, ...given, scores: {}, comment: text }, 'test');
    await recordAnswers(ctx, [
      { answer, version, node: unit, channel: 'web', path: null, receivedAt },
    ]);
    if (urgent) await raiseConcerns(ctx, [{ answer: id, node: unit, text, receivedAt }]);
  });
}
async function invited(expiresAt: Date): Promise<void> {
  await app.run(async (ctx) => {
    const version = await getSurveyInUse(ctx, app.survey);
    await ctx.db
      .insertInto('invitation')
      .values({
        county_id: ctx.county,
        token_hash: hashOf(newId()),
        survey_version_id: version.id,
        node_id: unit,
        channel: 'sms',
        expires_at: expiresAt,
      })
      .execute();
  });
}
const remove = (portion?: number): Promise<void> => app.run(removeOld(OLD_DATA, portion));
async function read(): Promise<Retention> {
  return (await (await app.ask('/api/retention', { cookie })).json()) as Retention;
}

test('what is too old goes, what is not stays, and the figures keep the answers', async () => {
  await told(ago(731), 'Vanha.');
  await told(ago(731), 'Minua lyötiin.', true);
  await told(ago(700), 'Nuorempi.');
  await invited(ago(31));
  await invited(ago(29));
  const foretold = (await read()).kinds.find(({ kind }) => kind === 'texts');
  expect(foretold).toMatchObject({ days: 730, changedOn: null, rows: 1 });
  await remove();
  const { rows } = await sql<{ text: string }>`
    select text from answer_text where county_id = ${app.county} order by received_at`.execute(
    app.parts.db,
  );
  // The urgent one has not been handled yet.
  expect(rows.map(({ text }) => text)).toEqual(['Minua lyötiin.', 'Nuorempi.']);
  expect(await count('answer')).toBe(3);
  expect(await count('invitation')).toBe(1);
  await expect.poll(() => app.run((ctx) => recount(ctx)), { timeout: 20_000 }).toEqual([]);
  expect((await read()).last).not.toBeNull();
});

test('sessions, limits and finished jobs go, and who is signed in stays so', async () => {
  await sql`
    insert into session (county_id, token_hash, account_id, expires_at)
    select county_id, '\\x01', id, now() - interval '2 days' from account where county_id = ${app.county} limit 1`.execute(
    app.parts.db,
  );
  await sql`insert into rate_limit values (${app.county}, '\\x02', now() - interval '2 days', 1)`.execute(
    app.parts.db,
  );
  await sql`insert into pgboss.job (name, state, completed_on) values ('rollUpUnitDays', 'completed', now() - interval '8 days')`.execute(
    app.parts.db,
  );
  const before = await count('session');
  await remove();
  expect(await count('session')).toBe(before - 1);
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from rate_limit where key = '\\x02') + (select count(*) from pgboss.job where completed_on < now() - interval '7 days') as n`.execute(
    app.parts.db,
  );
  expect(rows[0]!.n).toBe(0);
  expect((await app.ask('/api/session', { cookie })).status).toBe(200);
});

describe('a setting', () => {
  const change = (kind: string, days: number): Promise<Response> =>
    app.ask(`/api/retention/${kind}`, { method: 'PUT', cookie, json: { days } });
  test('is the county’s own, is logged, and tells beforehand how much it takes', async () => {
    await told(ago(400), 'Neljäsataa päivää vanha.');
    const preview = await app.ask('/api/retention/texts/preview?days=365', { cookie });
    const { rows } = (await preview.json()) as { rows: number };
    expect(rows).toBeGreaterThan(0);
    expect((await change('texts', 365)).status).toBe(204);
    const texts = (await read()).kinds.find(({ kind }) => kind === 'texts')!;
    expect(texts).toMatchObject({ days: 365, rows });
    expect(texts.changedOn).not.toBeNull();
    const held = await count('answer_text');
    await remove();
    expect(await count('answer_text')).toBe(held - rows);
    const { rows: logged } = await sql<{ thing: string; detail: object }>`
      select thing, detail from audit_entry where county_id = ${app.county} and action = 'retention.changeSetting'`.execute(
      app.parts.db,
    );
    expect(logged).toEqual([{ thing: 'kind/texts', detail: { days: 365 } }]);
  });
  test('is refused outside its limits', async () => {
    for (const [kind, days] of [
      ['texts', 29],
      ['audit', 364],
      ['jobs', 8],
      ['texts', 0],
      ['texts', 1.5],
    ] as const)
      expect((await change(kind, days)).status, `${kind} ${days}`).toBe(422);
    expect((await change('answers', 400)).status).toBe(422);
  });
});

test('goes on in portions until nothing is left, in two processes at once', async () => {
  for (let turn = 0; turn < 25; turn += 1) await invited(ago(100));
  await Promise.all([remove(10), remove(10)]);
  // Each planned itself again, and the queue's workers did the rest.
  await expect.poll(() => count('invitation'), { timeout: 20_000 }).toBe(1);
});

test('is planned every night for all processes, and what an outage missed is done once after it', async () => {
  const jobs = async (): Promise<{ state: string }[]> => {
    const { rows } = await sql<{ state: string }>`
      select state from pgboss.job where name = 'removeOldData' order by created_on`.execute(
      app.parts.db,
    );
    return rows;
  };
  const allDone = { timeout: 20_000 };
  const completed = (count: number) =>
    Array.from({ length: count }, () => ({ state: 'completed' }));
  const before = (await jobs()).length;
  await expect.poll(jobs, allDone).toEqual(completed(before));
  // As if nothing had run last night; then two processes start.
  await sql`update pgboss.queue set created_on = now() - interval '2 days'`.execute(app.parts.db);
  const later = await Promise.all([1, 2].map(() => startProcess({ url: app.url })));
  await expect.poll(jobs, allDone).toEqual(completed(before + 1));
  await Promise.all(later.map((process) => process.stop()));
  expect(await jobs()).toEqual(completed(before + 1));
}, 60_000);
