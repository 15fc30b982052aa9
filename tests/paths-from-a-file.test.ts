import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProcess, type TestProcess } from './support/process.ts';

let running: TestProcess;
let cookie: string;

beforeAll(async () => {
  running = await startProcess();
  ({ cookie } = await running.signIn('editor'));
});
afterAll(() => running.stop());

const BOARD = 'phase,lane,text\nBefore,Action,Call us\nBefore,Professional,Listen\n';

const send = (address: string, body: BodyInit): Promise<Response> =>
  running.ask(address, { method: 'POST', cookie, body });

const begin = (rest = ''): string => `?node=${running.root}&title=Polku${rest}`;

test('a path begins with what was checked, comes in again without a change, and is not published', async () => {
  const checked = await send(`/api/path-imports/check${begin()}`, BOARD);
  const { digest, ...outcome } = (await checked.json()) as { digest: string };
  expect(outcome).toMatchObject({ rows: 2, accepted: 2, refused: 0 });
  const made = await send(`/api/path-imports${begin(`&digest=${digest}`)}`, BOARD);
  expect(made.status).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const again = await send(`/api/paths/${id}/table`, BOARD);
  expect(await again.json()).toMatchObject({ unchanged: 2, lines: [] });
  const table = await running.ask(`/api/paths/${id}/table?language=sv`, { cookie });
  expect(
    await (await send(`/api/paths/${id}/table/check`, await table.text())).json(),
  ).toMatchObject({ refused: 0, lines: [] });
  const late = await send(`/api/paths/${id}/table?digest=${digest}`, BOARD);
  expect([late.status, ((await late.json()) as { type: string }).type]).toEqual([
    409,
    '/problems/path-changed',
  ]);
  const draft = await running.ask(`/api/paths/${id}/draft`, { cookie });
  expect(await draft.json()).toMatchObject({ status: 'draft', publishedOn: null });
});

interface Told {
  rows: number;
  accepted: number;
  refused: number;
  unchanged: number;
  lines: {
    line: number;
    changes: unknown[];
    refusals: { code: string; column: string | null }[];
  }[];
}

const FAULTS: readonly (readonly [row: string, code: string, column: string | null])[] = [
  [';Asiakkaan hetket;Vailla vaihetta;fi', 'phase-missing', 'Vaihe'],
  ['Vaihe 1;Asiakkaan hetket;Tervetuloa;klingon', 'language-unknown', 'Kieli'],
  ['Vaihe 1;Asiakkaan hetket;Hetu 131052-308T;fi', 'identity-code', 'Teksti'],
  [`Vaihe 1;Asiakkaan hetket;${'x'.repeat(85)};fi`, 'text-too-long', 'Teksti'],
  [`Vaihe 1;Asiakkaan hetket;${'x'.repeat(2_001)};fi`, 'text-far-too-long', 'Teksti'],
];

test.for([500, 2_000])(
  'of %d rows each is either taken or listed with its row, its column and the reason, before and after they are written',
  async (count) => {
    const faultAt = (index: number) =>
      index % 20 === 7 ? FAULTS[((index / 20) % 5) | 0] : undefined;
    const rows = Array.from(
      { length: count },
      (_, index) =>
        faultAt(index)?.[0] ?? `Vaihe ${index % 10};Asiakkaan hetket;Kohta ${index} tästä;fi`,
    );
    const file = `\ufeff${['Vaihe;Rivi;Teksti;Kieli', ...rows].join('\r\n')}\r\n`;
    const expected = rows.flatMap((_, index) => {
      const fault = faultAt(index);
      return fault ? [[index + 2, [[fault[1], fault[2]]]] as const] : [];
    });
    const expectWhole = (told: Told): void => {
      expect([told.rows, told.accepted, told.refused]).toEqual([
        count,
        count - expected.length,
        expected.length,
      ]);
      const refused = told.lines.filter(({ refusals }) => refusals.length > 0);
      expect(
        refused.map(({ line, refusals }) => [
          line,
          refusals.map(({ code, column }) => [code, column]),
        ]),
      ).toEqual(expected);
      const changing = told.lines.filter(({ changes }) => changes.length > 0);
      expect(changing.length + told.unchanged + refused.length).toBe(count);
    };
    const checked = (await (await send(`/api/path-imports/check${begin()}`, file)).json()) as Told;
    expectWhole(checked);
    expect(checked.unchanged).toBe(0);
    const made = await send(`/api/path-imports${begin()}`, file);
    const { id, outcome } = (await made.json()) as { id: string; outcome: Told };
    expect(outcome).toEqual(checked);
    const again = (await (await send(`/api/paths/${id}/table`, file)).json()) as Told;
    expectWhole(again);
    expect(again.unchanged).toBe(again.accepted);
    const draft = await running.ask(`/api/paths/${id}/draft`, { cookie });
    const { elements } = (await draft.json()) as { elements: { properties: { kind: string } }[] };
    const steps = elements.filter(({ properties }) => properties.kind === 'step');
    expect(steps).toHaveLength(count - expected.length);
  },
);

test('H6: a file that is too large, a workbook or no table is refused in words, and nothing is made', async () => {
  const before = await listed();
  const files: [BodyInit, string][] = [
    ['x'.repeat(6 * 1024 * 1024), 'body-too-large'],
    [Buffer.from('PK\u0003\u0004zip'), 'table-is-workbook'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'table-is-workbook'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'table-without-texts'],
    [String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR`, 'table-without-texts'],
    [Buffer.from('%PDF-1.7\n\u0000\u0001'), 'table-without-texts'],
    ['', 'table-empty'],
    [`text\n${'"x"\n'.repeat(20_001)}`, 'table-too-long'],
  ];
  for (const [body, type] of files) {
    const response = await send(`/api/path-imports${begin()}`, body);
    expect(((await response.json()) as { type: string }).type).toBe(`/problems/${type}`);
  }
  expect(await listed()).toBe(before);
});

const listed = async (): Promise<number> => {
  const response = await running.ask('/api/paths', { cookie });
  return ((await response.json()) as { paths: unknown[] }).paths.length;
};

test('H4: neither prototypes nor fields of their own come in', async () => {
  const form = { node: running.root, title: { fi: 'Polku' } };
  const template = { kind: 'template', template: 'digital' };
  const wrong = [
    { ...form, from: template, county_id: 'x' },
    { ...form, from: { ...template, path: running.root } },
    { ...form, from: { kind: 'template', template: '__proto__' } },
    { ...form, from: { kind: 'template', template: 'constructor' } },
    { ...form, title: { fi: 'Polku', constructor: 'x' }, from: template },
  ];
  for (const json of wrong) {
    const response = await running.ask('/api/path-copies', { method: 'POST', cookie, json });
    expect(response.status, JSON.stringify(json)).toBe(422);
  }
  const heads = '__proto__,constructor,text,phase,lane\nx,y,Soita,Alku,Action\n';
  const read = await send(`/api/path-imports/check${begin()}`, heads);
  expect(await read.json()).toMatchObject({ refused: 0, ignored: ['__proto__', 'constructor'] });
  for (const lane of ['__proto__', 'constructor', 'toString']) {
    const response = await send(
      `/api/path-imports${begin()}`,
      `phase,lane,type,text\n${lane},${lane},,${lane}\n,,${lane},a\n`,
    );
    expect(await response.json()).toMatchObject({ outcome: { accepted: 1, refused: 1 } });
  }
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});
