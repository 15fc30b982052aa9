import { sql } from 'kysely';
import { createInvitations } from '#modules/collection';
import { getSurveyInUse } from '#modules/surveys';
import { newId } from '#platform/ids.ts';
import type { TestProcess } from './process.ts';

/** An answer that was thanked for. */
export interface Thanked {
  readonly id: string;
  readonly receipt: string;
}

/** What patient clients met on the way. */
export interface Met {
  readonly thanked: Thanked[];
  /** Statuses that are no thanks, and how often: 0 is a broken connection. */
  readonly refused: Map<number, number>;
  /** Refusals by 503 or 429 that did not say when to come again. */
  unsaid: number;
  slowestMs: number;
  /** Milliseconds from the first sending of each answer to its thanks. */
  readonly waits: number[];
}

/** Nothing met yet. */
export const nothingMet = (): Met => ({
  thanked: [],
  refused: new Map(),
  unsaid: 0,
  slowestMs: 0,
  waits: [],
});

const PAUSE_MS = 50;

/** Sends one answer again and again, under its id, until it is thanked for. */
export async function sendPatiently(
  post: (body: string) => Promise<Response>,
  answer: { readonly id: string },
  met: Met,
): Promise<void> {
  const body = JSON.stringify(answer);
  const first = performance.now();
  for (;;) {
    const began = performance.now();
    const response = await post(body).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    met.slowestMs = Math.max(met.slowestMs, performance.now() - began);
    if (response?.ok && text !== undefined) {
      met.waits.push(performance.now() - first);
      met.thanked.push({ id: answer.id, receipt: (JSON.parse(text) as Thanked).receipt });
      return;
    }
    const status = text === undefined ? 0 : (response?.status ?? 0);
    met.refused.set(status, (met.refused.get(status) ?? 0) + 1);
    if ([429, 503].includes(status) && !response!.headers.get('retry-after')) met.unsaid += 1;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

/** Sends so many answers a second until the function that comes back is called, which waits for the last thanks. */
export function sendSteadily(
  post: (body: string) => Promise<Response>,
  answers: { id: string }[],
  perSecond: number,
  met: Met,
): () => Promise<void> {
  const sending: Promise<void>[] = [];
  const timer = setInterval(() => {
    const next = answers.pop();
    if (next) sending.push(sendPatiently(post, next, met));
  }, 1_000 / perSecond);
  return async () => {
    clearInterval(timer);
    await Promise.all(sending);
  };
}

/** Makes invitations to a new unit, and with each an answer. */
export async function answersOf(running: TestProcess, count: number): Promise<{ id: string }[]> {
  const unit = await running.addUnit();
  const { id: surveyVersion } = await running.run((ctx) => getSurveyInUse(ctx, running.survey));
  const tokens: string[] = [];
  for (let left = count; left > 0; left -= 1_000) {
    const order = { count: Math.min(left, 1_000), node: unit, channel: 'sms' } as const;
    const { invitations } = await running.run((ctx) =>
      createInvitations(ctx, { ...order, expiresInDays: 7, language: 'fi' }, 'http://127.0.0.1'),
    );
    tokens.push(...invitations.map(({ token }) => token));
  }
  return tokens.map((token) => ({
    id: newId(),
    token,
    surveyVersion,
    language: 'fi',
    recommendation: 9,
    scores: { 'got-help': 5 },
    comment: '',
  }));
}

/** The answers that were thanked for and do not stand, or stand under another receipt. */
export async function lostOf(running: TestProcess, { thanked }: Met): Promise<Thanked[]> {
  const { rows } = await running.run((ctx) =>
    sql<Thanked>`select id, receipt from answer`.execute(ctx.db),
  );
  const stored = new Map(rows.map(({ id, receipt }) => [id, receipt]));
  return thanked.filter(({ id, receipt }) => stored.get(id) !== receipt);
}

/** How many answers stand. */
export async function countAnswers(running: TestProcess): Promise<number> {
  const { rows } = await running.run((ctx) =>
    sql<{ n: number }>`select count(*)::integer as n from answer`.execute(ctx.db),
  );
  return rows[0]!.n;
}
