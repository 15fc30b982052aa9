import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFeedbackPoint, createInvitations } from '#modules/collection';
import { getSurveyInUse } from '#modules/surveys';
import { newId } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const LONG = { timeout: 600_000 };

let running: TestProcess;
let unit: string;
let version: string;

beforeAll(async () => {
  running = await startProcess();
  unit = await running.addUnit();
  version = (await running.run((ctx) => getSurveyInUse(ctx, running.survey))).id;
});
afterAll(() => running.stop());

const invite = async (count: number): Promise<string[]> => {
  const order = { node: unit, channel: 'sms', count, expiresInDays: 7, language: 'fi' } as const;
  const { invitations } = await running.run((ctx) =>
    createInvitations(ctx, order, 'http://127.0.0.1'),
  );
  return invitations.map(({ token }) => token);
};
const answer = (token: string, change: object = {}) => ({
  id: newId(),
  token,
  surveyVersion: version,
  language: 'fi',
  recommendation: 9,
  scores: { 'got-help': 5 },
  comment: '',
  ...change,
});
const send = (json: unknown): Promise<Response> =>
  running.ask('/api/answers', { method: 'POST', json });
const count = async (): Promise<number> => {
  const { rows } = await running.run((ctx) =>
    sql<{ n: number }>`select count(*)::int as n from answer`.execute(ctx.db),
  );
  return rows[0]!.n;
};

test(
  `C1: ${times(1_000, 100)} answers sent three times at once make one row each, with one receipt`,
  LONG,
  async () => {
    const before = await count();
    const tokens = await invite(times(1_000, 100));
    const groups = await Promise.all(
      tokens.map(async (token) => {
        const same = answer(token);
        const responses = await Promise.all([send(same), send(same), send(same)]);
        return Promise.all(
          responses.map(async (response) => ({
            status: response.status,
            body: await response.text(),
          })),
        );
      }),
    );
    for (const group of groups) {
      expect(new Set(group.map(({ body }) => body)).size).toBe(1);
      expect(group.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 201]);
    }
    expect((await count()) - before).toBe(tokens.length);
  },
);

test(`C2: ${times(100, 100)} times the same id with other content is refused, and the first stays`, async () => {
  const tokens = await invite(100);
  const firsts = tokens.map((token) => answer(token));
  for (const first of firsts) expect((await send(first)).status).toBe(201);
  const statuses = await Promise.all(
    firsts.map(async (first) => (await send({ ...first, recommendation: 2 })).status),
  );
  expect(statuses).toEqual(firsts.map(() => 409));
  const { rows } = await running.run((ctx) =>
    sql<{ n: number }>`select count(*)::int as n from answer where recommendation = 2`.execute(
      ctx.db,
    ),
  );
  expect(rows[0]!.n).toBe(0);
  const { rows: logged } = await running.run((ctx) =>
    sql<{
      n: number;
    }>`select count(*)::int as n from audit_entry where action = 'collection.refuseDifferentAnswer'`.execute(
      ctx.db,
    ),
  );
  expect(logged[0]!.n).toBe(100);
});

test(
  `C3: ${times(10_000, 500)} pairs of phones on one invitation each make exactly one row each`,
  LONG,
  async () => {
    const before = await count();
    const pairs = times(10_000, 500);
    for (let start = 0; start < pairs; start += 500) {
      const tokens = await invite(500);
      const statuses = await Promise.all(
        tokens.map(async (token) => {
          const responses = await Promise.all([send(answer(token)), send(answer(token))]);
          return responses.map(({ status }) => status).toSorted((a, b) => a - b);
        }),
      );
      // Once many have failed from one address, a refusal becomes 429; whoever comes first is never limited.
      expect(
        statuses.filter(([first, second]) => first !== 201 || ![404, 429].includes(second!)),
      ).toEqual([]);
    }
    expect((await count()) - before).toBe(pairs);
  },
);

test(
  `C4: ${times(1_000, 50)} links opened by scanners (HEAD, GET, an empty and a blind POST) are all still unused`,
  LONG,
  async () => {
    const before = await count();
    const tokens = await invite(times(1_000, 50));
    for (const token of tokens) {
      const address = `/a/${token}`;
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await running.ask(address, { method: 'HEAD' })).status).toBe(200);
      expect((await running.ask(address)).status).toBe(200);
      expect((await running.ask(address, { method: 'POST', headers: form, body: '' })).status).toBe(
        422,
      );
      expect(
        (await running.ask(address, { method: 'POST', headers: form, body: 'x=1' })).status,
      ).toBe(422);
    }
    expect(await count()).toBe(before);
    const { rows } = await running.run((ctx) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from invitation where used and node_id = ${unit}`.execute(
        ctx.db,
      ),
    );
    const used = rows[0]!.n;
    for (const token of tokens.slice(0, 20)) expect((await send(answer(token))).status).toBe(201);
    const { rows: after } = await running.run((ctx) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from invitation where used and node_id = ${unit}`.execute(
        ctx.db,
      ),
    );
    expect(after[0]!.n - used).toBe(20);
  },
);

test('C6: used, expired and unknown links are answered alike, and each offers a way on', async () => {
  const [used, expired] = (await invite(2)) as [string, string];
  await send(answer(used));
  await running.run((ctx) =>
    sql`update invitation set expires_at = now() - interval '1 hour' where not used`.execute(
      ctx.db,
    ),
  );
  const unknown = 'A'.repeat(used.length);
  const pages = await Promise.all(
    [used, expired, unknown].map(async (token) => {
      const response = await running.ask(`/a/${token}`);
      return { status: response.status, text: (await response.text()).replaceAll(token, 'TOKEN') };
    }),
  );
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
  const problems = await Promise.all(
    [used, expired, unknown].map(async (token) => {
      const response = await send(answer(token));
      const { instance: _, ...rest } = (await response.json()) as Record<string, unknown>;
      return JSON.stringify({ status: response.status, ...rest });
    }),
  );
  expect(new Set(problems).size).toBe(1);
});

test('an open point takes an answer by its code, and refuses a unit that is not its own', async () => {
  const other = await running.addUnit();
  const point = await running.run((ctx) => createFeedbackPoint(ctx, unit, { channel: 'qr' }));
  const { token: _, ...open } = answer('');
  expect((await send({ ...open, id: newId(), code: point.code })).status).toBe(201);
  const response = await send({ ...open, id: newId(), code: point.code, node: other });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ errors: [{ pointer: '/node' }] });
});
