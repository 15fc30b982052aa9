import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrateAll } from '#main/migrate.ts';
import { openEmbeddedDatabase } from '#platform/embedded-database/index.ts';
import { temporaryFolder } from '#platform/embedded-database/rig-for-tests.ts';
import {
  answersOf,
  countAnswers,
  lostOf,
  nothingMet,
  sendPatiently,
} from '#tests/support/patient-clients.ts';
import { startProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const RESTARTS = times(10, 1);
const CLIENTS = 20;
const RECOVERY_MS = 15_000;

test(
  `B2: ${RESTARTS} restarts of the database under ${CLIENTS} clients lose and double nothing`,
  { timeout: 600_000 },
  async () => {
    const folder = await temporaryFolder();
    const choice = { dataDir: join(folder, 'data'), defaultDir: folder, holder: 'test' };
    let database = await openEmbeddedDatabase(choice);
    await migrateAll(database.url, join(import.meta.dirname, '../../migrations'));
    const running = await startProcess({ url: database.url });
    try {
      const answers = await answersOf(running, times(20_000, 4_000));
      const met = nothingMet();
      const post = (body: string): Promise<Response> =>
        running.ask('/api/answers', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
      const load = { going: true };
      const pages = new Set<number>();
      const reader = async (): Promise<void> => {
        while (load.going) {
          const page = await running.ask('/fi/ei-ole');
          pages.add(page.status);
          if (page.status === 503 && !page.headers.get('retry-after')) met.unsaid += 1;
          await new Promise((done) => setTimeout(done, 20));
        }
      };
      const client = async (): Promise<void> => {
        for (let next = answers.pop(); next && load.going; next = answers.pop()) {
          await sendPatiently(post, next, met);
          await new Promise((done) => setTimeout(done, 10));
        }
      };
      const all = [reader(), ...Array.from({ length: CLIENTS }, client)];
      const recoveries: number[] = [];
      for (let restart = 0; restart < RESTARTS; restart += 1) {
        await untilMore(met.thanked, 50);
        await database.stop();
        expect((await running.ask('/health/ready')).status).toBe(503);
        database = await openEmbeddedDatabase(choice);
        const ready = performance.now();
        await untilMore(met.thanked, 1);
        while ((await running.ask('/health/ready')).status !== 200)
          await new Promise((done) => setTimeout(done, 20));
        recoveries.push(performance.now() - ready);
      }
      // Changes are heard again, so pages may be kept again.
      while (!running.parts.live.listening) await new Promise((done) => setTimeout(done, 50));
      load.going = false;
      await Promise.all(all);
      expect(await lostOf(running, met)).toEqual([]);
      expect(await countAnswers(running)).toBe(met.thanked.length);
      expect([...met.refused.keys()].filter((status) => status !== 503)).toEqual([]);
      expect(met.refused.get(503)).toBeGreaterThan(0);
      expect([...pages].filter((status) => ![404, 503].includes(status))).toEqual([]);
      expect(met.unsaid).toBe(0);
      expect(Math.max(...recoveries)).toBeLessThan(RECOVERY_MS);
    } finally {
      await running.stop();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
);

/** Waits until so many more have come. */
async function untilMore(list: readonly unknown[], more: number): Promise<void> {
  const wanted = list.length + more;
  while (list.length < wanted) await new Promise((done) => setTimeout(done, 10));
}
