import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answersOf,
  countAnswers,
  lostOf,
  nothingMet,
  sendPatiently,
} from '#tests/support/patient-clients.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const CLIENTS = times(1_000, 200);
const ROUNDS = times(5, 1);
const HANG_MS = 10_000;

let running: TestProcess;
beforeAll(async () => {
  // Eight for requests, and the intake's two.
  running = await startProcess({ env: { DATABASE_POOL: '8' } });
});
afterAll(() => running.stop());

test(
  `B4: ${CLIENTS} clients at once on ten connections wait a bounded time, and nothing is lost`,
  { timeout: 600_000 },
  async () => {
    const answers = await answersOf(running, CLIENTS * ROUNDS);
    const met = nothingMet();
    const { cookie } = await running.signIn('experience-team');
    const statuses = new Map<number, number>();
    let slowestMs = 0;
    const read = async (address: string): Promise<void> => {
      const began = performance.now();
      const response = await running.ask(address, { cookie });
      await response.arrayBuffer();
      slowestMs = Math.max(slowestMs, performance.now() - began);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status === 503 && !response.headers.get('retry-after')) met.unsaid += 1;
    };
    const post = (body: string): Promise<Response> =>
      running.ask('/api/answers', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    for (let round = 0; round < ROUNDS; round += 1) {
      const mine = answers.splice(0, CLIENTS);
      await Promise.all(
        mine.map(async (answer) => {
          await read(`/api/nodes/${running.root}/dashboard`);
          await sendPatiently(post, answer, met);
          await read('/fi/tulokset');
        }),
      );
    }
    expect(Math.max(slowestMs, met.slowestMs)).toBeLessThan(HANG_MS);
    expect([...statuses.keys()].filter((status) => ![200, 503].includes(status))).toEqual([]);
    expect(statuses.get(503)).toBeGreaterThan(0);
    expect(met.unsaid).toBe(0);
    // Answers have connections of their own, which the readers cannot use up.
    expect([...met.refused.keys()]).toEqual([]);
    expect(await lostOf(running, met)).toEqual([]);
    expect(await countAnswers(running)).toBe(CLIENTS * ROUNDS);
  },
);
