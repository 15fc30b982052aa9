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
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { settled, signIn } from '#tests/support/visits.ts';

const t = words('fi');
let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ port: 3944, env: { LOG_LEVEL: 'silent' } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
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
    await press(page, t('organisation:import.check'));
    await page.getByText(t('organisation:import.choose')).waitFor();
    const file = { name: 'puu.csv', mimeType: 'text/csv', buffer: Buffer.from(edited) };
    await page.getByLabel(t('organisation:import.file')).setInputFiles(file);
    await press(page, t('organisation:import.check'));
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
