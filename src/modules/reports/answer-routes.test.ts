import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { insertAnswers, times } from '#tests/support/report-sample.ts';
import { rebuild } from '#modules/reports';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { asOwner, type TestContext } from '#tests/support/database.ts';

const NOW = new Date('2026-11-18T12:00:00Z');
const ANSWERS = 12_000;
const WHY = { 'polku-purpose': 'other; Selvitys%20valtuustolle' };

let running: TestProcess;
let unit: string;
beforeAll(async () => {
  running = await startProcess({ clock: () => NOW });
  unit = await running.addUnit();
  await running.run(async (ctx) => {
    const { id: version, set_id: set } = await ctx.db
      .selectFrom('survey_version')
      .select(['id', 'set_id'])
      .where('survey_id', '=', running.survey)
      .where('status', '=', 'in-use')
      .executeTakeFirstOrThrow();
    const survey = { version, set };
    const scores = [5, 4, 3, 5, 4, 3, 2];
    const answer = { node: unit, survey, day: '2026-10-14', scores };
    await insertAnswers(ctx as TestContext, times(ANSWERS, answer));
    await rebuild(ctx);
  });
});
afterAll(() => running.stop());

const at = (query = 'from=2026-10&to=2026-10'): string =>
  `/api/nodes/${running.root}/answers.csv?${query}`;

/** What the audit log holds of exports. */
const logged = async (): Promise<unknown[]> =>
  running.run(async (ctx) =>
    ctx.db
      .selectFrom('audit_entry')
      .select(['detail', 'node_id'])
      .where('action', '=', 'reports.exportAnswers')
      .orderBy('id')
      .execute(),
  );

test('the file holds all rows, and the log says who took how many of which months and why', async () => {
  const { cookie } = await running.signIn('administrator');
  const before = (await logged()).length;
  const response = await running.ask(at(), { cookie, headers: WHY });
  expect(response.status).toBe(200);
  expect(response.headers.get('polku-rows')).toBe(String(ANSWERS));
  expect(response.headers.get('cache-control')).toBe('no-store');
  const file = Buffer.from(await response.arrayBuffer()).toString('utf8');
  const lines = file.trimEnd().split('\n');
  expect(lines).toHaveLength(1 + ANSWERS);
  expect(lines[0]).toMatch(/^\ufeffmonth;level;code;name;set;version;channel;respondent;language;/);
  expect(lines.at(-1)).toBe('2026-10;unit;P1;Yksikkö 1;national;1;qr;customer;fi;9;5;4;3;5;4;3;2');
  expect((await logged()).slice(before)).toEqual([
    {
      node_id: running.root,
      detail: {
        from: '2026-10',
        to: '2026-10',
        set: 'national',
        rows: ANSWERS,
        purpose: 'other',
        words: 'Selvitys valtuustolle',
      },
    },
  ]);
});

test('nothing leaves without a reason or with a month that goes on, and nothing is logged', async () => {
  const { cookie } = await running.signIn('experience-team');
  const before = (await logged()).length;
  const silent = await running.ask(at(), { cookie });
  expect(silent.status).toBe(422);
  expect(await silent.json()).toMatchObject({ type: '/problems/purpose-needed' });
  const early = await running.ask(at('from=2026-10&to=2026-11'), { cookie, headers: WHY });
  expect(early.status).toBe(422);
  expect(await early.json()).toMatchObject({ errors: [{ pointer: '/to' }] });
  const unknown = at('from=2026-10&to=2026-10&set=ei-ole');
  expect((await running.ask(unknown, { cookie, headers: WHY })).status).toBe(404);
  expect(await logged()).toHaveLength(before);
});

/** The snapshots that wait for somebody to take the next piece. */
const openSnapshots = (): Promise<number[]> =>
  running.run(async (ctx) => {
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database() and state = 'idle in transaction'
        and query like 'fetch%'`.execute(ctx.db);
    return rows.map(({ pid }) => pid);
  });

test('no more than two read at a time, and a reader who goes away makes room', async () => {
  const { cookie } = await running.signIn('experience-team');
  const ask = () => running.ask(at(), { cookie, headers: WHY });
  const readers = [(await ask()).body!.getReader(), (await ask()).body!.getReader()];
  for (const reader of readers) {
    await reader.read();
    await reader.read();
  }
  expect(await openSnapshots()).toHaveLength(2);
  const third = await ask();
  expect(third.status).toBe(503);
  expect(third.headers.get('retry-after')).toBe('10');
  for (const reader of readers) await reader.cancel();
  await vi.waitFor(async () => expect(await openSnapshots()).toEqual([]));
  const again = await ask();
  expect(again.status).toBe(200);
  expect((await again.text()).trim().split('\n')).toHaveLength(1 + ANSWERS);
});

test('a file that breaks off is not taken for a whole one', async () => {
  const { cookie } = await running.signIn('experience-team');
  const response = await running.ask(at(), { cookie, headers: WHY });
  const reader = response.body!.getReader();
  await reader.read();
  await reader.read();
  for (const pid of await openSnapshots())
    await asOwner(running.url, `select pg_terminate_backend(${pid})`);
  const readOn = async (): Promise<void> => {
    while (!(await reader.read()).done);
  };
  await expect(readOn()).rejects.toThrow();
  const again = await running.ask(at(), { cookie, headers: WHY });
  expect(again.status).toBe(200);
  // Whoever takes nothing is waited for.
  await again.text();
});
