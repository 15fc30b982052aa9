import { sql } from 'kysely';
import { expect } from 'vitest';
import { createFeedbackPoint, createInvitations } from '#modules/collection';
import { getSurveyInUse } from '#modules/surveys';
import { newId } from '#platform/ids.ts';
import { startProcess, type TestProcess } from './process.ts';

/** What became of one item of a batch. */
export interface Result {
  status: number;
  receipt?: string;
  key?: string;
  token?: string;
  address?: string;
  type?: string;
  errors?: { pointer: string; code: string }[];
}

/** Who asks. */
export interface As {
  readonly token?: string;
  readonly cookie?: string;
}

/** Two units of one service, an open feedback point of each, and another system's token: a collector of the unit. */
export async function startBatches() {
  const running = await startProcess();
  const service = await running.addUnit(undefined, 'service');
  const [unit, sibling] = [await running.addUnit(service), await running.addUnit(service)];
  const point = async (node: string): Promise<string> =>
    (await running.run((ctx) => createFeedbackPoint(ctx, node, { channel: 'qr' }))).code;
  const codes = { unit: await point(unit), sibling: await point(sibling) };
  const version = (await running.run((ctx) => getSurveyInUse(ctx, running.survey))).id;
  const { token, id: tokenId } = await running.addToken('collector', unit);
  const post = (address: string, json: unknown, as: As = { token }): Promise<Response> =>
    running.ask(address, { method: 'POST', json, ...as });
  return {
    ...running,
    service,
    unit,
    sibling,
    codes,
    token,
    tokenId,
    post,
    ...askingBatches(post),
    ...lookingInto(running),
    answer: (change: object = {}) => ({
      id: newId(),
      code: codes.unit,
      surveyVersion: version,
      language: 'fi',
      recommendation: 9,
      scores: { 'got-help': 5 },
      comment: '',
      ...change,
    }),
    wanted: (change: object = {}) => ({ key: newId(), node: unit, channel: 'sms', ...change }),
  };
}

function askingBatches(post: (address: string, json: unknown, as?: As) => Promise<Response>) {
  const resultsOf = async (response: Response): Promise<Result[]> => {
    expect(response.status).toBe(200);
    return ((await response.json()) as { results: Result[] }).results;
  };
  return {
    hand: async (answers: unknown[], as?: As): Promise<Result[]> =>
      resultsOf(await post('/api/answers', { answers }, as)),
    order: async (invitations: unknown[], as?: As): Promise<Result[]> =>
      resultsOf(await post('/api/invitations', { invitations }, as)),
  };
}

function lookingInto({ run }: TestProcess) {
  return {
    async count(table: string): Promise<number> {
      const { rows } = await run((ctx) =>
        sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(ctx.db),
      );
      return rows[0]!.n;
    },
    async invite(node: string): Promise<string> {
      const order = { node, channel: 'sms', count: 1, expiresInDays: 7, language: 'fi' } as const;
      const made = await run((ctx) => createInvitations(ctx, order, 'http://127.0.0.1'));
      return made.invitations[0]!.token;
    },
  };
}

/** The statuses of the items, in their order. */
export const statuses = (results: readonly Result[]): number[] =>
  results.map(({ status }) => status);
