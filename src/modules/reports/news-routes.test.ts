import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#main/database.ts';
import { createCounty } from '#modules/organisation';
import type { Actor } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { Live } from '#platform/live.ts';
import { openLog } from '#platform/log.ts';
import { tell } from '#platform/news.ts';
import { createEdge, type Edge } from '#platform/transaction.ts';
import { cloneDatabase } from '#tests/support/database.ts';
import { newsRoutes } from './news-routes.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let pool: pg.Pool;
let live: Live;
// oxlint-disable-next-line typescript/no-explicit-any -- the test reads no table
let edge: Edge<any>;
let root: string;
let actor: Actor;

beforeAll(async () => {
  clone = await cloneDatabase();
  const opened = openDatabase<any>(clone.url, 4);
  pool = opened.pool;
  live = new Live(clone.url, openLog('silent'));
  await live.start();
  edge = createEdge({
    pool,
    county: newId(),
    clock: () => new Date(),
    jobs: { plan: async () => undefined, wake: () => undefined },
    reactions: [],
  });
  root = await edge.write({ kind: 'system', name: 'test' }, 'test', (ctx) =>
    createCounty(ctx, { code: 'x', name: { fi: 'X' }, example: false }),
  );
});
afterAll(async () => {
  await live.stop();
  await pool.end();
  await clone.drop();
});

async function follow(node: string): Promise<{ response: Response; controller: AbortController }> {
  actor = { kind: 'account', id: newId(), roles: [{ role: 'viewer', node: root }] };
  const [news] = newsRoutes({ edge, live, actorOf: async () => actor });
  const controller = new AbortController();
  const request = new Request(`http://localhost/api/nodes/${node}/news`, {
    signal: controller.signal,
  });
  const response = (await news!.handle(
    undefined as never,
    { params: { node }, request, requestId: 'test' } as never,
  )) as Response;
  return { response, controller };
}

const announce = (nodes: readonly string[]) =>
  edge.write({ kind: 'system', name: 'test' }, 'test', (ctx) => tell(ctx, 'figures', nodes));

async function readUntil(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  wanted: string,
): Promise<void> {
  for (let text = ''; !text.includes(wanted);) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended before "${wanted}": ${text}`);
    text += new TextDecoder().decode(value);
  }
}

test('news of the node arrive, those of another one do not', async () => {
  const { response, controller } = await follow(root);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body!.getReader();
  await readUntil(reader, 'retry');
  await announce([newId()]);
  await announce([root]);
  const { value } = await reader.read();
  expect(new TextDecoder().decode(value)).toBe('event: figures\ndata: {}\n\n');
  controller.abort();
  expect((await reader.read()).done).toBe(true);
});

test('whoever may not follow the node gets no stream', async () => {
  actor = { kind: 'public' };
  const [news] = newsRoutes({ edge, live, actorOf: async () => actor });
  const input = {
    params: { node: root },
    request: new Request('http://localhost/'),
    requestId: 'test',
  };
  await expect(news!.handle(undefined as never, input as never)).rejects.toMatchObject({
    kind: 'unauthenticated',
  });
});

test('a role that is taken away ends the stream within five seconds', async () => {
  const { response } = await follow(root);
  const reader = response.body!.getReader();
  await readUntil(reader, 'retry');
  const since = performance.now();
  actor = { kind: 'account', id: newId(), roles: [] };
  while (!(await reader.read()).done);
  expect(performance.now() - since).toBeLessThan(5_000);
});
