import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '#platform/i18n.ts';
import {
  expectAccessible,
  expectNoSideways,
  openBrowser,
  visitor,
  WIDTHS,
} from '#tests/support/browser.ts';
import { keyboard } from '#tests/support/hands.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { query, settled, signIn } from '#tests/support/visits.ts';

const t = words('fi');
let server: BuiltServer;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  server = await startServer({ port: 3944, env: { LOG_LEVEL: 'silent' } });
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'polku-files-'));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const at = (address: string): string => `http://127.0.0.1:${server.port}${address}`;
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).press('Enter');

test(
  'a county fetches its tree, edits it, checks it and brings it back; then one unit is merged by hand',
  { timeout: 180_000 },
  async () => {
    const context = await visitor(browser, WIDTHS.phone);
    const page = await signIn(context, server, 'paakayttaja@esimerkkila.example');
    const address = at('/api/nodes/table?language=fi');
    const table = await (await context.request.get(address)).text();
    const edited = table
      .replace('Koivurannan sote-keskus', 'Koivurannan terveysasema')
      .concat(
        'U998;S111;yksikkö;Uusi yksikkö;Ny enhet;New unit;;ei;ei;\r\nU999;XX;yksikkö;Minne;;;;;;\r\n',
      );
    await page.goto(at('/staff/organisation/import'));
    await settled(page);
    await press(page, t('common:file.check'));
    await page.getByText(t('common:file.choose')).waitFor();
    const file = { name: 'puu.csv', mimeType: 'text/csv', buffer: Buffer.from(edited) };
    await page.getByLabel(t('common:file.label')).setInputFiles(file);
    await press(page, t('common:file.check'));
    await page.getByText(t('organisation:table.refusal.parent-unknown', { code: 'XX' })).waitFor();
    await expectAccessible(page, 'what would change');
    await expectNoSideways(page, 'what would change');
    await press(page, t('organisation:import.write', { count: 2 }));
    await page.getByText(t('organisation:import.done', { count: 2 })).waitFor();
    await page.goto(at('/staff/organisation'));
    await settled(page);
    await page.getByRole('searchbox').fill('U998');
    await page
      .getByRole('button', { name: t('organisation:placeOf', { name: 'Uusi yksikkö' }) })
      .click();
    await page.getByRole('radio', { name: t('organisation:placing.merge') }).check({ force: true });
    await press(page, t('organisation:placing.do'));
    await page.getByText(t('errors:fault.missing')).first().waitFor();
    await page.getByRole('combobox').fill('Koivurannan terveysasema');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectAccessible(page, 'merging');
    await press(page, t('organisation:placing.do'));
    await page
      .getByText(t('organisation:mergedInto', { name: 'Koivurannan terveysasema' }))
      .waitFor();
    await page.goto(at('/fi/yksikot/uusi-yksikko'));
    expect(new URL(page.url()).pathname).toBe('/fi/yksikot/koivurannan-sote-keskus');
    await context.close();
  },
);

const BOARD = [
  'Vaihe;Rivi;Teksti;Kieli',
  'Otan yhteyttä;Asiakkaan hetket;Soitan asiakasohjaukseen;suomi',
  'Otan yhteyttä;Asiakkaan hetket;Jag ringer rådgivningen;ruotsi',
  'Otan yhteyttä;Ammattilainen;Kuuntele ja kirjaa toiveet;',
  'Saan apua;Asiakkaan hetket;Käyn vastaanotolla;',
];

const FAULTS = [
  'Saan apua;Asiakkaan hetket;Tulen uudelleen;klingon',
  ';Asiakkaan hetket;Vailla vaihetta;',
  'Loppu;Ammattilainen;Soita asiakkaalle;',
  'Saan apua;Asiakkaan hetket;Hetu 131052-308T;',
  'Saan apua;Asiakkaan hetket;Lähden kotiin;klingon',
];

/** As spreadsheet programs of this country save: semicolons, line ends of Windows, a byte order mark or Windows-1252. */
async function saved(name: string, lines: readonly string[], old = false): Promise<string> {
  const text = lines.concat('').join('\r\n');
  const path = join(folder, name);
  await writeFile(path, old ? Buffer.from(text, 'latin1') : `\ufeff${text}`);
  return path;
}

test(
  'by keyboard alone: a spreadsheet with faults is told row by row, the corrected one becomes a path, and a changed one shows what differs',
  { timeout: 180_000 },
  async () => {
    const context = await visitor(browser, WIDTHS.desk);
    const page = await signIn(context, server, 'muokkaaja@esimerkkila.example');
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const check = () => keyboard.press(button(t('common:file.check')));
    const file = page.getByLabel(t('common:file.label'));
    const numbers = (rows: number, accepted: number, refused: number) =>
      page.getByText(t('common:file.checked', { rows, accepted, refused })).waitFor();
    await page.goto(at('/staff/paths/import'));
    await settled(page);
    const title = page.getByLabel(t('paths:create.name'));
    await keyboard.write(title, 'Kotihoidon polku');
    await keyboard.pick(
      button(new RegExp(`${t('paths:create.node')}$`)),
      'Esimerkkilän hyvinvointialue',
    );

    // A workbook is refused with advice, and nothing that was typed is lost.
    const book = join(folder, 'polku.xlsx');
    await writeFile(book, 'PK\u0003\u0004');
    await keyboard.give(file, book);
    await check();
    await page.getByText(t('errors:code.table-is-workbook')).waitFor();
    expect(await title.inputValue()).toBe('Kotihoidon polku');

    const board = await saved('polku.csv', [...BOARD, ...FAULTS]);
    await keyboard.give(file, board);
    await check();
    await numbers(9, 4, 5);
    await expectAccessible(page, 'a spreadsheet with faults');
    const refused = page.getByRole('table', { name: t('common:file.refusedRows') });
    const told = await refused.getByRole('row').allInnerTexts();
    const expected = [
      ['6, 10', 'Kieli', t('paths:table.refusal.language-unknown', { word: 'klingon' })],
      ['7', 'Vaihe', t('paths:table.refusal.phase-missing')],
      ['8', 'Vaihe', t('paths:table.refusal.step-missing')],
      ['9', 'Teksti', t('paths:table.refusal.identity-code')],
    ] as const;
    // What to do is said once, for all rows that lack the same.
    expect(told.length).toBe(expected.length + 1);
    for (const [index, [lines, column, detail]] of expected.entries()) {
      const row = told[index + 1]!;
      const count = lines.split(', ').length;
      expect(row).toContain(t('common:file.lines', { count, lines }));
      expect(row).toContain(`${t('common:file.inColumn', { column })} ${detail}`);
    }

    // Saved again in the spreadsheet program: the browser no longer reads what was chosen, and that is said.
    await saved('polku.csv', BOARD, true);
    await check();
    await page.getByText(t('common:file.changed')).waitFor();
    expect(await title.inputValue()).toBe('Kotihoidon polku');
    await keyboard.give(file, board);
    await check();
    await numbers(4, 4, 0);
    await page.getByText(t('common:file.encoding')).waitFor();
    await keyboard.press(button(t('paths:import.begin', { count: 4 })));
    await page.getByRole('heading', { level: 1, name: 'Kotihoidon polku' }).waitFor();

    await page.goto(`${page.url().split('?')[0]}/import`);
    await settled(page);
    const download = page.waitForEvent('download');
    await keyboard.press(page.getByRole('link', { name: t('paths:import.downloadCsv') }));
    const own = join(folder, 'oma.csv');
    await (await download).saveAs(own);
    const changed = (await readFile(own, 'utf8')).replaceAll(
      'Kuuntele ja kirjaa toiveet',
      'Kuuntele, kysy ja kirjaa',
    );
    await page.setViewportSize({ width: WIDTHS.phone, height: 900 });
    await keyboard.give(
      file,
      await saved('muutettu.csv', changed.replace('\ufeff', '').split(/\r?\n/)),
    );
    await check();
    const differs = page.getByRole('table', { name: t('common:file.changedRows') });
    await differs.getByRole('deletion').getByText('Kuuntele ja kirjaa toiveet').waitFor();
    await differs.getByRole('insertion').getByText('Kuuntele, kysy ja kirjaa').waitFor();
    // On a phone each cell says its head itself, so there is no row of heads.
    expect(await differs.getByRole('row').count()).toBe(1);
    await expectAccessible(page, 'what differs');
    await expectNoSideways(page, 'what differs');
    await keyboard.press(button(t('paths:import.write', { count: 1 })));
    await page.getByText(t('paths:import.done', { count: 1 })).waitFor();
    await context.close();
  },
);

test('the boxes of matching phases are reached, walked and ticked by keyboard', async () => {
  const context = await visitor(browser, WIDTHS.desk);
  const page = await signIn(context, server, 'paakayttaja@esimerkkila.example');
  const [scheme] = await query<{ id: string }>(
    server,
    `select id from handbook_entry where kind = 'phase-scheme' limit 1`,
  );
  await page.goto(at(`/staff/handbook/mapping/${scheme!.id}`));
  await settled(page);
  const table = page.getByRole('table', { name: t('handbook:mapping.phases') });
  const box = (row: number, column: number) =>
    table
      .getByRole('row')
      .nth(row + 1)
      .getByRole('checkbox')
      .nth(column);
  const focused = (row: number, column: number) =>
    box(row, column).evaluate((element) => element === document.activeElement);
  const was = await box(1, 1).isChecked();
  await keyboard.tick(box(0, 0));
  await keyboard.tick(box(0, 0));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await focused(1, 1)).toBe(true);
  await page.keyboard.press('Space');
  expect(await box(1, 1).isChecked()).toBe(!was);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  // At the edge it stays.
  await page.keyboard.press('ArrowLeft');
  expect(await focused(0, 0)).toBe(true);
  await page.reload();
  await settled(page);
  expect(await box(1, 1).isChecked()).toBe(!was);
  await context.close();
});
