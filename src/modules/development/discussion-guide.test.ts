import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FeedbackPoints } from '#contract/collection';
import { recount } from '#modules/reports';
import { getSurveyInUse } from '#modules/surveys';
import { newId } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import type { DiscussionGuide } from './contract.ts';

let app: TestProcess;
let version: string;

beforeAll(async () => {
  app = await startProcess();
  const row = await app.run((ctx) =>
    ctx.db
      .selectFrom('survey_version')
      .select('id')
      .where('county_id', '=', ctx.county)
      .where('status', '=', 'in-use')
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  );
  version = row.id;
});
afterAll(() => app.stop());

const CODES = [
  'got-help',
  'cared-for',
  'decided-together',
  'felt-safe',
  'understood-information',
  'know-next',
  'found-useful',
];

/** Answers of one unit by the way that people use; `know` is what they say of knowing what comes next. */
async function answer(unit: string, cookie: string, count: number, know: number): Promise<void> {
  const json = { channel: 'qr' };
  const made = await app.ask(`/api/nodes/${unit}/feedback-points`, {
    method: 'POST',
    cookie,
    json,
  });
  const { code } = (await made.json()) as { code: string };
  for (let index = 0; index < count; index += 1) {
    const scores = Object.fromEntries(CODES.map((statement) => [statement, 5 - (index % 2)]));
    const given = { scores: { ...scores, 'know-next': know }, recommendation: 9 + (index % 2) };
    const sent = { id: newId(), code, surveyVersion: version, language: 'fi', ...given };
    const comment = index === 0 ? 'Hoitaja kuunteli.' : '';
    const response = await app.ask('/api/answers', { method: 'POST', json: { ...sent, comment } });
    expect(response.status).toBe(201);
  }
}

async function guideOf(unit: string, cookie: string, more = ''): Promise<DiscussionGuide> {
  // The figures are there once the job that follows the answers has been done.
  await expect.poll(() => app.run((ctx) => recount(ctx)), { timeout: 10_000 }).toEqual([]);
  const response = await app.ask(`/api/nodes/${unit}/discussion-guide?months=2${more}`, {
    cookie,
    headers: { 'polku-purpose': 'discussion' },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as DiscussionGuide;
}

test('a guide is made of the unit’s own answers, and tells where it falls behind its siblings', async () => {
  const service = await app.addUnit(app.root, 'service');
  const [unit, sibling] = [await app.addUnit(service), await app.addUnit(service)];
  const { cookie } = await app.signIn('supervisor', service);
  await answer(unit, cookie, 24, 2);
  await answer(sibling, cookie, 36, 5);
  const guide = await guideOf(unit, cookie);
  expect(guide).toMatchObject({
    node: { id: unit },
    parent: { id: service },
    answers: { n: 24 },
    well: { state: 'strong' },
    told: [{ tone: 'good', text: 'Hoitaja kuunteli.' }],
    tries: { open: [], last: null },
  });
  expect(guide.well.statements).toHaveLength(3);
  expect(guide.questions[0]).toMatchObject({
    code: 'information',
    because: 'lowest',
    statement: { code: 'know-next', mean: 2 },
  });
  expect(guide.differs).toMatchObject({
    state: 'some',
    items: [{ direction: 'worse', statement: { code: 'know-next' } }],
  });
  expect(Object.values(guide.minutes).reduce((sum, minutes) => sum + minutes, 0)).toBe(30);
});
test('the figures of a handful of answers are kept back, and the guide asks all the same', async () => {
  const unit = await app.addUnit();
  const { cookie } = await app.signIn('supervisor', unit);
  await answer(unit, cookie, 3, 1);
  const guide = await guideOf(unit, cookie);
  expect(guide).toMatchObject({
    answers: null,
    well: { state: 'few', statements: [] },
    differs: { state: 'few' },
  });
  expect(guide.questions.map(({ statement }) => statement)).toEqual([null, null, null]);
});

test('a guide is of one survey: the figures and the words of another one are not in it', async () => {
  const unit = await app.addUnit();
  const { cookie } = await app.signIn('supervisor', unit);
  await answer(unit, cookie, 6, 4);
  const { surveys } = (await (
    await app.ask(`/api/nodes/${unit}/feedback-points`, { cookie })
  ).json()) as FeedbackPoints;
  const outside = surveys.find(({ name }) => name.en?.includes('did not get in'))!;
  const point = await app.ask(`/api/nodes/${unit}/feedback-points`, {
    method: 'POST',
    cookie,
    json: { channel: 'web', survey: outside.id },
  });
  const { code } = (await point.json()) as { code: string };
  const version = await app.run((ctx) => getSurveyInUse(ctx, outside.id));
  for (let index = 0; index < 7; index += 1) {
    const sent = { id: newId(), code, surveyVersion: version.id, language: 'fi' };
    const given = { scores: { 'could-reach': 1 }, comment: 'En päässyt.' };
    const json = { ...sent, ...given };
    expect((await app.ask('/api/answers', { method: 'POST', json })).status).toBe(201);
  }
  const usual = await guideOf(unit, cookie);
  expect(usual).toMatchObject({ set: { code: 'did-not-get-in' }, answers: { n: 7 } });
  expect(usual.told.map(({ text }) => text)).not.toContain('Hoitaja kuunteli.');
  const national = await guideOf(unit, cookie, '&set=national');
  expect(national.set?.code).toBe('national');
  expect(national.told.map(({ text }) => text)).toEqual(['Hoitaja kuunteli.']);
  expect(national.sets.map(({ code: each }) => each)).toEqual([
    'national',
    'animal-owners',
    'did-not-get-in',
  ]);
});
