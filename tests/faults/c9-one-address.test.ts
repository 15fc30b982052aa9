import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFeedbackPoint } from '#modules/collection';
import { getSurveyInUse } from '#modules/surveys';
import { newId, newSecret } from '#platform/ids.ts';
import { answersOf, countAnswers } from '#tests/support/patient-clients.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const RESPONDENTS = times(3_000, 300);
// A hospital's points; at one of them less than a flood comes in ten minutes.
const POINTS = times(40, 4);
const ATTACKS = times(6_000, 600);

let running: TestProcess;
beforeAll(async () => {
  running = await startProcess();
});
afterAll(() => running.stop());

test(
  `C9: ${RESPONDENTS} respondents of one address get through while an attacker of the same address is limited`,
  { timeout: 900_000 },
  async () => {
    const unit = await running.addUnit();
    const { id: version } = await running.run((ctx) => getSurveyInUse(ctx, running.survey));
    const codes: string[] = [];
    for (let made = 0; made <= POINTS; made += 1)
      codes.push(
        (await running.run((ctx) => createFeedbackPoint(ctx, unit, { channel: 'qr' }))).code,
      );
    const attacked = codes.pop()!;
    const invited = await answersOf(running, RESPONDENTS / 2);
    const statuses = { invited: new Map(), open: new Map(), guesses: new Map(), flood: new Map() };
    const note = (of: Map<number, number>, status: number): void =>
      void of.set(status, (of.get(status) ?? 0) + 1);
    const send = async (json: object): Promise<number> => {
      const response = await running.ask('/api/answers', { method: 'POST', json });
      await response.arrayBuffer();
      return response.status;
    };
    const answer = (wayIn: object) => ({
      id: newId(),
      surveyVersion: version,
      language: 'fi',
      recommendation: 9,
      ...wayIn,
    });

    const half = RESPONDENTS / 2;
    for (let turn = 0; turn < half; turn += 25) {
      await Promise.all(
        Array.from({ length: Math.min(25, half - turn) }, async (_, index) => {
          note(statuses.invited, await send(invited[turn + index]!));
          note(statuses.open, await sendForm(codes[(turn + index) % codes.length]!));
          for (let attack = 0; attack < ATTACKS / RESPONDENTS; attack += 1) {
            note(statuses.guesses, await send(answer({ token: newSecret() })));
            note(statuses.flood, await send(answer({ code: attacked })));
          }
        }),
      );
    }
    expect([...statuses.invited]).toEqual([[201, half]]);
    expect([...statuses.open]).toEqual([[303, half]]);
    expect(statuses.guesses.get(404)).toBeLessThanOrEqual(60);
    expect(statuses.guesses.get(429)).toBeGreaterThan(0);
    expect(statuses.flood.get(201)).toBeLessThanOrEqual(120 + 90);
    expect(statuses.flood.get(429) ?? 0).toBe(ATTACKS / 2 - statuses.flood.get(201)!);
    expect(await countAnswers(running)).toBe(RESPONDENTS + statuses.flood.get(201)!);
  },
);

/** Opens a form and sends it, as a browser does. */
async function sendForm(code: string): Promise<number> {
  const html = await (await running.ask(`/p/${code}`)).text();
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const body = new URLSearchParams(fields.map(([, name, value]) => [name!, value!]));
  body.set('recommendation', '9');
  const response = await running.ask(`/p/${code}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
    redirect: 'manual',
  });
  return response.status;
}
