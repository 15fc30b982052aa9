import { afterAll, beforeAll, expect, test } from 'vitest';
import { PathDocument, importPath } from '#modules/paths';
import { addNode } from '#modules/organisation';
import { rebuild } from '#modules/reports';
import { LANGUAGES, type Language } from '#platform/i18n.ts';
import type { TestContext } from '#tests/support/database.ts';
import { cellsOf, FORMULA_PREFIXES, isLive } from '#tests/support/formulas.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { insertAnswers, times } from '#tests/support/report-sample.ts';

// What the prefix begins, in a text that no other cell has.
const texts = FORMULA_PREFIXES.map((prefix, index) => `${prefix}1+1|x!A${index}`);
const at = (index: number): string => texts[index % texts.length]!;
/** A text with a prefix, of a column of its own. */
const inColumn = (column: string, index: number): string => `${at(index)} ${column}`;

let running: TestProcess;
// Who may fetch what: administrators no paths, editors no units.
let cookies: Record<'administrator' | 'editor' | 'supervisor', string>;
let units: string[];
beforeAll(async () => {
  running = await startProcess({ clock: () => new Date('2026-11-18T12:00:00Z') });
  const cookieOf = async (role: keyof typeof cookies) => (await running.signIn(role)).cookie;
  cookies = {
    administrator: await cookieOf('administrator'),
    editor: await cookieOf('editor'),
    supervisor: await cookieOf('supervisor'),
  };
  await running.run((ctx) =>
    ctx.db
      .updateTable('account')
      .set({ name: '=1+1 who' })
      .where('county_id', '=', ctx.county)
      .execute(),
  );
  units = await running.run(async (ctx) => {
    const parent = await addNode(ctx, running.root, {
      kind: 'domain',
      code: 'D',
      oid: null,
      sensitive: false,
      name: { fi: inColumn('fi', 0), sv: inColumn('sv', 1), en: inColumn('en', 2) },
    });
    const ids: string[] = [];
    for (const index of texts.keys()) {
      const name = {
        fi: inColumn('fi', index),
        sv: inColumn('sv', index),
        en: inColumn('en', index),
      };
      const form = { kind: 'unit', code: `N${index}`, oid: null, sensitive: false, name } as const;
      ids.push((await addNode(ctx, parent.id, form)).id);
    }
    return [parent.id, ...ids];
  });
});
afterAll(() => running.stop());

const cookieFor = (address: string): string =>
  cookies[
    address.startsWith('/api/path')
      ? 'editor'
      : address.startsWith('/api/invitations')
        ? 'supervisor'
        : 'administrator'
  ];

/** A table that the product writes; none of its cells may be live. */
async function fetchTable(address: string, language: Language, init = {}): Promise<string[]> {
  const response = await running.ask(address, { cookie: cookieFor(address), ...init });
  expect(response.status, address).toBeLessThan(300);
  const table = Buffer.from(await response.arrayBuffer()).toString('utf8');
  const cells = cellsOf(table, language === 'en' ? ',' : ';');
  expect(cells.filter(isLive), address).toEqual([]);
  return cells;
}

/** How many of the sixty stand in a column, as they are or behind the apostrophe that keeps them from running. */
const found = (cells: readonly string[], column: string): number => {
  const said = new Set(cells.map((cell) => cell.trim()));
  return texts.filter((_, index) => {
    const text = inColumn(column, index);
    return said.has(text.trim()) || said.has(`'${text}`) || said.has(`'${text.trim()}`);
  }).length;
};

const fetchAgain = (address: string): Promise<Response> =>
  running.ask(address, { cookie: cookieFor(address) });

const send = (address: string, body: BodyInit): Promise<Response> =>
  running.ask(address, { method: 'POST', cookie: cookieFor(address), body });

test('H2: 60 prefixes in the names of units are harmless in the tree’s table, and come back as they were', async () => {
  for (const language of LANGUAGES) {
    const cells = await fetchTable(`/api/nodes/table?language=${language}`, language);
    expect(['fi', 'sv', 'en'].map((column) => found(cells, column))).toEqual([60, 60, 60]);
    const table = await fetchAgain(`/api/nodes/table?language=${language}`);
    const again = await send('/api/nodes/table/check', await table.arrayBuffer());
    expect(await again.json()).toMatchObject({ refused: 0, lines: [] });
  }
});

test('H2: 60 prefixes in the phases, lanes, cells and steps of a path are harmless in its table, and come back as they were', async () => {
  // Nothing that is not seen at the ends of a text is stored.
  const title = (column: string, index: number) => ({ title: { fi: inColumn(column, index) } });
  const document = PathDocument.parse({
    format: 'urn:polku:service-path:1',
    path: {
      anchor: 'polku',
      kind: 'path',
      texts: { title: { fi: 'Polku' } },
      children: [
        ...texts.map((_, index) => ({
          anchor: `v${index}`,
          kind: 'phase',
          texts: title('phase', index),
          children: [{ anchor: `a${index}`, kind: 'step', texts: title('step', index) }],
        })),
        ...texts.map((_, index) => ({
          anchor: `r${index}`,
          kind: 'lane',
          texts: title('lane', index),
          children: [
            {
              anchor: `c${index}`,
              kind: 'cell',
              properties: { from: [`v${index}`], to: [`v${index}`] },
              texts: { text: { fi: inColumn('cell', index) } },
            },
          ],
        })),
      ],
    },
  });
  const path = await running.run((ctx) =>
    importPath(ctx as never, { node: running.root, units: [], document }),
  );
  for (const language of LANGUAGES) {
    const address = `/api/paths/${path}/table?language=${language}`;
    const cells = await fetchTable(address, language);
    const columns = ['phase', 'step', 'lane', 'cell'];
    expect(columns.map((column) => found(cells, column))).toEqual([60, 60, 60, 60]);
    const table = await fetchAgain(address);
    const again = await send(`/api/paths/${path}/table/check`, await table.arrayBuffer());
    expect(await again.json()).toMatchObject({ refused: 0, lines: [] });
  }
});

test('H2: 60 prefixes are harmless in the tables of reports, answers and invitations', async () => {
  await running.run(async (ctx) => {
    const { id: version, set_id: set } = await ctx.db
      .selectFrom('survey_version')
      .select(['id', 'set_id'])
      .where('survey_id', '=', running.survey)
      .where('status', '=', 'in-use')
      .executeTakeFirstOrThrow();
    const survey = { version, set };
    const answer = { survey, day: '2026-10-14', scores: [5, 4, 3, 5, 4, 3, 2] };
    // So many that every unit is told by its own name.
    const answers = units.slice(1).flatMap((node) => times(30, { ...answer, node }));
    await insertAnswers(ctx as TestContext, answers);
    await rebuild(ctx);
  });
  for (const language of LANGUAGES) {
    const query = `from=2026-10&to=2026-10&language=${language}`;
    const rows = await fetchTable(`/api/nodes/${units[0]}/answers.csv?${query}`, language, {
      headers: { 'polku-purpose': 'other; x' },
    });
    expect(found(rows, language)).toBe(60);
    const report = `/api/nodes/${units[0]}/dashboard.csv?language=${language}`;
    expect(found(await fetchTable(report, language), language)).toBe(60);
  }
  const named: string[] = [];
  for (const [index, node] of units.slice(1).entries()) {
    const language = LANGUAGES[index % 3]!;
    const init = { method: 'POST', json: { node, count: 1, language } };
    // Invitations are always parted by semicolons.
    const cells = await fetchTable('/api/invitations/table', 'fi', init);
    if (found(cells, language) === 1) named.push(node);
  }
  expect(named).toHaveLength(60);
});

test('H2: 60 prefixes in the names of accounts, units, things and details are harmless in the table of the audit log', async () => {
  await running.run(async (ctx) => {
    for (const [index, text] of texts.entries())
      await ctx.audit({
        action: 'audit.removeOld',
        thing: inColumn('thing', index),
        node: units[index + 1]!,
        detail: { [text]: inColumn('detail', index) },
      });
  });
  for (const language of LANGUAGES) {
    const cells = await fetchTable(`/api/audit.csv?language=${language}`, language);
    expect([found(cells, 'thing'), found(cells, language)]).toEqual([60, 60]);
    for (const [index, text] of texts.entries())
      expect(cells.join('\n')).toContain(`${text}: ${inColumn('detail', index)}`);
  }
});

const WORKBOOKS = {
  xlsx: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('[Content_Types].xml=1+1')]),
  ods: Buffer.from('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
  emptyArchive: Buffer.from('PK\u0005\u0006'),
  xls: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
};

test('H2: workbooks are refused with the advice to save as CSV, wherever a table is taken', async () => {
  const path = await running.run((ctx) =>
    importPath(ctx as never, {
      node: running.root,
      units: [],
      document: PathDocument.parse({
        format: 'urn:polku:service-path:1',
        path: { anchor: 'polku', kind: 'path', texts: { title: { fi: 'Toinen' } } },
      }),
    }),
  );
  const doors = [
    '/api/nodes/table/check',
    '/api/nodes/table',
    `/api/path-imports/check?node=${running.root}&title=P`,
    `/api/path-imports?node=${running.root}&title=P`,
    `/api/paths/${path}/table/check`,
    `/api/paths/${path}/table`,
  ];
  for (const door of doors) {
    for (const [name, bytes] of Object.entries(WORKBOOKS)) {
      const response = await send(door, bytes);
      const { type, title } = (await response.json()) as { type: string; title: string };
      expect([response.status, type], `${door} ${name}`).toEqual([
        422,
        '/problems/table-is-workbook',
      ]);
      expect(title).toContain('CSV');
    }
  }
});
