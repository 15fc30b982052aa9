import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '#contract/identity';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const CHANGES = times(500, 25);
const AT_ONCE = 25;
const PROMISED_MS = 5_000;

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

/** With what somebody asks: a session or a token. */
type Key = { readonly cookie: string } | { readonly token: string };

const read = async (key: Key): Promise<number> => {
  const response = await running.ask(`/api/nodes/${places.unit}/dashboard`, key);
  await response.body?.cancel();
  return response.status;
};

/** An open stream of news, and when it ended. */
interface Stream {
  endedAt: number | undefined;
  close(): Promise<void>;
}

async function follow(key: Key): Promise<Stream> {
  const response = await running.ask(`/api/nodes/${places.unit}/news`, key);
  expect(response.status).toBe(200);
  const reader = response.body!.getReader();
  const stream: Stream = { endedAt: undefined, close: () => reader.cancel() };
  const toItsEnd = async (): Promise<void> => {
    while (!(await reader.read()).done);
    stream.endedAt = performance.now();
  };
  void toItsEnd();
  return stream;
}

/** Reads again and again until stopped, and counts the reads that came through for somebody who was shut out before they began. */
function use(readers: readonly Reader[]): { stop(): Promise<number> } {
  const going = new AbortController();
  let late = 0;
  const readOn = async (reader: Reader): Promise<void> => {
    while (!going.signal.aborted) {
      const since = reader.outSince;
      const status = await read(reader.key);
      // Shut out before the request and still after it: no read may have come through.
      if (since !== undefined && since === reader.outSince && status === 200) late += 1;
      // What is refused from memory would leave nobody else a turn.
      await setImmediate();
    }
  };
  const under = readers.map(readOn);
  return {
    async stop() {
      going.abort();
      await Promise.all(under);
      return late;
    },
  };
}

interface Reader {
  readonly key: Key;
  /** What is answered once the right is gone: not signed in, not allowed, or (to a token that is none, again and again) not now. */
  readonly refusals: readonly number[];
  /** Set once the change that shut them out has been answered. */
  outSince: number | undefined;
}

async function change(method: string, address: string, json?: unknown): Promise<void> {
  const response = await running.ask(address, {
    method,
    cookie: admin,
    ...(json !== undefined && { json }),
  });
  expect(response.status).toBe(200);
}

const move = (parent: string): Promise<void> =>
  change('PUT', `/api/nodes/${places.unit}/place`, { parent });

test(
  `G2: unit moved ${CHANGES} times under use: whoever had it reads it no more, whoever gets it does`,
  { timeout: 600_000 },
  async () => {
    const { from, to } = places;
    const supervisor = async (place: string): Promise<Reader> => {
      const { cookie } = await running.signIn('supervisor', place);
      return { key: { cookie }, refusals: [403], outSince: undefined };
    };
    const [before, after] = [await supervisor(from), await supervisor(to)];
    const used = use([before, after]);
    for (let number = 0; number < CHANGES; number += 1) {
      const [place, next, last] = number % 2 === 0 ? [to, after, before] : [from, before, after];
      next.outSince = undefined;
      await move(place);
      last.outSince = number;
      expect([await read(last.key), await read(next.key)]).toEqual([403, 200]);
    }
    expect(await used.stop()).toBe(0);
    if (CHANGES % 2 === 1) await move(from);
  },
);

test('G2: unit moved while its dashboard is open: the stream of news ends within five seconds, a county’s stays', async () => {
  const theirs = await follow(await running.signIn('supervisor', places.from));
  const stays = await follow(await running.signIn('viewer'));
  const movedAt = performance.now();
  await move(places.to);
  await expect.poll(() => theirs.endedAt, { timeout: 2 * PROMISED_MS }).toBeDefined();
  expect(theirs.endedAt! - movedAt).toBeLessThan(PROMISED_MS);
  expect(stays.endedAt).toBeUndefined();
  await stays.close();
  await move(places.from);
});

/** A right of somebody’s own on the unit, and the change that takes it. */
type Loss = () => Promise<Pick<Reader, 'key' | 'refusals'> & { take(): Promise<void> }>;

const LOSSES: Record<string, Loss> = {
  async 'role removed'() {
    const { cookie, account } = await running.signIn('supervisor', places.unit);
    const response = await running.ask('/api/accounts', { cookie: admin });
    const { accounts } = (await response.json()) as { accounts: Account[] };
    const [role] = accounts.find(({ id }) => id === account)!.roles;
    return {
      key: { cookie },
      refusals: [403],
      take: () => change('DELETE', `/api/accounts/${account}/roles/${role!.id}`),
    };
  },
  async 'account closed'() {
    const { cookie, account } = await running.signIn('supervisor', places.unit);
    const take = (): Promise<void> => change('POST', `/api/accounts/${account}/close`);
    return { key: { cookie }, refusals: [401], take };
  },
  async 'token revoked'() {
    const { token, id } = await running.addToken('supervisor', places.unit);
    const take = (): Promise<void> => change('POST', `/api/tokens/${id}/revoke`);
    return { key: { token }, refusals: [401, 429], take };
  },
};

test.each(Object.entries(LOSSES))(
  `G2: %s ${CHANGES} times under use: no read after it, the streams end within five seconds, others’ stay`,
  { timeout: 1_200_000 },
  async (_, loss) => {
    const keep = await Promise.all(
      [places.unit, places.from, running.root].map((node) => running.signIn('supervisor', node)),
    );
    const kept = await Promise.all(keep.map(follow));
    for (let done = 0; done < CHANGES; done += AT_ONCE) {
      const rights = await Promise.all(Array.from({ length: AT_ONCE }, loss));
      const readers = rights.map((right) => ({
        ...right,
        outSince: undefined as number | undefined,
      }));
      const streams = await Promise.all(readers.map(({ key }) => follow(key)));
      // Some read without a pause while the rights are taken one after the other.
      const used = use(readers.filter((__, place) => place % 5 === 0));
      for (const reader of readers) {
        expect(await read(reader.key)).toBe(200);
        await reader.take();
        reader.outSince = performance.now();
        expect(reader.refusals).toContain(await read(reader.key));
      }
      await expect
        .poll(() => streams.filter(({ endedAt }) => endedAt === undefined).length, {
          timeout: 2 * PROMISED_MS,
        })
        .toBe(0);
      expect(await used.stop()).toBe(0);
      const took = streams.map(({ endedAt }, place) => endedAt! - readers[place]!.outSince!);
      expect(Math.max(...took)).toBeLessThan(PROMISED_MS);
    }
    expect(kept.map(({ endedAt }) => endedAt)).toEqual([undefined, undefined, undefined]);
    expect(await Promise.all(keep.map(read))).toEqual([200, 200, 200]);
    await Promise.all(kept.map((stream) => stream.close()));
  },
);
