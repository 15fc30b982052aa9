import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CuttingProxy, startCuttingProxy } from '#tests/support/cutting-proxy.ts';
import { cloneDatabase } from '#tests/support/database.ts';
import {
  answersOf,
  countAnswers,
  lostOf,
  nothingMet,
  sendPatiently,
} from '#tests/support/patient-clients.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const REQUESTS = times(1_000, 50);

let proxy: CuttingProxy;
let running: TestProcess;
let clone: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  clone = await cloneDatabase();
  proxy = await startCuttingProxy(clone.url);
  running = await startProcess({ url: proxy.url });
});
afterAll(async () => {
  await running.stop();
  await proxy.stop();
  await clone.drop();
});

test(
  `B6: ${REQUESTS} times the connection is cut after the commit, and the same id gets the receipt of the one row`,
  { timeout: 900_000 },
  async () => {
    const answers = await answersOf(running, REQUESTS);
    const met = nothingMet();
    const statuses = new Set<number>();
    for (const answer of answers) {
      let attempts = 0;
      const post = async (body: string): Promise<Response> => {
        attempts += 1;
        // The first time, whatever commits is durable and nobody hears of it.
        proxy.cutsCommits = attempts === 1;
        const headers = { 'content-type': 'application/json' };
        const response = await running.ask('/api/answers', { method: 'POST', headers, body });
        if (response.ok) statuses.add(response.status);
        return response;
      };
      await sendPatiently(post, answer, met);
      expect(attempts).toBeGreaterThan(1);
    }
    proxy.cutsCommits = false;
    expect(proxy.cuts).toBeGreaterThanOrEqual(REQUESTS);
    expect(met.refused.get(503)).toBeGreaterThanOrEqual(REQUESTS);
    expect([...met.refused.keys()]).toEqual([503]);
    expect(met.unsaid).toBe(0);
    // Each had been stored the first time.
    expect([...statuses]).toEqual([200]);
    expect(await lostOf(running, met)).toEqual([]);
    expect(await countAnswers(running)).toBe(REQUESTS);
  },
);
