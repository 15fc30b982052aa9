import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raiseConcerns, recordAnswers, sealAnswer } from '#modules/feedback';
import { recount } from '#modules/reports';
import { getSurveyInUse } from '#modules/surveys';
import { newId } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const PEOPLE = times(200, 10);

let running: TestProcess;
let unit: string;
let team: string;
let supervisor: string;
let lines = '';
beforeAll(async () => {
  const log = pino({ level: 'debug' }, { write: (line: string) => void (lines += line) });
  running = await startProcess({ log });
  unit = await running.addUnit();
  ({ cookie: team } = await running.signIn('experience-team'));
  ({ cookie: supervisor } = await running.signIn('supervisor', unit));
});
afterAll(() => running.stop());

interface Person {
  readonly canary: string;
  readonly answer: string;
  readonly text: string;
}

/** Somebody told something; it was raised as urgent, handled, quoted, discussed and replied to. */
async function tell(index: number): Promise<Person> {
  // Letters alone: digits may look like somebody's phone number and be masked.
  const letters = [...randomBytes(24)].map((byte) => String.fromCodePoint(97 + (byte % 26)));
  const canary = `kanarialintu${letters.join('')}`;
  const text = `Minua lyötiin odotustilassa ${index}.\nNimeni on ${canary} ja asun torin laidalla. Kiitos.`;
  const answer = newId();
  await running.run(async (ctx) => {
    const version = await getSurveyInUse(ctx, running.survey);
    const given = { surveyVersion: version.id, language: 'fi', recommendation: 1 } as const;
    const sealed = sealAnswer({ id: answer, ...given, scores: {}, comment: text }, 'test');
    await recordAnswers(ctx, [{ answer: sealed, version, node: unit, channel: 'web', path: null }]);
    await raiseConcerns(ctx, [{ answer, node: unit, text, receivedAt: ctx.now() }]);
  });
  await quote({ canary, answer, text });
  return { canary, answer, text };
}

async function send(method: string, address: string, json: unknown): Promise<{ id: string }> {
  const headers = { 'polku-purpose': 'moderation' };
  const response = await running.ask(address, { method, cookie: supervisor, json, headers });
  expect(response.status, `${address} ${JSON.stringify(json)}`).toBeLessThan(300);
  return (response.status === 204 ? {} : await response.json()) as { id: string };
}

async function quote({ canary, answer, text }: Person): Promise<void> {
  const sentence = text.split('\n')[1]!.split('. ')[0]!;
  const loud = `Hän sanoi: ”${text.toUpperCase().replaceAll(' ', '  ')}”`;
  const { rows } = await one<{ id: string }>('select id from concern where answer_id = $1', [
    answer,
  ]);
  await send('POST', `/api/concerns/${rows[0]!.id}/handling`, { note: `Luin: ${sentence}.` });
  await send('PUT', `/api/nodes/${unit}/discussions/${newId()}`, {
    periodFrom: '2026-10-01',
    periodTo: '2026-10-31',
    agreed: `Luettiin yhdessä: ${text}`,
  });
  const form = {
    title: `Vastaus: ${sentence}.`,
    reason: loud,
    owner: 'Vastaava',
    due: '2027-01-31',
  };
  const action = await send('POST', `/api/nodes/${unit}/actions`, { ...form, sources: [answer] });
  // The former words stand in its history from now on.
  const change = { ...form, title: 'Muu', reason: 'Muu', revision: 1, sources: [answer] };
  await send('PUT', `/api/actions/${action.id}`, change);
  const half = { youSaid: `Sanoit: ${sentence}.`, weDid: 'Teimme.' };
  await send('PUT', `/api/actions/${action.id}/reply`, {
    texts: { fi: half, sv: half, en: half },
    revision: 0,
  });
  expect(canary).toBeTruthy();
}

async function one<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<{ rows: Row[] }> {
  const client = new pg.Client({ connectionString: running.url });
  await client.connect();
  try {
    return await client.query<Row>(text, values);
  } finally {
    await client.end();
  }
}

/** Every row of every table of the database as text, the job queue's too. */
async function dump(): Promise<string> {
  const { rows } = await one<{ name: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`);
  const parts: string[] = [];
  for (const { name } of rows) {
    const { rows: found } = await one<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...found.map(({ row }) => row));
  }
  return parts.join('\n').toLowerCase();
}

const erase = (answer: string, cookie = team): Promise<Response> =>
  running.ask(`/api/texts/${answer}/erasure`, {
    method: 'POST',
    cookie,
    json: { reason: 'other', words: 'Pyydetty, soita 040 123 4567' },
  });

test(
  `F7: after the erasure of ${PEOPLE} texts nothing of them is in the database or in the log`,
  { timeout: 600_000 },
  async () => {
    const people: Person[] = [];
    for (let index = 0; index < PEOPLE; index += 1) people.push(await tell(index));
    const kept = await tell(PEOPLE);
    const before = await dump();
    // Each stands in its text, note, discussion, history and three languages of the reply at least.
    for (const { canary } of people)
      expect(before.split(canary).length - 1).toBeGreaterThanOrEqual(7);
    for (const { answer } of people) expect((await erase(answer)).status).toBe(204);
    const after = await dump();
    expect(people.filter(({ canary }) => after.includes(canary))).toEqual([]);
    expect(after).toContain(kept.canary);
    expect(people.filter(({ canary }) => lines.toLowerCase().includes(canary))).toEqual([]);
    expect(lines).toContain('/api/texts/:answer/erasure');
    // The answers still count, without their texts.
    await expect.poll(() => running.run((ctx) => recount(ctx)), { timeout: 30_000 }).toEqual([]);
    const { rows } = await one<{ counts: number[] }>(
      `select counts from node_day where node_id = $1 and channel = 'all'`,
      [unit],
    );
    expect(rows[0]!.counts.slice(0, 2)).toEqual([PEOPLE + 1, 1]);
    expect((await erase(people[0]!.answer)).status).toBe(404);
  },
);

test('F7: an erasure is logged with who and why, and what waits as urgent is handled first', async () => {
  const answer = newId();
  await running.run(async (ctx) => {
    const version = await getSurveyInUse(ctx, running.survey);
    const given = { surveyVersion: version.id, language: 'fi', recommendation: null } as const;
    const comment = 'Minua lyötiin.';
    const sealed = sealAnswer({ id: answer, ...given, scores: {}, comment }, 'test');
    await recordAnswers(ctx, [{ answer: sealed, version, node: unit, channel: 'web', path: null }]);
    await raiseConcerns(ctx, [{ answer, node: unit, text: comment, receivedAt: ctx.now() }]);
  });
  expect((await erase(answer, supervisor)).status).toBe(403);
  const refused = await erase(answer);
  expect([refused.status, await refused.json()]).toMatchObject([
    409,
    { type: '/problems/concern-waits' },
  ]);
  const { rows } = await one<{ id: string }>('select id from concern where answer_id = $1', [
    answer,
  ]);
  await send('POST', `/api/concerns/${rows[0]!.id}/handling`, { note: 'Soitettu.' });
  expect((await erase(answer)).status).toBe(204);
  const { rows: logged } = await one(
    `select node_id, thing, detail from audit_entry where action = 'feedback.eraseText' and thing = $1`,
    [`answer/${answer}`],
  );
  expect(logged).toEqual([
    {
      node_id: unit,
      thing: `answer/${answer}`,
      detail: { reason: 'other', words: 'Pyydetty, soita ▇▇▇▇' },
    },
  ]);
});

test('F7: whoever has an action open with the words in it cannot save them back', async () => {
  const { answer, text } = await tell(PEOPLE + 1);
  const form = { title: 'Teemme', reason: text, owner: 'Vastaava', due: '2027-01-31' };
  const { id } = await send('POST', `/api/nodes/${unit}/actions`, form);
  expect((await erase(answer)).status).toBe(204);
  const response = await running.ask(`/api/actions/${id}`, {
    method: 'PUT',
    cookie: supervisor,
    json: { ...form, revision: 1 },
  });
  expect([response.status, await response.json()]).toMatchObject([
    409,
    { type: '/problems/action-changed' },
  ]);
});

test('F7: what others wrote of their own stays, though it begins alike', async () => {
  const { answer } = await tell(PEOPLE + 2);
  const reason = 'Kiitos. Minua lyötiin odotustilassa toisella kertaa.';
  const form = { title: 'Teemme', reason, owner: 'Vastaava', due: '2027-01-31' };
  const { id } = await send('POST', `/api/nodes/${unit}/actions`, form);
  expect((await erase(answer)).status).toBe(204);
  expect(await send('GET', `/api/actions/${id}`, undefined)).toMatchObject({ reason });
});
