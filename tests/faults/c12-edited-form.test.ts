import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFeedbackPoint } from '#modules/collection';
import {
  createStatementSet,
  createSurvey,
  findSurveyVersions,
  type SurveyVersion,
} from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const EDITS = 10;
const ANSWERS = times(1_000, 60);
const text = { fi: 'Teksti', sv: 'Text', en: 'Text' };

let app: TestProcess;
let code: string;
let unit: string;
// People send one after another, a second apart: more at once would be a flood of the point.
let now = Date.parse('2026-11-18T12:00:00Z');

beforeAll(async () => {
  app = await startProcess({ clock: () => new Date(now) });
  unit = await app.addUnit();
  const first = await app.run((ctx) => edit(ctx, 0));
  const point = { channel: 'web', survey: first.survey } as const;
  code = (await app.run((ctx) => createFeedbackPoint(ctx, unit, point))).code;
});
afterAll(() => app.stop());

/** A new version: other statements, others left out, the same ones in another order, and now and then no recommendation. */
async function edit(ctx: AnyContext, number: number): Promise<SurveyVersion> {
  const codes = Array.from(
    { length: 4 },
    (_, index) => `q${(number * 3 + index) % 9}`,
  ).toReversed();
  const set = await createStatementSet(ctx, {
    code: 'edited',
    version: number + 1,
    validFrom: '2026-01-01',
    statements: codes.map((each) => ({ code: each, theme: 'access', text })),
  });
  return createSurvey(ctx, {
    code: 'edited',
    set,
    asksRecommendation: number % 3 !== 2,
    texts: { name: text, recommendation: text, comment: text, thanks: text },
  });
}

interface OpenForm {
  readonly version: string;
  readonly id: string;
  readonly seal: string;
  readonly asked: readonly string[];
}

/** A form as a browser shows it: what it asks, and what it will send back. */
async function open(): Promise<OpenForm> {
  const html = await (await app.ask(`/p/${code}`)).text();
  const hidden = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!;
  return {
    version: hidden('version'),
    id: hidden('id'),
    seal: hidden('seal'),
    asked: [
      ...new Set([...html.matchAll(/name="(s-[^"]+|recommendation)"/g)].map(([, name]) => name!)),
    ],
  };
}

/** Answers everything that the form asks, each with another number. */
function fill({ version, id, seal, asked }: OpenForm): Record<string, string> {
  const given = asked.map((name, index) => [name, String((index % 5) + 1)] as const);
  return { id, version, seal, comment: '', ...Object.fromEntries(given) };
}

function post(form: Record<string, string>): Promise<Response> {
  now += 1_000;
  return app.ask(`/p/${code}`, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });
}

test(
  `C12: ${ANSWERS} answers across ${EDITS} edits, opened before one and sent after others: each belongs to what was shown`,
  { timeout: times(600_000, 120_000) },
  async () => {
    const sent = new Map<string, OpenForm>();
    let waiting: OpenForm[] = [];
    for (let round = 0; round <= EDITS; round += 1) {
      const opened = await Promise.all(
        Array.from({ length: Math.ceil(ANSWERS / (EDITS + 1)) }, open),
      );
      waiting.push(...opened);
      // Some are sent while the form is being edited, the others stay open for up to all the edits.
      const ready = waiting.filter((_, index) => index % 3 === round % 3);
      waiting = waiting.filter((form) => !ready.includes(form));
      const [responses] = await Promise.all([
        Promise.all(ready.map((form) => post(fill(form)))),
        round < EDITS ? app.run((ctx) => edit(ctx, round + 1)) : undefined,
      ]);
      expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([303]));
      for (const form of ready) sent.set(form.id, form);
    }
    for (const form of waiting) {
      expect((await post(fill(form))).status).toBe(303);
      sent.set(form.id, form);
    }
    expect(sent.size).toBeGreaterThanOrEqual(ANSWERS);
    expect(await findMisplaced(sent)).toEqual([]);
  },
);

/** Stored answers that are not what was sent to the version that was shown. */
async function findMisplaced(sent: ReadonlyMap<string, OpenForm>): Promise<string[]> {
  return app.run(async (ctx) => {
    const { rows } = await sql<{
      id: string;
      version: string;
      set: string;
      scores: (number | null)[];
      recommendation: number | null;
    }>`
      select id, survey_version_id as version, set_id as "set", scores, recommendation from answer where node_id = ${unit}`.execute(
      ctx.db,
    );
    const versions = new Map(
      (await findSurveyVersions(ctx, [...new Set(rows.map(({ version }) => version))])).map(
        (version) => [version.id, version],
      ),
    );
    expect(versions.size).toBe(EDITS + 1);
    expect(rows).toHaveLength(sent.size);
    return rows.flatMap(({ id, version, set, scores, recommendation }) => {
      const shown = sent.get(id)!;
      const { set: own, statements, asksRecommendation } = versions.get(version)!;
      const given = fill(shown);
      const wanted = statements.map(({ code: each }) => Number(given[`s-${each}`]));
      const right =
        version === shown.version &&
        set === own.id &&
        JSON.stringify(scores) === JSON.stringify(wanted) &&
        recommendation === (asksRecommendation ? Number(given['recommendation']) : null);
      return right ? [] : [id];
    });
  });
}

test('C12: an answer to a question that its version does not ask is refused, and nothing of it is stored', async () => {
  const form = await open();
  const strange = { ...fill(form), 's-never-asked': '3' };
  expect((await post(strange)).status).toBe(422);
  const { rows } = await app.run((ctx) =>
    sql<{ n: number }>`select count(*)::int as n from answer where id = ${form.id}`.execute(ctx.db),
  );
  expect(rows[0]!.n).toBe(0);
});
