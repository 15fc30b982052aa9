import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFeedbackPoint } from '#modules/collection';
import { recount } from '#modules/reports';
import { startProcess, type TestProcess } from './support/process.ts';

let running: TestProcess;
let cookie: string;
let root: string;

beforeAll(async () => {
  running = await startProcess();
  ({ cookie } = await running.signIn('administrator'));
  const tree = (await (await running.ask('/api/nodes', { cookie })).json()) as {
    nodes: { code: string; parent: string | null }[];
  };
  root = tree.nodes.find(({ parent }) => parent === null)!.code;
});
afterAll(() => running.stop());

const HEAD = 'code,parent code,kind,name in Finnish,closed down,merged into code';
const send = (address: string, rows: readonly string[]): Promise<Response> =>
  running.ask(address, { method: 'POST', cookie, body: [HEAD, ...rows].join('\n') });

/** The events of an import by their names. */
async function eventsOf(
  response: Response,
): Promise<[event: string, data: Record<string, unknown>][]> {
  const text = await response.text();
  return text
    .split('\n\n')
    .filter((part) => part !== '')
    .map((part) => {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(part)!;
      return [event!, JSON.parse(data!) as Record<string, unknown>];
    });
}

const units = (count: number, prefix: string): string[] => [
  `${prefix},${root},service,Palvelu ${prefix},,`,
  ...Array.from(
    { length: count },
    (_, index) => `${prefix}-${index},${prefix},unit,Yksikkö ${index},,`,
  ),
];

test('a file is checked, written with its progress told, and changes nothing when it is sent again', async () => {
  const rows = units(1_200, 'A');
  const checked = (await (await send('/api/nodes/table/check', rows)).json()) as { digest: string };
  const events = await eventsOf(await send(`/api/nodes/table?digest=${checked.digest}`, rows));
  expect(events.filter(([event]) => event === 'progress').length).toBeGreaterThan(3);
  expect(events.at(-1)).toMatchObject(['outcome', { rows: 1_201, accepted: 1_201, refused: 0 }]);
  const again = await eventsOf(await send('/api/nodes/table', rows));
  expect(again).toMatchObject([['outcome', { unchanged: 1_201, lines: [] }]]);
  const late = await eventsOf(await send(`/api/nodes/table?digest=${checked.digest}`, rows));
  expect(late).toMatchObject([['problem', { type: '/problems/table-changed', status: 409 }]]);
});

test('a file that cannot be read is refused as a whole, and so is one that is too large', async () => {
  const nothing = await running.ask('/api/nodes/table', {
    method: 'POST',
    cookie,
    body: 'a;b\n1;2\n',
  });
  expect([nothing.status, ((await nothing.json()) as { type: string }).type]).toEqual([
    422,
    '/problems/table-without-codes',
  ]);
  const large = await running.ask('/api/nodes/table/check', {
    method: 'POST',
    cookie,
    body: 'x'.repeat(6 * 1024 * 1024),
  });
  expect(((await large.json()) as { type: string }).type).toBe('/problems/body-too-large');
});

test('two importers at once come one after the other: every row is written once or refused, and nothing is in two places', async () => {
  const both = ['B', 'C', 'B', 'C'].map((prefix) =>
    // The same units, in another service of each file.
    send('/api/nodes/table', [
      `${prefix},${root},service,Palvelu ${prefix},,`,
      ...Array.from(
        { length: 300 },
        (_, index) => `X-${index},${prefix},unit,Yksikkö X ${index},,`,
      ),
    ]).then(eventsOf),
  );
  for (const events of await Promise.all(both)) {
    const [event, data] = events.at(-1)!;
    expect([event, data['rows'], data['accepted']]).toEqual(['outcome', 301, 301]);
  }
  const tree = (await (await running.ask('/api/nodes', { cookie })).json()) as {
    nodes: { id: string; code: string; parent: string }[];
  };
  const moved = tree.nodes.filter(({ code }) => code.startsWith('X-'));
  expect(moved).toHaveLength(300);
  expect(new Set(moved.map(({ parent }) => parent)).size).toBe(1);
  await running.run(async (ctx) => {
    const rows = await ctx.db
      .selectFrom('node_ancestor')
      .select(['node_id', 'depth'])
      .where('county_id', '=', running.county)
      .where(
        'node_id',
        'in',
        moved.map(({ id }) => id),
      )
      .execute();
    expect(rows).toHaveLength(3 * 300);
    expect(await recount(ctx)).toEqual([]);
  });
});

test('a merged unit’s page, points and paths lead to the unit in which it goes on; a closed one’s page says so', async () => {
  await (await send('/api/nodes/table', units(3, 'M'))).text();
  const tree = (await (await running.ask('/api/nodes', { cookie })).json()) as {
    nodes: { id: string; code: string; slug: string }[];
  };
  const find = (code: string) => tree.nodes.find((node) => node.code === code)!;
  const [old, heir, gone] = [find('M-0'), find('M-1'), find('M-2')];
  const pointOf = (node: string) =>
    running.run((ctx) => createFeedbackPoint(ctx, node, { channel: 'qr' }));
  const [oldPoint, gonePoint] = [await pointOf(old.id), await pointOf(gone.id)];
  const events = await eventsOf(
    await send('/api/nodes/table', ['M-0,M,unit,Yksikkö 0,yes,M-1', 'M-2,M,unit,Yksikkö 2,yes,']),
  );
  expect(events.at(-1)).toMatchObject(['outcome', { accepted: 2, refused: 0 }]);
  const page = await running.ask(`/fi/yksikot/${old.slug}`);
  expect([page.status, page.headers.get('location')]).toEqual([301, `/fi/yksikot/${heir.slug}`]);
  const closed = await running.ask(`/fi/yksikot/${gone.slug}`);
  expect(closed.status).toBe(200);
  expect(await closed.text()).toContain('Yksikkö on lakkautettu.');
  const form = await running.ask(`/p/${oldPoint.code}?l=fi`);
  expect(await form.text()).toContain('Yksikkö 1');
  expect((await running.ask(`/p/${gonePoint.code}?l=fi`)).status).toBe(404);
  const order = await running.ask('/api/invitations', {
    method: 'POST',
    cookie: (await running.signIn('supervisor')).cookie,
    json: { node: gone.id },
  });
  expect(order.status).toBe(422);
  const { account } = await running.signIn('viewer');
  const grant = await running.ask(`/api/accounts/${account}/roles`, {
    method: 'POST',
    cookie,
    json: { role: 'viewer', node: gone.id },
  });
  expect(grant.status).toBe(422);
});
