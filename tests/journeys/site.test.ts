import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewAddress, Partner } from '#contract/partners';
import { LANGUAGES, type Language, words } from '#platform/i18n.ts';
import { times } from '#tests/faults/size.ts';
import { watch } from '#tests/support/alarm.ts';
import { askAs, done } from '#tests/support/ask.ts';
import {
  expectAccessible,
  expectNoSideways,
  openBrowser,
  visitor,
  WIDTHS,
} from '#tests/support/browser.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { nodeId, pointCodes, query } from '#tests/support/visits.ts';

let server: BuiltServer;
let browser: Browser;
let codes: { unit: string; phase: string };

beforeAll(async () => {
  server = await startServer({ port: 3942, env: { LOG_LEVEL: 'silent' } });
  browser = await openBrowser();
  codes = await pointCodes(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = (address: string): string => `http://127.0.0.1:${server.port}${address}`;

const PAGES: Readonly<Record<Language, readonly string[]>> = {
  fi: [
    '/fi',
    '/fi/polut',
    '/fi/haku?q=klamidia',
    '/fi/haku?q=xyzzy',
    '/fi/aiheet/seksuaaliterveys',
    '/fi/polut/seksitautien-testaus-ja-hoito',
    '/fi/tulokset',
    '/fi/teimme',
    '/fi/lupaukset',
    '/fi/sanat',
    '/fi/oma-lista',
    '/fi/saavutettavuus',
    '/fi/tietosuoja',
    '/fi/kiitos/ABCD-EFGH',
    '/fi/ei-ole',
    '/a/ei-ole?l=fi',
  ],
  sv: [
    '/sv',
    '/sv/vagar',
    '/sv/sok?q=klamydiatest',
    '/sv/sok?q=xyzzy',
    '/sv/resultat',
    '/sv/vi-gjorde',
    '/sv/tillganglighet',
    '/sv/dataskydd',
    '/sv/tack/ABCD-EFGH',
    '/sv/finns-inte',
    '/a/ei-ole?l=sv',
  ],
  en: [
    '/en',
    '/en/paths',
    '/en/search?q=home%20tests',
    '/en/results',
    '/en/we-did',
    '/en/accessibility',
    '/en/privacy',
    '/en/thanks/ABCD-EFGH',
    '/en/not-there',
    '/a/ei-ole?l=en',
  ],
};

/** Every page that links lead to from the front page, so that none is forgotten. */
async function crawl(context: BrowserContext, language: Language): Promise<string[]> {
  const page = await context.newPage();
  const found = new Set<string>([
    ...PAGES[language],
    `/p/${codes.unit}?l=${language}`,
    `/p/${codes.phase}?l=${language}`,
  ]);
  const seen = new Set<string>();
  for (const address of found) {
    const kind = address.replace(/[^/]+$/, '');
    if (seen.has(address)) continue;
    seen.add(address);
    // Sixty pages of units are alike: a few of them stand for all.
    if (
      [...seen].filter(
        (other) => other.startsWith(kind) && /yksikot|enheter|units|\/p\//.test(kind),
      ).length > 4
    )
      continue;
    await page.goto(at(address));
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')!.replace(/#.*/, '')));
    for (const link of links)
      if (link.startsWith(`/${language}/`) || link === `/${language}`) found.add(link);
  }
  await page.close();
  return [...seen].filter((address, _, all) => {
    const kind = address.replace(/[^/]+$/, '');
    const alike = all.filter(
      (other) => other.startsWith(kind) && /yksikot|enheter|units/.test(kind),
    );
    return alike.length === 0 || alike.indexOf(address) < 3;
  });
}

test.each([
  ['fi', 'phone'],
  ['fi', 'desk'],
  ['sv', 'phone'],
  ['en', 'desk'],
] as const)(
  'every public page in %s has nothing for axe to find and reflows on a %s',
  async (language, device) => {
    const width = WIDTHS[device];
    const context = await visitor(browser, width);
    const page = await context.newPage();
    for (const [index, address] of (await crawl(context, language)).entries()) {
      // By turns in every run, so that each is looked at in each language or at each width; all in the full size.
      const looks = times(1, 0) === 1 || (index % 2 === 0) === (device === 'phone');
      // A small phone is tried with every page.
      if (!looks && !(language === 'fi' && device === 'phone')) continue;
      await page.goto(at(address));
      // The page of easy Finnish says `fi-simple`.
      const spoken = await page.locator('html').getAttribute('lang');
      expect(spoken?.replace('-simple', ''), address).toBe(language);
      if (looks) await expectAccessible(page, `${address} at ${width}`);
      await expectNoSideways(page, `${address} at ${width}`);
    }
    await context.close();
  },
);

test('a path is found without script, by the keyboard, from the front page to its phase', async () => {
  const context = await visitor(browser, WIDTHS.phone, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at('/fi'));
  await page.getByRole('searchbox').fill('klamydian testi kotona');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: words('fi')('site:search.title') }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('klamydian testi kotona');
  const hit = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  await hit.first().getByRole('link').last().click();
  await page.waitForURL(/\/fi\/polut\/seksitautien-testaus-ja-hoito#/);
  await context.close();
});

test('what a page tells programs is neither run nor refused by the browser', async () => {
  const context = await visitor(browser, WIDTHS.desk);
  const alarm = await watch(context, at(''));
  const page = await context.newPage();
  await page.goto(at('/fi/polut/seksitautien-testaus-ja-hoito'), { waitUntil: 'networkidle' });
  expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1);
  expect(alarm).toEqual([]);
  await context.close();
});

test('a faulty form keeps everything, names each fault, and has nothing for axe to find', async () => {
  const context = await visitor(browser, WIDTHS.phone);
  const page = await context.newPage();
  const t = words('fi');
  await page.goto(at(`/p/${codes.phase}?l=fi`));
  await page.getByRole('textbox').fill('Tämä säilyy.');
  await page.getByRole('button', { name: t('site:form.send') }).click();
  await page.getByRole('heading', { name: t('site:form.faults') }).waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe('Tämä säilyy.');
  expect(await page.title()).toContain(t('site:form.title'));
  await expectAccessible(page, 'faulty form');
  await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: t('site:form.faults') }) })
    .getByRole('link')
    .first()
    .click();
  expect(await page.evaluate(() => location.hash)).not.toBe('');
  await context.close();
});

test('the form warns of what looks like an identifier before sending, in words', async () => {
  const context = await visitor(browser, WIDTHS.phone);
  const page = await context.newPage();
  const t = words('fi');
  await page.goto(at(`/p/${codes.unit}?l=fi`));
  await page.getByRole('textbox').fill('Numeroni on 040 123 4567.');
  await page.getByText(t('site:form.looksLikePhone')).waitFor();
  await page.getByRole('textbox').fill('Tunnukseni on 010190-900P.');
  await page.getByText(t('site:form.looksLikeIdentity')).waitFor();
  await context.close();
});

test('F10: no public page sets a cookie or asks anything of a third party', async () => {
  const context = await visitor(browser, WIDTHS.desk);
  const foreign: string[] = [];
  const cookies: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(at('/'))) foreign.push(request.url());
  });
  context.on('response', async (response) => {
    if ((await response.allHeaders())['set-cookie']) cookies.push(response.url());
  });
  for (const language of LANGUAGES) await crawl(context, language);
  expect({ foreign, cookies, kept: await context.cookies() }).toEqual({
    foreign: [],
    cookies: [],
    kept: [],
  });
  await context.close();
});

test(
  `C13: ${times(200, 8)} answers without script on an old phone are all stored, each with its receipt`,
  { timeout: 1_200_000 },
  async () => {
    const context = await visitor(browser, 320, { javaScriptEnabled: false });
    const page = await context.newPage();
    const receipts: string[] = [];
    for (let number = 0; number < times(200, 8); number += 1) {
      await page.goto(at(`/p/${codes.unit}?l=fi`));
      const groups = page
        .getByRole('group')
        .filter({ has: page.locator('input[type=radio][value="5"]') });
      await groups.first().locator('input[value="5"]').check({ force: true });
      await page.getByRole('textbox').fill(`Vanha puhelin ${number}`);
      await page.getByRole('button', { name: words('fi')('site:form.send') }).click();
      await page
        .getByRole('heading', { level: 1, name: words('fi')('site:thanks.title') })
        .waitFor();
      receipts.push(/[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await page.locator('main').innerText())![0]);
    }
    const stored = await query<{ receipt: string }>(
      server,
      "select a.receipt from answer a join answer_text t on t.answer_id = a.id where t.text like 'Vanha puhelin %'",
    );
    expect(stored.map(({ receipt }) => receipt).toSorted()).toEqual(receipts.toSorted());
    await context.close();
  },
);

const LINKS = times(1_000, 50);

test(
  `C4: ${LINKS} links opened by a browser that runs scripts are all still unused`,
  { timeout: 1_200_000 },
  async () => {
    const before = await storedAnswers();
    const invitations = await invite(LINKS);
    const context = await visitor(browser, WIDTHS.desk);
    const page = await context.newPage();
    for (const { address } of invitations) {
      await page.goto(at(new URL(address).pathname), { waitUntil: 'load' });
      expect(await page.getByRole('textbox').count()).toBe(1);
    }
    await context.close();
    expect(await storedAnswers()).toBe(before);
    const [used] = await query<{ n: number }>(
      server,
      "select count(*)::int as n from invitation where used and created_at > now() - interval '1 hour'",
    );
    expect(used!.n).toBe(0);
    // Whoever they were for finds them as they were sent.
    const person = await (await visitor(browser, WIDTHS.phone)).newPage();
    await person.goto(at(new URL(invitations.at(-1)!.address).pathname));
    await person.getByRole('textbox').fill('Linkki toimi yhä.');
    await person.getByRole('button', { name: words('fi')('site:form.send') }).click();
    await person
      .getByRole('heading', { level: 1, name: words('fi')('site:thanks.title') })
      .waitFor();
    expect(await storedAnswers()).toBe(before + 1);
    await person.context().close();
  },
);

async function storedAnswers(): Promise<number> {
  const [row] = await query<{ n: number }>(server, 'select count(*)::int as n from answer');
  return row!.n;
}

/** Makes invitations to a unit as its supervisor. */
async function invite(count: number): Promise<{ address: string }[]> {
  const supervisor = await askAs(server, 'esihenkilo');
  const order = {
    node: await nodeId(server, 'U014'),
    channel: 'sms',
    count,
    expiresInDays: 7,
    language: 'fi',
  };
  const { invitations } = await done<{ invitations: { address: string }[] }>(
    supervisor,
    'POST',
    '/api/invitations',
    order,
  );
  return invitations;
}

test('a partner reads what is said of it and answers, on a phone without script', async () => {
  const editor = await askAs(server, 'muokkaaja');
  const { partners } = await done<{ partners: Partner[] }>(editor, 'GET', '/api/partners');
  const { id } = partners.find(({ parts }) => parts.some(({ state }) => state === 'not-asked'))!;
  const order = { days: 7 };
  const made = await done<NewAddress>(editor, 'POST', `/api/partners/${id}/addresses`, order);
  const context = await visitor(browser, WIDTHS.phone, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(new URL(made.address).pathname));
  await expectNoSideways(page, 'what a partner reads');
  await page.getByRole('radio', { name: 'Jotakin pitää muuttaa' }).check();
  await page.getByRole('button', { name: 'Lähetä vastaukset' }).click();
  await page.getByRole('link', { name: 'Kertokaa, mitä pitää muuttaa' }).click();
  await page.getByLabel('Mitä pitää muuttaa tai lisätä?').fill('Puhelinnumero puuttuu.');
  await page.getByRole('button', { name: 'Lähetä vastaukset' }).click();
  await page.getByText('Vastauksenne on tallessa').waitFor();
  await page.getByText('Puhelinnumero puuttuu.').waitFor();
  await context.close();
  const looking = await (await visitor(browser, WIDTHS.desk)).newPage();
  await looking.goto(at(`${new URL(made.address).pathname}?l=sv`));
  await expectAccessible(looking, 'what a partner reads');
  await looking.context().close();
});

test('sending the same form twice gives one answer and one receipt', async () => {
  const context = await visitor(browser, WIDTHS.desk, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(`/p/${codes.unit}?l=fi`));
  await page.getByRole('textbox').fill('Kahdesti painettu.');
  const body = new URLSearchParams(
    await page
      .locator('form')
      .last()
      .evaluate((form) => [...new FormData(form as HTMLFormElement)] as [string, string][]),
  );
  const send = async (): Promise<string> => {
    const response = await fetch(at(`/p/${codes.unit}?l=fi`), {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    return `${response.status} ${response.headers.get('location')}`;
  };
  const [first, second] = await Promise.all([send(), send()]);
  expect(first).toMatch(/^303 /);
  expect(second).toBe(first);
  await context.close();
});
