import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createInvitations } from '#modules/collection';
import { publishMonths, rebuild, recount } from '#modules/reports';
import { newId } from '#platform/ids.ts';
import { addDays } from '#platform/time.ts';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { buildSurvey, insertAnswers } from '#tests/support/report-sample.ts';
import { times } from './size.ts';

const ZONES = ['UTC', 'Europe/Helsinki', 'Pacific/Auckland'] as const;
const inDatabase = withDatabase();

test('K1: ten years are the same days, weeks and months in three time zones, and their sums are the total', () => {
  const script = join(import.meta.dirname, '../../src/modules/reports/days-for-tests.ts');
  const seen = ZONES.map(
    (TZ) =>
      JSON.parse(
        execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8' }),
      ) as Record<string, unknown>,
  );
  expect(seen.map(({ zone }) => zone)).toEqual(ZONES);
  for (const { total, days, weeks, months, odd, gapless } of seen)
    expect([days, weeks, months, odd, gapless]).toEqual([total, total, total, 0, true]);
  expect(new Set(seen.map(({ digest }) => digest)).size).toBe(1);
  // Both changes of the clock, each year.
  expect(seen[0]!['short']).toHaveLength(10);
  expect(seen[0]!['long']).toHaveLength(10);
  expect(seen[0]!['short']).toContain('2026-03-29');
  expect(seen[0]!['long']).toContain('2026-10-25');
});

inDatabase(
  `K1: the days of ten years add up to the total in the figures, whatever zone the database serves`,
  { timeout: 120_000 },
  async ({ ctx }) => {
    const unit = (await buildNode(ctx)).id;
    const survey = await buildSurvey(ctx);
    const step = times(1, 20);
    // Around midnight in Helsinki, where a wrong zone moves the day; and both hours that are 3.30 on the night in October.
    const days = Array.from({ length: Math.floor(3_652 / step) }, (_, index) =>
      addDays('2016-11-19', index * step),
    );
    const instants = [
      ...days.flatMap((day) => [`${day}T21:30:00Z`, `${day}T22:30:00Z`, `${day}T11:00:00Z`]),
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:30:00Z',
    ];
    await insertAnswers(
      ctx,
      instants.map((at) => ({ node: unit, survey, at: new Date(at) })),
    );
    const figures: string[] = [];
    for (const zone of ZONES) {
      await sql`select set_config('timezone', ${zone}, true)`.execute(ctx.db);
      await rebuild(ctx);
      expect(await recount(ctx)).toEqual([]);
      const { rows } = await sql<{ rows: string; days: number; months: number }>`
        select (select sum(counts[1])::int from node_day where node_id = ${unit} and channel = 'all') as days,
          (select sum(counts[1])::int from node_month where node_id = ${unit} and channel = 'all') as months,
          (select md5(string_agg(day || ' ' || counts::text, ',' order by day)) from node_day where node_id = ${unit} and channel = 'all') as rows`.execute(
        ctx.db,
      );
      expect([rows[0]!.days, rows[0]!.months]).toEqual([instants.length, instants.length]);
      figures.push(rows[0]!.rows);
    }
    expect(new Set(figures).size).toBe(1);
  },
);

describe('a clock that is wrong', () => {
  let app: TestProcess;
  let wrongBy = 0;
  const HOUR = 3_600_000;
  const JUMPS = [HOUR, -HOUR, 24 * HOUR, -24 * HOUR];
  beforeAll(async () => {
    app = await startProcess({ clock: () => new Date(Date.now() + wrongBy) });
  });
  afterAll(() => app.stop());
  const at = async <T>(skew: number, work: () => Promise<T>): Promise<T> => {
    wrongBy = skew;
    try {
      return await work();
    } finally {
      wrongBy = 0;
    }
  };
  const me = async (cookie: string): Promise<number> =>
    (await app.ask('/api/session', { cookie })).status;

  test(`K2: ${times(20, 8)} jumps of the clock revive no session and end none`, async () => {
    const valid = await app.signIn('supervisor');
    const ended = await app.signIn('supervisor');
    await app.run((ctx) =>
      ctx.db
        .updateTable('session')
        .set({ expires_at: sql`now() - interval '1 minute'` })
        .where('account_id', '=', ended.account)
        .execute(),
    );
    for (let jump = 0; jump < times(20, 8); jump += 1) {
      const statuses = await at(JUMPS[jump % JUMPS.length]!, async () => [
        await me(valid.cookie),
        await me(ended.cookie),
      ]);
      expect(statuses).toEqual([200, 401]);
    }
  });

  test(`K2: ${times(20, 8)} jumps of the clock lose and double nothing, and publish nothing early`, async () => {
    const unit = await app.addUnit();
    const tokens = await invite(app, unit, times(20, 8));
    for (const [index, each] of tokens.entries()) {
      const status = await at(JUMPS[index % JUMPS.length]!, () => send(app, each));
      expect(status).toBe(201);
    }
    await expect.poll(() => app.run((ctx) => recount(ctx)), { timeout: 10_000 }).toEqual([]);
    const stored = await app.run((ctx) =>
      sql<{ n: number }>`select count(*)::int as n from answer where node_id = ${unit}`.execute(
        ctx.db,
      ),
    );
    expect(stored.rows[0]!.n).toBe(tokens.length);
    // A clock that is ahead publishes no month before its time, and no month twice.
    await at(60 * 24 * HOUR, () => app.run((ctx) => publishMonths(ctx)));
    await app.run((ctx) => publishMonths(ctx));
    const early = await app.run((ctx) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from published_month where month >= date_trunc('month', now() - interval '7 days')`.execute(
        ctx.db,
      ),
    );
    expect(early.rows[0]!.n).toBe(0);
  });

  test('K4: with five minutes between the clocks, the database alone says what has expired', async () => {
    const unit = await app.addUnit();
    for (const skew of [5 * 60_000, -5 * 60_000]) {
      const [fresh, old] = await invite(app, unit, 2);
      await expire(app, fresh!, '2 minutes');
      await expire(app, old!, '-2 minutes');
      const statuses = await at(skew, async () => [await send(app, fresh!), await send(app, old!)]);
      expect(statuses).toEqual([201, 404]);
      const { cookie, account } = await app.signIn('supervisor');
      for (const [left, status] of [
        ['2 minutes', 200],
        ['-2 minutes', 401],
      ] as const) {
        await app.run((ctx) =>
          sql`update session set expires_at = now() + ${left}::interval where account_id = ${account}`.execute(
            ctx.db,
          ),
        );
        expect(await at(skew, () => me(cookie))).toBe(status);
      }
    }
  });
});

async function invite(app: TestProcess, node: string, count: number): Promise<string[]> {
  const order = { node, channel: 'sms', count, expiresInDays: 30, language: 'fi' } as const;
  const made = await app.run((ctx) => createInvitations(ctx, order, 'https://polku.example'));
  return made.invitations.map(({ token }) => token);
}

const expire = (app: TestProcess, token: string, left: string): Promise<unknown> =>
  app.run((ctx) =>
    sql`update invitation set expires_at = now() + ${left}::interval where token_hash = sha256(${token}::text::bytea)`.execute(
      ctx.db,
    ),
  );

async function send(app: TestProcess, token: string): Promise<number> {
  const { version } = await app.run(async (ctx) => {
    const rows = await sql<{ version: string }>`
      select survey_version_id as version from invitation where token_hash = sha256(${token}::text::bytea)`.execute(
      ctx.db,
    );
    return rows.rows[0]!;
  });
  const json = { id: newId(), token, surveyVersion: version, language: 'fi', recommendation: 9 };
  return (await app.ask('/api/answers', { method: 'POST', json })).status;
}
