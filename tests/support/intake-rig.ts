import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase } from '#main/database.ts';
import {
  createFeedbackPoint,
  createInvitations,
  Intake,
  type Outcome,
  type Submission,
} from '#modules/collection';
import { addDangerSigns, answersRecorded, raiseConcerns } from '#modules/feedback';
import { createCounty } from '#modules/organisation';
import type { SurveyVersion } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { createEdge, when } from '#platform/transaction.ts';
import { buildSurvey } from './build-survey.ts';
import { buildNode } from './builders.ts';
import { cloneDatabase, type TestContext } from './database.ts';

const ADDRESS = 'https://polku.example';

/** What each county of an intake test holds: one unit, one survey, one open point. */
async function fill(given: AnyContext) {
  const root = await createCounty(given, { code: 'testi', name: { fi: 'Testi' }, example: false });
  const ctx = { ...given, root } as unknown as TestContext;
  const unit = (await buildNode(ctx)).id;
  const version = await buildSurvey(ctx);
  const { code } = await createFeedbackPoint(ctx, unit, { channel: 'qr' });
  await addDangerSigns(ctx, [{ stem: 'kaatui', kind: 'harm' }]);
  return { unit, version, code };
}

/** Makes answers to the open point, or to an invitation. */
function answersTo(version: SurveyVersion, code: string) {
  const answer = (change: Partial<Submission> = {}): Submission => ({
    id: randomUUID(),
    code,
    surveyVersion: version.id,
    language: 'fi',
    recommendation: 9,
    scores: { 'got-help': 4 },
    comment: '',
    ...change,
  });
  const withToken = (token: string, change: Partial<Submission> = {}): Submission => {
    const { code: _, ...rest } = answer(change);
    return { ...rest, token };
  };
  return { answer, withToken };
}

/**
 * Two intakes, as of two processes, over a database of their own. They commit, since what is tested is what many
 * transactions at once do to each other.
 */
export async function startIntakes() {
  const clone = await cloneDatabase();
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into every table
  const { db, pool } = openDatabase<any>(clone.url, 8);
  const seen = { events: 0, transactions: 0 };
  const reactions = [
    when(answersRecorded, async () => void (seen.events += 1)),
    when(answersRecorded, (ctx: AnyContext, { texts }) => raiseConcerns(ctx, texts)),
  ];
  const jobs = { plan: async () => undefined, wake: () => undefined };
  const edge = createEdge({ pool, county: newId(), clock: () => new Date(), jobs, reactions });
  const run = <T>(work: (ctx: AnyContext) => Promise<T>): Promise<T> => {
    seen.transactions += 1;
    return edge.write({ kind: 'public' }, 'test', work);
  };
  const { unit, version, code } = await run(fill);
  const [intake, otherProcess] = [new Intake(run), new Intake(run)];
  return {
    db,
    run,
    seen,
    unit,
    version,
    intake,
    otherProcess,
    ...answersTo(version, code),
    async invite(count: number): Promise<string[]> {
      const order = {
        node: unit,
        channel: 'sms',
        count,
        expiresInDays: 30,
        language: 'fi',
      } as const;
      const made = await run((ctx) => createInvitations(ctx, order, ADDRESS));
      return made.invitations.map(({ token }) => token);
    },
    async count(table: string): Promise<number> {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::integer as n from ${sql.table(table)}`.execute(db);
      return rows[0]!.n;
    },
    async stop(): Promise<void> {
      await Promise.all([intake.stop(), otherProcess.stop()]);
      await pool.end();
      await clone.drop();
    },
  };
}

/** How many outcomes of each kind there are. */
export const kindsOf = (outcomes: readonly Outcome[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(outcomes, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
  );
