import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProcess, type TestProcess } from '#tests/support/process.ts';

let running: TestProcess;
beforeAll(async () => {
  running = await startProcess();
});
afterAll(() => running.stop());

const INTERNALS =
  /\bat \S+ \(|node_modules|\.tsx?\b|\.js:\d|select |insert |relation "|syntax error|postgres|kysely|hono|node\.js|\/home|\/src\//i;
const REFERENCE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

const json = { 'content-type': 'application/json' };
const PATHS: readonly [string, RequestInit][] = [
  ['/fi/ei-ole', {}],
  ['/ei-ole', {}],
  ['/fi/polut/ei-ole', {}],
  ['/fi/yksikot/ei-ole', {}],
  ['/p/eiole', {}],
  ['/a/eiole', {}],
  ['/p/%00', {}],
  ['/a/%E0%A4%A', {}],
  [
    '/p/eiole',
    {
      method: 'POST',
      body: 'x=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  ],
  ['/api/ei-ole', {}],
  ['/api/nodes', {}],
  ['/api/nodes/not-a-uuid/dashboard', {}],
  ['/api/answers', { method: 'POST', headers: json, body: '{' }],
  ['/api/answers', { method: 'POST', headers: json, body: '[]' }],
  ['/api/answers', { method: 'POST', body: 'x' }],
  ['/api/answers', { method: 'POST', headers: json, body: '{"__proto__":{"x":1}}' }],
  ['/api/answers', { method: 'POST', headers: json, body: JSON.stringify({ id: '\u0000' }) }],
  [
    '/api/session',
    { method: 'POST', headers: json, body: JSON.stringify({ email: 'x', password: 'y' }) },
  ],
  ['/assets/ei-ole.js', {}],
  ['/api/answers', { method: 'DELETE' }],
];

test.each(PATHS)('H9: the refusal of %s tells nothing of the inside', async (address, init) => {
  const response = await running.ask(address, init);
  const text = await response.text();
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(text.replace(/<link[^>]*>|<script[^>]*>/g, '')).not.toMatch(INTERNALS);
  expect(response.headers.get('server') ?? '').toBe('');
  expect(response.headers.get('x-powered-by') ?? '').toBe('');
});

/** Takes tables away, or brings them back: only their owner may. */
async function rename(...tables: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: running.url });
  await owner.connect();
  for (const table of tables) {
    const name = table.endsWith('_away') ? table.slice(0, -'_away'.length) : `${table}_away`;
    await owner.query(`alter table ${table} rename to ${name}`);
  }
  await owner.end();
}

test.each(['/fi', '/fi/polut', '/api/answers', '/p/abcd'])(
  'H9: when the database fails, %s gives a reference and nothing else',
  async (address) => {
    await rename('county', 'feedback_point', 'answer');
    try {
      running.parts.pages.clear();
      const answer = {
        id: crypto.randomUUID(),
        code: 'abcd',
        surveyVersion: crypto.randomUUID(),
        language: 'fi',
        scores: {},
      };
      const init = address.startsWith('/api')
        ? { method: 'POST', headers: json, body: JSON.stringify(answer) }
        : {};
      const response = await running.ask(address, init);
      const text = await response.text();
      expect(response.status).toBeGreaterThanOrEqual(500);
      expect(text).toMatch(REFERENCE);
      expect(text.replace(/<link[^>]*>|<script[^>]*>/g, '')).not.toMatch(INTERNALS);
    } finally {
      await rename('county_away', 'feedback_point_away', 'answer_away');
    }
  },
);
