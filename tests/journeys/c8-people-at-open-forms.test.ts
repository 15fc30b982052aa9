import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPEN_FORMS } from '#modules/collection';
import { words } from '#platform/i18n.ts';
import { newId } from '#platform/ids.ts';
import { times } from '#tests/faults/size.ts';
import { openBrowser, visitor, WIDTHS } from '#tests/support/browser.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { query } from '#tests/support/visits.ts';

const RUNS = times(500, 12);
const AT_ONCE = 4;
const PATIENCE_MS = 15_000;
const t = words('fi');

let server: BuiltServer;
let browser: Browser;
let codes: string[];
beforeAll(async () => {
  server = await startServer({ port: 3948, env: { LOG_LEVEL: 'silent' } });
  browser = await openBrowser();
  const rows = await query<{ code: string }>(
    server,
    'select code from feedback_point where node_id is not null order by code limit 20',
  );
  codes = rows.map(({ code }) => code);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = (address: string): string => `http://127.0.0.1:${server.port}${address}`;

test(
  `C8: none of ${RUNS} people who use the keyboard or a screen reader is held, flooded points or not`,
  { timeout: 3_600_000 },
  async () => {
    // Bots go on at every other point; people come there as well.
    await Promise.all(codes.filter((_, index) => index % 2 === 1).map(flood));
    const held: string[] = [];
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let run = next++; run < RUNS; run = next++) {
          const context = await visitor(browser, run % 3 === 0 ? WIDTHS.phone : WIDTHS.desk, {
            javaScriptEnabled: run % 4 !== 0,
          });
          const page = await context.newPage();
          await page.goto(at(`/p/${codes[run % codes.length]}?l=fi`));
          // Nobody reads and answers a page in less; a script would.
          await page.waitForTimeout(OPEN_FORMS.youngestSeconds * 1_000);
          await (Math.floor(run / 2) % 2 === 0 ? byKeyboard(page) : byScreenReader(page));
          const thanks = page.waitForURL('**/kiitos/**', { timeout: PATIENCE_MS });
          await thanks.catch(() => undefined);
          if (!page.url().startsWith(at('/fi/kiitos/'))) held.push(`${run}: ${page.url()}`);
          await context.close();
        }
      }),
    );
    expect(held).toEqual([]);
  },
);

/** Goes through the form by Tab, chooses with the space bar, writes, and sends with Enter. */
async function byKeyboard(page: Page): Promise<void> {
  await page.locator('form').last().locator('input[type=radio]').first().focus();
  const reached: string[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    const { name, type } = await page.evaluate(() => {
      const { name, type } = document.activeElement as HTMLInputElement;
      return { name, type };
    });
    reached.push(name);
    if (type === 'radio') await page.keyboard.press('Space');
    if (type === 'textarea') await page.keyboard.type('Kaikki sujui hyvin.');
    if (type === 'submit') break;
    await page.keyboard.press('Tab');
  }
  expect(reached).not.toContain('website');
  await page.keyboard.press('Enter');
}

/** Uses only what the accessibility tree tells: roles and names. */
async function byScreenReader(page: Page): Promise<void> {
  const heard = await page.locator('body').ariaSnapshot();
  expect(heard).not.toContain(t('site:form.trap'));
  const form = page.locator('form').last();
  for (const group of await form.getByRole('group').all())
    await group.getByRole('radio').first().check();
  await page.getByRole('textbox').fill('Kaikki sujui hyvin.');
  await page.getByRole('button', { name: t('site:form.send') }).click();
}

async function flood(code: string): Promise<void> {
  for (let sent = 0; sent <= OPEN_FORMS.floodPerMinute; sent += 1) {
    const answer = { id: newId(), code, surveyVersion: newId(), language: 'fi', recommendation: 1 };
    await fetch(at('/api/answers'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(answer),
    });
  }
}
