import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFeedbackPoint, OPEN_FORMS } from '#modules/collection';
import { getSurveyInUse } from '#modules/surveys';
import { newId } from '#platform/ids.ts';
import { countAnswers } from '#tests/support/patient-clients.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const POSTS = times(50_000, 1_200);
const AT_ONCE = 50;
// Of one address at one flooded point: forms that were read, and what comes without a form.
const LET_IN = 90;

let running: TestProcess;
let code: string;
let version: string;
let unit: string;
// The bots' clock: what takes them a minute takes the test none.
let now = Date.parse('2026-11-18T12:00:00Z');
beforeAll(async () => {
  running = await startProcess({ clock: () => new Date(now) });
  unit = await running.addUnit();
  version = (await running.run((ctx) => getSurveyInUse(ctx, running.survey))).id;
  code = await openPoint();
});
afterAll(() => running.stop());

const openPoint = async (): Promise<string> =>
  (await running.run((ctx) => createFeedbackPoint(ctx, unit, { channel: 'qr' }))).code;

const post = async (to: string, fields: Record<string, string>): Promise<number> => {
  const response = await running.ask(`/p/${to}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  });
  await response.arrayBuffer();
  return response.status;
};

const read = async (of: string): Promise<Record<string, string>> => {
  const html = await (await running.ask(`/p/${of}`)).text();
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name!, value!]));
};

const filled = (): Record<string, string> => ({
  id: newId(),
  version,
  recommendation: '10',
  comment: 'Buy now at example.com',
});

/** The kinds of bots; each is given a page that it read when it began. */
const BOTS: readonly ((page: Record<string, string>) => Promise<number>)[] = [
  // Posts what it thinks a form is.
  () => post(code, filled()),
  // Fills in whatever it finds.
  (page) => post(code, { ...page, ...filled(), website: 'https://example.com' }),
  // Makes up a seal.
  () =>
    post(code, {
      ...filled(),
      seal: `${Math.floor(now / 1000).toString(36)}.AAAAAAAAAAAAAAAAAAAAAA`,
    }),
  // Took the seal of another point.
  async (page) => post(code, { ...filled(), seal: page['other']! }),
  // Reads a page and sends it at once.
  async () => post(code, { ...(await read(code)), ...filled() }),
  // Sends one page again and again under new ids.
  (page) => post(code, { ...page, ...filled() }),
  // Goes round the form.
  async () => {
    const { id, recommendation, comment } = filled();
    const json = {
      id,
      code,
      surveyVersion: version,
      language: 'en',
      recommendation: Number(recommendation),
      comment,
    };
    const response = await running.ask('/api/answers', { method: 'POST', json });
    return response.status;
  },
];

test(
  `C8: of ${POSTS} posts of bots of seven kinds at an open form no more are stored than the limits let in`,
  { timeout: 1_800_000 },
  async () => {
    const other = await openPoint();
    const page = { ...(await read(code)), other: (await read(other))['seal']! };
    const statuses = new Map<number, number>();
    for (let sent = 0; sent < POSTS; sent += AT_ONCE) {
      const batch = Array.from({ length: AT_ONCE }, (_, index) =>
        BOTS[(sent + index) % BOTS.length]!(page),
      );
      for (const status of await Promise.all(batch))
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // Fifty posts take them a second.
      now += 1_000;
    }
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    const stored = await countAnswers(running);
    const windows = Math.ceil(POSTS / AT_ONCE / 600);
    expect(stored).toBeLessThanOrEqual(OPEN_FORMS.floodPerMinute + 2 * LET_IN * windows);
    if (POSTS >= 50_000) expect(stored).toBeLessThanOrEqual(POSTS / 100);
    // Each kind by itself: none of the first four is ever let in.
    for (const bot of BOTS.slice(0, 4)) expect(await bot(page)).toBe(422);
  },
);

test('C8: who only sends quickly is not taken for a bot while the point is not flooded', async () => {
  const quiet = await openPoint();
  expect(await post(quiet, { ...(await read(quiet)), recommendation: '9' })).toBe(303);
});

test('C8: while a point is flooded, whoever has read its form for three seconds gets through at once', async () => {
  const flooded = await openPoint();
  for (let sent = 0; sent <= OPEN_FORMS.floodPerMinute; sent += 1) await post(flooded, filled());
  const form = await read(flooded);
  expect(await post(flooded, { ...form, recommendation: '9' })).toBe(422);
  now += OPEN_FORMS.youngestSeconds * 1_000;
  expect(await post(flooded, { ...form, recommendation: '9' })).toBe(303);
  // A form that was opened before the flood, and one that lay open for a day.
  const early = await read(flooded);
  now += OPEN_FORMS.oldestSeconds * 1_000;
  expect(await post(flooded, { ...early, recommendation: '9' })).toBe(303);
  now += 1_000;
  expect(await post(flooded, { ...early, id: newId(), recommendation: '9' })).toBe(422);
});
