import { globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRoutes, recordedActions } from '#main/routes.ts';
import { LANGUAGES, wordFor } from '#platform/i18n.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import type { AuditPage } from './contract.ts';

let app: TestProcess;
let cookie: string;
let admin: string;
let unit: string;
beforeAll(async () => {
  app = await startProcess();
  unit = await app.addUnit();
  ({ cookie, account: admin } = await app.signIn('administrator'));
  await app.run(async (ctx) => {
    for (let turn = 0; turn < 120; turn += 1)
      await ctx.audit({ action: 'identity.signIn', thing: `account/${turn}` });
    await ctx.audit({ action: 'feedback.readTexts', node: unit, thing: '=cmd()' });
  });
});
afterAll(() => app.stop());

async function search(query: string): Promise<AuditPage> {
  const response = await app.ask(`/api/audit?${query}`, { cookie });
  expect(response.status).toBe(200);
  return (await response.json()) as AuditPage;
}

test('pages follow one another and hold every entry once, the newest first', async () => {
  const seen: AuditPage['entries'] = [];
  let after = '';
  for (;;) {
    const page = await search(`action=identity.signIn&limit=50${after}`);
    seen.push(...page.entries);
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(120);
  expect(seen.map(({ at }) => at)).toEqual(
    seen
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
});

test('each filter narrows, and nothing of another place comes through', async () => {
  const things = async (query: string): Promise<(string | null)[]> =>
    (await search(query)).entries.map(({ thing }) => thing);
  expect(await things(`node=${unit}`)).toEqual(['=cmd()']);
  expect(await things(`node=${app.root}&action=feedback.readTexts`)).toEqual(['=cmd()']);
  expect(await things('thing=ACCOUNT/11&who=system')).toHaveLength(11);
  expect(await things(`who=${admin}&action=identity.signIn`)).toEqual([]);
  expect(await things('to=2020-01-01')).toEqual([]);
  expect((await things('from=2020-01-01&who=system&limit=200')).length).toBe(121);
});

test('a search is written into the log, with what was searched for', async () => {
  await search(`thing=canary&node=${unit}`);
  const { entries } = await search('action=audit.search&thing=&limit=200');
  const own = entries.find(({ detail }) => detail['thing'] === 'canary');
  expect(own).toMatchObject({
    who: { kind: 'account', id: admin },
    detail: { thing: 'canary', node: unit },
  });
});

test('the file speaks the reader’s language and runs no formula', async () => {
  for (const language of LANGUAGES) {
    const response = await app.ask(`/api/audit.csv?node=${unit}&language=${language}`, { cookie });
    const text = await response.text();
    expect(text).toContain("'=cmd()");
    expect(text).toContain(wordFor(language, 'audit:action.feedback.readTexts'));
  }
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from audit_entry where county_id = ${app.county} and action = 'audit.export'`.execute(
    app.parts.db,
  );
  expect(rows[0]!.n).toBe(3);
});

test('every action that is written into the log can be searched for and has words in each language', () => {
  const actions = recordedActions(listRoutes(app.parts));
  const byHand = globSync('src/**/*.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/\.audit\(\{\s*action: '([\w.]+)'/g),
    ])
    .map(([, action]) => action!);
  expect(byHand.length).toBeGreaterThan(3);
  expect(byHand.filter((action) => !actions.includes(action))).toEqual([]);
  const without = LANGUAGES.flatMap((language) =>
    actions.filter((action) => wordFor(language, `audit:action.${action}`) === undefined),
  );
  expect(without).toEqual([]);
});
