import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, words } from '#platform/i18n.ts';
import { times } from '#tests/faults/size.ts';
import {
  expectAccessible,
  expectNoSideways,
  openBrowser,
  visitor,
  WIDTHS,
} from '#tests/support/browser.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { nodeId, query, settled, signIn } from '#tests/support/visits.ts';

let server: BuiltServer;
let browser: Browser;
let screens: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  server = await startServer({ port: 3943, env: { LOG_LEVEL: 'silent' } });
  browser = await openBrowser();
  const [unit, service, root] = [
    await nodeId(server, 'U014'),
    await nodeId(server, 'S123'),
    await nodeId(server, 'C1'),
  ];
  const [action] = await query<{ id: string }>(
    server,
    'select id from development_action where node_id = $1 limit 1',
    [unit],
  );
  const [point] = await query<{ id: string }>(
    server,
    'select id from feedback_point where node_id = $1 limit 1',
    [unit],
  );
  const [path] = await query<{ id: string }>(server, 'select id from service_path limit 1');
  const [scheme] = await query<{ id: string }>(
    server,
    `select id from handbook_entry where kind = 'phase-scheme'`,
  );
  const [promise] = await query<{ id: string }>(
    server,
    `select id from handbook_entry where kind = 'promise' order by position desc limit 1`,
  );
  const [quiet] = await query<{ id: string }>(
    server,
    `select n.id from node n left join answer a on a.node_id = n.id where n.kind = 'unit' group by n.id order by count(a.id) limit 1`,
  );
  screens = {
    'asiakaskokemus@esimerkkila.example': [
      ...[unit, service, root, quiet!.id].map((node) => `/staff/nodes/${node}`),
      ...['feedback', 'discussion', 'development', 'development?new', 'collection'].map(
        (part) => `/staff/nodes/${unit}/${part}`,
      ),
      `/staff/nodes/${quiet!.id}/feedback`,
      `/staff/nodes/${quiet!.id}/development`,
      `/staff/nodes/${quiet!.id}/discussion`,
      `/staff/actions/${action!.id}`,
      `/staff/points/${point!.id}/poster`,
      '/staff/partners',
      '/staff/surveys',
      '/staff/handbook',
      ...['segments', 'promises', 'cornerstones', 'words'].map(
        (tab) => `/staff/handbook?tab=${tab}`,
      ),
      '/staff/handbook/segments',
      `/staff/handbook/mapping/${scheme!.id}`,
      `/staff/handbook/entries/${promise!.id}`,
      '/staff/paths',
      '/staff/me',
      '/staff/gallery',
      '/staff/ei-ole',
      '/staff/nodes/00000000-0000-7000-8000-000000000000',
    ],
    'muokkaaja@esimerkkila.example': [
      '/staff/paths',
      `/staff/paths/${path!.id}`,
      '/staff/channels',
    ],
    'julkaisija@esimerkkila.example': [`/staff/actions/${action!.id}`, `/staff/paths/${path!.id}`],
    'paakayttaja@esimerkkila.example': [
      '/staff/organisation',
      '/staff/organisation/import',
      '/staff/accounts',
      '/staff/tokens',
      '/staff/audit',
      '/staff/audit?who=public&to=2020-01-01',
      '/staff/retention',
      `/staff/nodes/${unit}/feedback`,
    ],
  };
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = (address: string): string => `http://127.0.0.1:${server.port}${address}`;

/** Whether axe looks at a screen at this width: at one of the two in every run, by turns, and at both in the full size. */
const looks = (index: number, width: number): boolean =>
  times(1, 0) === 1 || (index % 2 === 0) === (width === WIDTHS.phone);

describe.each(Object.entries(WIDTHS))('every staff screen at the width of a %s', (_, width) => {
  test(
    'has nothing for axe to find, reflows, and breaks no content policy',
    { timeout: 300_000 },
    async () => {
      for (const [email, addresses] of Object.entries(screens)) {
        const context = await visitor(browser, width);
        const page = await signIn(context, server, email);
        const refused: string[] = [];
        page.on('console', (message) => {
          if (/content security policy/i.test(message.text())) refused.push(message.text());
        });
        page.on('pageerror', (error) => refused.push(error.message));
        for (const [index, address] of addresses.entries()) {
          // A small phone is tried with every screen, a desk with those at which axe looks there.
          if (width === WIDTHS.desk && !looks(index, width)) continue;
          await page.goto(at(address));
          // The gallery shows a loading screen among its samples.
          if (address === '/staff/gallery') await page.getByRole('heading', { level: 1 }).waitFor();
          else await settled(page);
          if (looks(index, width)) await expectAccessible(page, `${address} at ${width}`);
          await expectNoSideways(page, `${address} at ${width}`);
          if (await sayWhy(page)) {
            await expectAccessible(page, `${address} at ${width}, once it is said why`);
            await expectNoSideways(page, `${address} at ${width}, once it is said why`);
          }
        }
        expect(refused).toEqual([]);
        await context.close();
      }
    },
  );
});

/** Where the screen asks why its reader reads people's words: says so. */
async function sayWhy(page: Page): Promise<boolean> {
  const reason = page.getByRole('radio', { name: words('fi')('feedback:purpose.kind.moderation') });
  if ((await reason.count()) === 0) return false;
  await reason.check({ force: true });
  await page.getByRole('button', { name: words('fi')('feedback:purpose.show') }).click();
  await settled(page);
  return true;
}

test('people’s words are asked for once and not again when one comes back to the window', async () => {
  const context = await visitor(browser, WIDTHS.desk);
  const page = await signIn(context, server, 'asiakaskokemus@esimerkkila.example');
  const read: string[] = [];
  page.on('request', (request) => {
    if (!/\/api\/.*\/(texts|concerns)\b/.test(request.url())) return;
    // The dashboard asks how many are urgent, and may still be asking when one leaves it.
    if (request.frame().url().endsWith('/feedback'))
      read.push(
        `${new URL(request.url()).pathname.split('/').at(-1)} ${request.headers()['polku-purpose']}`,
      );
  });
  await page.goto(at(`/staff/nodes/${await nodeId(server, 'U014')}/feedback`));
  await settled(page);
  expect(read).toEqual(['concerns urgent']);
  expect(await sayWhy(page)).toBe(true);
  await page.locator('blockquote').first().waitFor();
  for (let turn = 0; turn < 3; turn += 1)
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await page.reload();
  await page.locator('blockquote').first().waitFor();
  await expect.poll(() => read.length).toBe(4);
  expect(read.toSorted()).toEqual([
    'concerns urgent',
    'concerns urgent',
    'texts moderation',
    'texts moderation',
  ]);
  await context.close();
});

test('a dashboard shows people’s latest words once it is said why they are read', async () => {
  const context = await visitor(browser, WIDTHS.desk);
  const page = await signIn(context, server, 'asiakaskokemus@esimerkkila.example');
  const dashboard = page.url();
  const t = words('fi');
  await page.getByText(t('reports:saidWhy')).waitFor();
  await page.getByRole('link', { name: t('reports:saidAll') }).click();
  await page.getByRole('button', { name: t('feedback:purpose.show') }).waitFor();
  expect(await sayWhy(page)).toBe(true);
  await page.goto(dashboard);
  await page.getByRole('heading', { name: t('reports:said') }).waitFor();
  await page.locator('li p[lang]').first().waitFor();
  await context.close();
});

test.each(LANGUAGES)('the staff app speaks %s', async (language) => {
  const context = await visitor(browser, WIDTHS.desk);
  const page = await signIn(context, server, 'asiakaskokemus@esimerkkila.example');
  const status = await page.evaluate(async (chosen) => {
    const response = await fetch('/api/account/language', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: chosen }),
    });
    return response.status;
  }, language);
  expect(status).toBe(204);
  await context.close();
  // Whoever signs in on another machine finds the app in their own language.
  const elsewhere = await visitor(browser, WIDTHS.desk);
  const dashboard = await signIn(elsewhere, server, 'asiakaskokemus@esimerkkila.example');
  await expect.poll(() => dashboard.locator('html').getAttribute('lang')).toBe(language);
  await settled(dashboard);
  await expectAccessible(dashboard, `dashboard in ${language}`);
  await elsewhere.close();
});

test(
  'a role that is taken away ends access within five seconds, an open event stream too',
  { timeout: 60_000 },
  async () => {
    const context = await visitor(browser, WIDTHS.desk);
    const page = await signIn(context, server, 'katselija@esimerkkila.example');
    const node = await nodeId(server, 'D1');
    const ended = page.evaluate(
      (id) =>
        new Promise<number>((done) => {
          const stream = new EventSource(`/api/nodes/${id}/news`);
          stream.addEventListener('open', () => Object.assign(globalThis, { opened: true }), {
            once: true,
          });
          stream.addEventListener('error', () => done(performance.now()), { once: true });
        }),
      node,
    );
    await page.waitForFunction(() => (globalThis as { opened?: boolean }).opened === true);
    const began = await page.evaluate(() => performance.now());
    await query(
      server,
      "delete from account_role where account_id = (select id from account where email = 'katselija@esimerkkila.example')",
    );
    expect((await ended) - began).toBeLessThan(5_000);
    const status = await page.evaluate(
      async (id) => (await fetch(`/api/nodes/${id}/dashboard`)).status,
      node,
    );
    expect(status).toBe(403);
    await context.close();
  },
);

test('an administrator makes a token for another system, sees it once and revokes it', async () => {
  const t = words('fi');
  const context = await visitor(browser, WIDTHS.desk);
  const page = await signIn(context, server, 'paakayttaja@esimerkkila.example');
  await page.goto(at('/staff/tokens'));
  await page.getByRole('button', { name: t('identity:tokens.add') }).click();
  await page.getByLabel(t('identity:newToken.name')).fill('Kioskit');
  await page.getByRole('button', { name: t('identity:roles.role') }).press('Enter');
  await page.getByRole('option', { name: t('identity:role.viewer') }).press('Enter');
  await page.getByRole('combobox', { name: t('identity:roles.node') }).fill('Esimerkkilän');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: t('identity:newToken.submit') }).click();
  const secret = await page.getByText(/^polku_[\w-]{32}$/).textContent();
  await expectAccessible(page, 'the token that was made');
  const status = async (): Promise<number> =>
    (await fetch(at('/api/nodes'), { headers: { authorization: `Bearer ${secret}` } })).status;
  expect(await status()).toBe(200);
  await page.getByRole('button', { name: t('common:close') }).click();
  expect(await page.content()).not.toContain(secret);
  await page
    .getByRole('button', { name: t('identity:tokens.revokeOf', { name: 'Kioskit' }) })
    .click();
  const asked = page.getByRole('alertdialog');
  await asked.getByRole('button', { name: t('identity:tokens.revoke') }).click();
  await asked.waitFor({ state: 'detached' });
  expect(await status()).toBe(401);
  await context.close();
});

test('a screen that cannot be fetched says so, and one can go elsewhere', async () => {
  const t = words('fi');
  const context = await visitor(browser, WIDTHS.desk);
  const page = await signIn(context, server, 'paakayttaja@esimerkkila.example');
  await context.route('**/assets/channels-screen*', (route) => route.abort());
  await page.getByRole('link', { name: t('common:nav.channels') }).click();
  await page.getByRole('heading', { level: 1, name: t('common:broken.title') }).waitFor();
  await page.getByRole('link', { name: t('common:nav.organisation') }).click();
  await page.getByRole('heading', { level: 1, name: t('organisation:title') }).waitFor();
  await context.close();
});

test.each(Object.entries(WIDTHS))(
  'the click that follows the last correction arrives, at the width of a %s',
  async (name, width) => {
    const t = words('fi');
    const context = await visitor(browser, width);
    const page = await signIn(context, server, 'paakayttaja@esimerkkila.example');
    await page.goto(at('/staff/accounts'));
    await page.getByRole('button', { name: t('identity:accounts.add') }).click();
    const send = page.getByRole('button', { name: t('identity:newAccount.submit') }).last();
    await send.click();
    const email = page.getByRole('textbox', { name: t('identity:email') });
    await expect.poll(() => faultOf(email)).toBe(t('errors:fault.wrong-form'));
    await page.getByRole('textbox', { name: t('identity:accounts.name') }).fill('Uusi');
    await email.pressSequentially(`uusi.${name}@esimerkkila.example`);
    expect(await faultOf(email)).toBeUndefined();
    // With a hand’s own speed, at the button’s lower edge: were it to move up as the field is left, it would be missed.
    const { x, y, width: wide, height } = (await send.boundingBox())!;
    await page.mouse.move(x + wide / 2, y + height - 3);
    await page.mouse.down();
    await page.waitForTimeout(100);
    expect(await send.boundingBox()).toEqual({ x, y, width: wide, height });
    await page.mouse.up();
    await page.getByText(t('identity:newAccount.done')).waitFor();
    await context.close();
  },
);

/** What is told of a field that is marked as wrong. */
const faultOf = (field: Locator): Promise<string | undefined> =>
  field.evaluate((input) =>
    input.getAttribute('aria-invalid') === 'true'
      ? document.getElementById(input.getAttribute('aria-describedby')!.split(' ').at(-1)!)!
          .innerText
      : undefined,
  );
