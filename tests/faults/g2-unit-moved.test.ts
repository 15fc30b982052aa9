import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

let running: TestProcess;
let places: { from: string; to: string; unit: string };
let admin: string;

beforeAll(async () => {
  running = await startProcess();
  const from = await running.addUnit(undefined, 'service');
  const to = await running.addUnit(undefined, 'service');
  places = { from, to, unit: await running.addUnit(from) };
  admin = (await running.signIn('administrator')).cookie;
});
afterAll(() => running.stop());

const read = async (cookie: string): Promise<number> => {
  const response = await running.ask(`/api/nodes/${places.unit}/dashboard`, { cookie });
  await response.body?.cancel();
  return response.status;
};

const move = async (parent: string): Promise<void> => {
  const response = await running.ask(`/api/nodes/${places.unit}/place`, {
    method: 'PUT',
    cookie: admin,
    json: { parent },
  });
  expect(response.status).toBe(200);
};

const MOVES = times(500, 25);

test(
  `G2: unit moved ${MOVES} times under use: whoever had it reads it no more, whoever gets it does`,
  { timeout: 600_000 },
  async () => {
    const { from, to } = places;
    const readers = new Map([
      [from, (await running.signIn('supervisor', from)).cookie],
      [to, (await running.signIn('supervisor', to)).cookie],
    ]);
    /** Since when a reader has had no right to the unit; set once the move has been answered. */
    const shutOut = new Map<string, number>();
    const use = new AbortController();
    let late = 0;
    const under = [...readers].map(async ([place, cookie]) => {
      while (!use.signal.aborted) {
        const since = shutOut.get(place);
        const status = await read(cookie);
        // Shut out before the request and still after it: no read may have come through.
        if (since !== undefined && since === shutOut.get(place) && status !== 403) late += 1;
      }
    });
    for (let number = 0; number < MOVES; number += 1) {
      const [next, last] = number % 2 === 0 ? [to, from] : [from, to];
      shutOut.delete(next);
      await move(next);
      shutOut.set(last, number);
      expect([await read(readers.get(last)!), await read(readers.get(next)!)]).toEqual([403, 200]);
    }
    use.abort();
    await Promise.all(under);
    expect(late).toBe(0);
    if (MOVES % 2 === 1) await move(from);
  },
);

test('G2: unit moved while its dashboard is open: the stream of news ends within five seconds', async () => {
  const { cookie } = await running.signIn('supervisor', places.from);
  const response = await running.ask(`/api/nodes/${places.unit}/news`, { cookie });
  expect(response.status).toBe(200);
  await move(places.to);
  const began = Date.now();
  const reader = response.body!.getReader();
  while (!(await reader.read()).done);
  expect(Date.now() - began).toBeLessThan(5_000);
  await move(places.from);
});
