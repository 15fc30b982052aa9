import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectAccessible,
  expectNoSideways,
  openBrowser,
  visitor,
  WIDTHS,
} from '#tests/support/browser.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';

// The rules of step-by-step pages that need a browser, by their numbers. What the markup alone keeps is in
// src/site/paths/guide-rules.test.tsx; what needs people is in docs/guides/trying-a-guide-by-ear.md (rule 24).

const PATH = '/fi/polut/seksitautien-testaus-ja-hoito';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ port: 3981, env: { LOG_LEVEL: 'silent' } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = (address: string): string => `http://127.0.0.1:${server.port}${address}`;

async function visit(
  address: string,
  given: {
    width?: number;
    script?: boolean;
    prepare?: (context: BrowserContext) => Promise<unknown>;
  } = {},
): Promise<Page> {
  const context = await visitor(browser, given.width ?? WIDTHS.desk, {
    javaScriptEnabled: given.script ?? true,
  });
  await given.prepare?.(context);
  const page = await context.newPage();
  await page.goto(at(address));
  return page;
}

const toggles = (page: Page) => page.locator('[data-phase] > h2 > button');
const openCount = (page: Page): Promise<number> =>
  page.locator('[data-phase] > h2 > button[aria-expanded="true"]').count();
const openQuestions = (page: Page): Promise<void> =>
  page.locator('summary', { hasText: 'Näytä vain minua koskevat kohdat' }).click();
const PHASES = 5;

/** Runs in the page before anything of it: a browser that keeps nothing. */
function refuseMemory(): void {
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {
      get() {
        throw new Error('refused');
      },
    });
}

/** Whether the scripts of the guide and of the list, each with what it shares, are under 5 kB as they are sent. */
async function scriptSizes(): Promise<Record<'guide' | 'list', boolean>> {
  const sizeOf = async (address: string): Promise<number> => {
    const whole = await (await fetch(at(address))).text();
    const shared = [...whole.matchAll(/from\s*["'`]\.\/([^"'`]+)/g)].map(
      ([, name]) => `/assets/${name}`,
    );
    const sizes = await Promise.all(shared.map(sizeOf));
    return brotliCompressSync(whole).length + sizes.reduce((sum, size) => sum + size, 0);
  };
  const isSmall = async (page: string): Promise<boolean> => {
    const html = await (await fetch(at(page))).text();
    const size = await sizeOf(/<script src="([^"]+)"/.exec(html)![1]!);
    return size > 500 && size < 5_000;
  };
  return { guide: await isSmall(PATH), list: await isSmall('/fi/oma-lista') };
}

describe('a guide', () => {
  test('rule 3: a phase is opened by a button in its heading that says its number and title', async () => {
    const page = await visit(PATH);
    const second = page
      .getByRole('heading', { level: 2 })
      .getByRole('button', { name: /^Vaihe 2\s*: Tilaan testin/ });
    expect(await second.getAttribute('aria-expanded')).toBe('false');
    const content = page.locator(`[id="${await second.getAttribute('aria-controls')}"]`);
    expect(await content.isVisible()).toBe(false);
    await second.focus();
    await page.keyboard.press('Enter');
    expect(await second.getAttribute('aria-expanded')).toBe('true');
    expect(await content.isVisible()).toBe(true);
    await page.context().close();
  });

  test('rule 4: without script, with a failed script and with memory refused, all is there to be read', async () => {
    const plain = await visit(PATH, { script: false });
    expect(await toggles(plain).count()).toBe(0);
    expect(await plain.getByRole('heading', { name: 'Kerro kumppaneillesi' }).isVisible()).toBe(
      true,
    );
    const failed = await visit(PATH, {
      prepare: (context) => context.route('**/assets/path-script*', (route) => route.abort()),
    });
    expect(await toggles(failed).count()).toBe(0);
    expect(await failed.getByRole('heading', { name: 'Kerro kumppaneillesi' }).isVisible()).toBe(
      true,
    );
    const refused = await visit(PATH, {
      prepare: (context) => context.addInitScript(refuseMemory),
    });
    await toggles(refused).nth(1).click();
    expect(await openCount(refused)).toBe(1);
    for (const page of [plain, failed, refused]) await page.context().close();
  });

  test('rule 5: one button shows or hides all, and its name follows the phases', async () => {
    const page = await visit(PATH);
    await page.getByRole('button', { name: 'Näytä kaikki vaiheet' }).click();
    expect(await openCount(page)).toBe(PHASES);
    await toggles(page).first().click();
    await page.getByRole('button', { name: 'Näytä kaikki vaiheet' }).click();
    await page.getByRole('button', { name: 'Piilota kaikki vaiheet' }).click();
    expect(await openCount(page)).toBe(0);
    for (const index of Array(PHASES).keys()) await toggles(page).nth(index).click();
    expect(await page.getByRole('button', { name: 'Piilota kaikki vaiheet' }).isVisible()).toBe(
      true,
    );
    await page.context().close();
  });

  test('rules 6 and 7: an address with a place opens it, marks it, and goes to its heading; the session remembers', async () => {
    const page = await visit(`${PATH}#saan-tuloksen`);
    expect(await openCount(page)).toBe(1);
    const heading = page.getByRole('button', { name: /^Vaihe 4\s*: Saan tuloksen/ });
    await expect
      .poll(() => heading.evaluate((button) => button === document.activeElement))
      .toBe(true);
    const present = page.locator('nav a[aria-current="step"]');
    expect(await present.count()).toBe(1);
    expect(await present.innerText()).toMatch(/Saan tuloksen\s+Olet tässä/);
    await page.goto(at('/fi'));
    await page.goto(at(PATH));
    expect(await openCount(page)).toBe(1);
    const other = await visit(PATH);
    expect(await openCount(other)).toBe(0);
    await other.goto(at(`${PATH}#kerro-kumppaneille`));
    expect(await other.getByRole('heading', { name: 'Kerro kumppaneillesi' }).isVisible()).toBe(
      true,
    );
    for (const each of [page, other]) await each.context().close();
  });

  test('rule 8: print shows everything, and what is folded is found by the browser’s own search', async () => {
    const page = await visit(PATH);
    expect(await page.locator('[data-phase] > [hidden="until-found"]').count()).toBe(PHASES);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'Kerro kumppaneillesi' }).isVisible()).toBe(
      true,
    );
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.byteLength).toBeGreaterThan(20_000);
    await page.context().close();
  });

  test('rules 9 and 10: it reads in the order in which it stands, at 320 px and at 200 % text, with targets of 24 px', async () => {
    const page = await visit(PATH, { width: 320 });
    await expectNoSideways(page, PATH);
    await page.addStyleTag({ content: 'html { font-size: 200% }' }).catch(() => undefined);
    await page.getByRole('button', { name: 'Näytä kaikki vaiheet' }).click();
    await expectNoSideways(page, PATH);
    const tops = await page
      .locator('main h2, main h3, main h4')
      .evaluateAll((headings) => headings.map((one) => one.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const small = await page
      .locator('main button, main input, main nav a, main label')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getClientRects().length > 0)
          .map((one) => one.getBoundingClientRect())
          .filter(({ width, height }) => width < 24 || height < 24),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });

  test('rule 15: answers narrow the page down, it says so, and everything can be shown again', async () => {
    const page = await visit(PATH);
    await page.getByRole('button', { name: 'Näytä kaikki vaiheet' }).click();
    await openQuestions(page);
    const home = page.getByRole('heading', { name: /Tilaa kotitesti/ });
    const group = page.getByRole('group', { name: 'Onko sinulla oireita?' });
    await group.getByRole('radio', { name: 'Minulla on oireita' }).check();
    expect(await home.isVisible()).toBe(false);
    expect(await page.locator('output[data-status]').innerText()).toMatch(/piilotettu \d+ kohtaa/);
    await group.getByRole('radio', { name: 'Minulla ei ole oireita' }).check();
    expect(await home.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Näytä kaikki kohdat' }).click();
    await expect.poll(() => page.locator('[data-for][hidden]').count()).toBe(0);
    await page.context().close();
  });

  test('rule 16: ticks are remembered here until they are cleared, and neither they nor answers leave the browser', async () => {
    const page = await visit(PATH);
    await page.waitForLoadState('networkidle');
    const sent: string[] = [];
    await openQuestions(page);
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    await page
      .getByRole('group', { name: 'Onko sinulla oireita?' })
      .getByRole('radio', { name: 'Minulla on oireita' })
      .check();
    const box = page.getByRole('checkbox', { name: 'Viisi päivää on kulunut' });
    await box.check();
    expect(sent).toEqual([]);
    await page.reload();
    expect(await box.isChecked()).toBe(true);
    expect(await page.context().cookies()).toEqual([]);
    await page.getByRole('button', { name: 'Tyhjennä merkinnät' }).click();
    await page.reload();
    expect(await box.isChecked()).toBe(false);
    await page.context().close();
  });

  test('P14: parts of several paths are gathered on a list that never leaves the browser and says what is so now', async () => {
    const page = await visit(PATH);
    expect(await scriptSizes()).toEqual({ guide: true, list: true });
    await page.getByRole('button', { name: 'Näytä kaikki vaiheet' }).click();
    await page.waitForLoadState('networkidle');
    const sent: string[] = [];
    page.on('request', (request) =>
      sent.push(`${request.method()} ${request.url().replace(at(''), '')}`),
    );
    const keep = page.locator('[id="varaa-aika"] [data-keep]');
    const call = keep.first().getByRole('button', { name: /^Lisää kanava omalle listalle/ });
    await call.focus();
    await page.keyboard.press('Enter');
    const remove = keep.first().getByRole('button', { name: /^Poista listalta/ });
    expect(await remove.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.locator('article > output').innerText()).toMatch(/^Lisätty omalle listalle/);
    await page.locator('[id="laske-paivat"] > [data-keep] > button').click();
    // The page of a path may send nothing at all, and does not.
    expect(sent).toEqual([]);
    await page.goto(at('/fi/polut/monipalvelupolku'));
    await page.getByRole('button', { name: 'Näytä kaikki vaiheet' }).click();
    await page
      .getByRole('button', { name: /^Lisää vaihe/ })
      .first()
      .click();
    // What was put here long ago: a part that is gone, a path that is gone, and texts that are markup.
    await page.evaluate(() => {
      const list = JSON.parse(localStorage.getItem('polku:lista')!);
      const gone = { anchor: 'ei-ole', title: '<img src=x onerror=alert(1)>' };
      list.paths[0].parts.push({ ...gone, within: ['varaa-aika'] });
      const at = { fi: '/fi/polut/mennyt' };
      const parts = [{ anchor: 'a', title: 'Soita', within: [] }];
      list.paths.push({ id: 'mennyt', title: 'Mennyt polku', variant: 'fi', at, parts });
      localStorage.setItem('polku:lista', JSON.stringify(list));
    });
    sent.length = 0;
    await page.getByRole('link', { name: 'Oma lista' }).last().click();
    const main = page.locator('main');
    await main.getByText(/Ajat ja yhteystiedot on haettu/).waitFor();
    expect(sent.filter((one) => !/\/assets\/|\/mark\.svg$/.test(one)).toSorted()).toEqual([
      'GET /fi/oma-lista',
      'GET /fi/polut/mennyt',
      'GET /fi/polut/monipalvelupolku',
      `GET ${PATH}`,
    ]);
    expect(await main.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(
      expect.arrayContaining(['Seksitautien testaus ja hoito', 'Mennyt polku']),
    );
    expect(await main.getByRole('link', { name: /^Soita 03/ }).count()).toBe(1);
    expect(await main.locator('[data-state]').innerText()).toMatch(/Avoinna|Suljettu/);
    expect(await main.getByRole('heading', { name: '<img src=x' }).count()).toBe(1);
    expect(
      await main
        .getByText(/Tätä kohtaa ei enää ole polulla/)
        .getByRole('link')
        .getAttribute('href'),
    ).toBe(`${PATH}#varaa-aika`);
    await main.getByText(/Tätä polkua ei enää ole sivustolla/).waitFor();
    await page.getByLabel('Omat muistiinpanosi').fill('Kysy tulkista.');
    await expectAccessible(page, 'own list');
    for (const width of Object.values(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSideways(page, `own list at ${width}`);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await main.locator('button:visible').count()).toBe(0);
    expect(await main.getByText('Kysy tulkista.').last().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await main.getByRole('button', { name: /^Poista listalta\s*: Soita/ }).click();
    expect(await main.locator('output').innerText()).toBe('Poistettu: Soita');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-groups] button'))).toBe(
      true,
    );
    // In another language it is the same list, in that language.
    await page.getByRole('link', { name: 'Svenska' }).click();
    await page.getByText(/Tider och kontaktuppgifter hämtades/).waitFor();
    expect(await main.getByRole('link', { name: /^Ring 03/ }).count()).toBe(1);
    expect(await page.getByLabel('Dina egna anteckningar').inputValue()).toBe('Kysy tulkista.');
    await page.getByRole('button', { name: 'Töm listan' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await main.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(2);
    await page.getByRole('button', { name: 'Töm listan' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Din lista är tom' }).waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  test('P14: without script, and where the browser keeps nothing, the list says how to do the same', async () => {
    const plain = await visit(PATH, { script: false });
    expect(await plain.locator('[data-keep]').count()).toBe(0);
    await plain.goto(at('/fi/oma-lista'));
    await plain.getByText(/Lista tarvitsee JavaScriptin/).waitFor();
    expect(await plain.getByText('Listasi on tyhjä').isVisible()).toBe(false);
    const refused = await visit(PATH, {
      prepare: (context) => context.addInitScript(refuseMemory),
    });
    expect(await toggles(refused).count()).toBe(PHASES);
    expect(await refused.locator('[data-keep]').count()).toBe(0);
    await refused.goto(at('/fi/oma-lista'));
    await refused.getByText(/Selaimesi ei anna sivujen muistaa mitään/).waitFor();
    await expectAccessible(refused, 'own list refused');
    for (const page of [plain, refused]) await page.context().close();
  });

  test('rule 17: another language, easy Finnish among them, opens at the same place', async () => {
    const page = await visit(`${PATH}#saan-tuloksen`);
    await page.getByRole('link', { name: 'Selkosuomi' }).click();
    await page.waitForURL(/\/selko#saan-tuloksen$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('fi-simple');
    expect(await page.locator('[id="saan-tuloksen"]').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Svenska' }).click();
    await page.waitForURL(/\/sv\/vagar\/[^#]+#saan-tuloksen$/);
    expect(await openCount(page)).toBe(1);
    await page.context().close();
  });

  test('rule 20: who leaves for a service comes back to the step, and is shown what is next', async () => {
    const page = await visit(PATH, {
      prepare: (context) =>
        context.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) =>
          route.fulfill({ body: 'muualla' }),
        ),
    });
    await page.getByRole('button', { name: 'Näytä kaikki vaiheet' }).click();
    const step = page.locator('[id="laske-paivat"]');
    await step.getByRole('link', { name: 'Lue seksitaudeista Terveyskirjastosta' }).click();
    await page.waitForURL(/terveyskirjasto/);
    await page.goBack();
    await page.waitForURL(/#laske-paivat$/);
    expect(await step.isVisible()).toBe(true);
    await expect
      .poll(() => page.locator('[data-welcome]').innerText())
      .toMatch(/Tervetuloa takaisin/);
    await page.context().close();
  });

  test('is accessible folded, open, narrowed down and in easy Finnish, at both widths', async () => {
    for (const width of Object.values(WIDTHS)) {
      const page = await visit(PATH, { width });
      await expectAccessible(page, 'folded');
      await openQuestions(page);
      await page.getByRole('button', { name: 'Näytä kaikki vaiheet' }).click();
      await page
        .getByRole('group', { name: 'Onko sinulla oireita?' })
        .getByRole('radio', { name: 'Minulla on oireita' })
        .check();
      await expectAccessible(page, 'open');
      await expectNoSideways(page, PATH);
      await page.goto(at(`${PATH}/selko`));
      await expectAccessible(page, 'easy');
      await page.context().close();
    }
  });

  test('the right channel is three taps away from the front page, without script', async () => {
    const page = await visit('/fi', { script: false, width: WIDTHS.phone });
    await page.getByRole('link', { name: 'Seksitautien testaus ja hoito' }).first().click();
    await page.getByRole('link', { name: 'Tilaan testin tai varaan ajan' }).first().click();
    const call = page
      .locator('[id="varaa-aika"]')
      .getByRole('link', { name: /^Soita/ })
      .first();
    expect(await call.getAttribute('href')).toMatch(/^tel:/);
    await page.context().close();
  });
});
