import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInvitations, openInvitation } from '#modules/collection';
import { createApiToken, identifyApiToken } from '#modules/identity';
import { getSurveyInUse } from '#modules/surveys';
import { newId, newSecret } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

// The difference in time between a right and a wrong guess is measured by `npm run bench -- guessing`.

let running: TestProcess;
let unit: string;
let version: string;
let invitations: readonly string[];
let apiTokens: readonly string[];

beforeAll(async () => {
  running = await startProcess();
  unit = await running.addUnit();
  version = (await running.run((ctx) => getSurveyInUse(ctx, running.survey))).id;
  const order = { node: unit, channel: 'sms', expiresInDays: 7, language: 'fi' } as const;
  const made = await running.run((ctx) =>
    createInvitations(ctx, { ...order, count: 5_000 }, 'http://127.0.0.1'),
  );
  invitations = made.invitations.map(({ token }) => token);
  const form = { name: 'x', purpose: '', role: 'administrator', expiresInDays: 30 } as const;
  apiTokens = await running.run(async (ctx) => {
    const secrets: string[] = [];
    while (secrets.length < 500)
      secrets.push((await createApiToken(ctx, { ...form, node: running.root })).secret);
    return secrets;
  });
});
afterAll(() => running.stop());

/** Guesses of all sorts: out of the air, and as near to a real one as a guess can be. */
function guessOf(real: readonly string[], prefix: string, turn: number): string {
  const known = real[turn % real.length]!;
  const place = prefix.length + (turn % 32);
  const other = known[place] === 'A' ? 'B' : 'A';
  const near = [
    `${known.slice(0, place)}${other}${known.slice(place + 1)}`,
    known.slice(0, -1),
    `${known}A`,
    known.slice(0, prefix.length) + known.slice(prefix.length).split('').toReversed().join(''),
  ];
  return turn % 5 === 0 ? near[(turn / 5) % near.length]! : `${prefix}${newSecret()}`;
}

// Twice as many as there are connections.
const AT_ONCE = 24;

/** Asks so many at a time, until all have been asked; the answers that were no refusals come back. */
async function guess<T>(
  total: number,
  atOnce: number,
  ask: (turn: number) => Promise<T | undefined>,
): Promise<T[]> {
  const hits: T[] = [];
  for (let start = 0; start < total; start += atOnce) {
    const turns = Array.from({ length: Math.min(atOnce, total - start) }, (_, n) => start + n);
    for (const hit of await Promise.all(turns.map(ask))) if (hit !== undefined) hits.push(hit);
  }
  return hits;
}

const answer = (token: string) => ({
  id: newId(),
  token,
  surveyVersion: version,
  language: 'fi' as const,
  recommendation: 9,
  scores: {},
  comment: '',
});

test('C5: every token holds 192 bits, each of them as often 0 as 1', () => {
  const bodies = [invitations, apiTokens.map((token) => token.replace(/^polku_/, ''))];
  for (const tokens of bodies) {
    const bytes = tokens.map((token) => Buffer.from(token, 'base64url'));
    expect(new Set(bytes.map(({ length }) => length))).toEqual(new Set([24]));
    expect(new Set(tokens).size).toBe(tokens.length);
    for (let bit = 0; bit < 192; bit += 1) {
      const ones = bytes.filter((each) => (each[bit >> 3]! >> (bit & 7)) & 1).length;
      expect(Math.abs(ones / bytes.length - 0.5), `bit ${bit}`).toBeLessThan(0.15);
    }
  }
});

test(
  `C5: of ${times(1_000_000, 20_000)} guesses at personal invitations none gets an answer in`,
  { timeout: 1_200_000 },
  async () => {
    const hits = await guess(times(1_000_000, 20_000), 1_000, async (turn) => {
      const outcome = await running.parts.intake.submit(answer(guessOf(invitations, '', turn)));
      return outcome.kind === 'gone' ? undefined : outcome;
    });
    expect(hits).toEqual([]);
    const opened = await guess(times(50_000, 1_000), AT_ONCE, (turn) =>
      running.run((ctx) => openInvitation(ctx, guessOf(invitations, '', turn))),
    );
    expect(opened).toEqual([]);
    const { rows } = await running.run((ctx) =>
      sql<{ used: number; answers: number }>`
        select count(*) filter (where used)::int as used, (select count(*)::int from answer) as answers from invitation`.execute(
        ctx.db,
      ),
    );
    expect(rows).toEqual([{ used: 0, answers: 0 }]);
  },
);

test(
  `C5: of ${times(1_000_000, 20_000)} guesses at API tokens none is anybody`,
  { timeout: 1_200_000 },
  async () => {
    const { db } = running.parts;
    const hits = await guess(times(1_000_000, 20_000), AT_ONCE, (turn) =>
      identifyApiToken(db, running.county, guessOf(apiTokens, 'polku_', turn)),
    );
    expect(hits).toEqual([]);
    // What was asked is what would have found the real ones.
    expect(await identifyApiToken(db, running.county, apiTokens[0]!)).toMatchObject({
      kind: 'token',
    });
  },
);

const LIMITED = 429;

/** The different answers to so many wrong guesses, without the reference that names each. */
async function answersTo(ask: (turn: number) => Promise<Response>): Promise<Set<string>> {
  const all = await guess(times(2_000, 300), AT_ONCE, async (turn) => {
    const response = await ask(turn);
    const { instance: _, ...problem } = (await response.json()) as Record<string, unknown>;
    const headers = [...response.headers.keys()].filter((name) => name !== 'retry-after');
    return response.status === LIMITED
      ? undefined
      : JSON.stringify({ status: response.status, problem, headers });
  });
  return new Set(all);
}

test('C5: over HTTP every wrong guess gets one and the same answer, and soon 429', async () => {
  const send = (token: string): Promise<Response> =>
    running.ask('/api/answers', { method: 'POST', json: answer(token) });
  const wrong = await answersTo((turn) => send(guessOf(invitations, '', turn)));
  expect(wrong.size).toBe(1);
  expect(JSON.parse([...wrong][0]!)).toMatchObject({ status: 404 });
  expect((await send(newSecret())).status).toBe(LIMITED);
  expect((await send(invitations[0]!)).status).toBe(201);

  const ask = (token: string): Promise<Response> => running.ask('/api/nodes', { token });
  const refused = await answersTo((turn) => ask(guessOf(apiTokens, 'polku_', turn)));
  expect(refused.size).toBe(1);
  expect(JSON.parse([...refused][0]!)).toMatchObject({ status: 401 });
  expect((await ask(`polku_${newSecret()}`)).status).toBe(LIMITED);
  expect((await ask(apiTokens[0]!)).status).toBe(200);
});
