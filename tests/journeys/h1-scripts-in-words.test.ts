import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { escapeHtml } from '#platform/http/escape-html.ts';
import { LANGUAGES, type Language, words } from '#platform/i18n.ts';
import { times } from '#tests/faults/size.ts';
import { type Alarm, expectOnlyWords, watch } from '#tests/support/alarm.ts';
import { inTurn, type People, signInAll } from '#tests/support/ask.ts';
import * as screens from '#tests/support/attacked-screens.ts';
import { openBrowser, visitor, WIDTHS } from '#tests/support/browser.ts';
import { plant, plantForAll } from '#tests/support/planted.ts';
import type { Planted } from '#tests/support/planting.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { attackingAddresses, vectors } from '#tests/support/vectors.ts';
import { query, sayPurpose, settled, signIn } from '#tests/support/visits.ts';
import * as written from '#tests/support/written.ts';
import { publishPath, writeAddresses, writePath } from '#tests/support/written-path.ts';

const COUNT = times(1_500, 75);
const LONG = { timeout: 3_600_000 };
// The full size opens every page for every attack, the small one each kind of page for some.
const full = COUNT === 1_500;
const attacks = vectors(COUNT).map(({ text }) => text);

let server: BuiltServer;
let browser: Browser;
let people: People;
let place: written.Place;
let all: readonly Planted[];
const next = inTurn(attacks);

const at = (address: string): string => `http://127.0.0.1:${server.port}${address}`;

beforeAll(async () => {
  server = await startServer({ port: 3961, env: { LOG_LEVEL: 'silent' } });
  browser = await openBrowser();
  people = await signInAll(server);
  place = await written.addPlace(server, people, next);
  const answers = await written.giveAnswers(server, place, attacks);
  all = await plant(server, place.area, { attacks, answers });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A watched visitor. */
async function watched(): Promise<{ context: BrowserContext; page: Page; alarm: Alarm }> {
  const context = await visitor(browser, WIDTHS.desk);
  const alarm = await watch(context, at(''));
  return { context, page: await context.newPage(), alarm };
}

/** Opens a public page and sees that it shows the words, and only as words. */
async function open(page: Page, alarm: Alarm, { address, shown }: screens.Visit): Promise<void> {
  // What stands in the page is looked at, so that nothing that is fetched later need be waited for.
  await page.goto(at(address), { waitUntil: 'domcontentloaded' });
  await expectOnlyWords(page, alarm, address, shown);
}

/** Goes to a screen as a link within the staff app does, and sees the same. */
async function goTo(
  page: Page,
  alarm: Alarm,
  visit: screens.Visit,
  language: Language,
): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, visit.address);
  if (visit.opens === 'search') await page.getByRole('searchbox').fill('‹unit›');
  if (visit.opens === 'sources')
    await page.getByRole('button', { name: words(language)('development:sources.open') }).click();
  if (visit.opens === 'rows') {
    // The table draws a hundred rows at a time.
    const t = words(language);
    const more = page.getByRole('button', { name: t('paths:library.more') });
    await page.getByRole('table', { name: t('paths:title') }).waitFor();
    while ((await more.count()) > 0) await more.click();
  }
  await expectOnlyWords(page, alarm, visit.address, visit.opens === 'preview' ? [] : visit.shown);
  if (visit.opens !== 'preview') return;
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await expectOnlyWords(frame!, alarm, `frame of ${visit.address}`, visit.shown);
}

/** One of the example's people, given every role. */
async function everyRole(context: BrowserContext): Promise<Page> {
  const email = 'asiakaskokemus@esimerkkila.example';
  await query(
    server,
    `insert into account_role (county_id, id, account_id, node_id, role)
     select a.county_id, gen_random_uuid(), a.id, n.id, r.role from account a, node n, unnest(array['administrator', 'editor', 'publisher']) as r(role)
     where a.email = $1 and n.parent_id is null on conflict do nothing`,
    [email],
  );
  const page = await signIn(context, server, email);
  await sayPurpose(page);
  return page;
}

/** Has the staff app speak a language, as this browser keeps it. */
async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('polku.language', chosen), language);
  await page.goto(at('/staff/me'));
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
  await settled(page);
}

test(
  `H1: a page that let ${COUNT} vectors in would be caught, by what runs and by what stands in it`,
  LONG,
  async () => {
    const { context, page, alarm } = await watched();
    await page.route(/127\.0\.0\.1/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }),
    );
    const markup = vectors(COUNT).filter(({ kind }) =>
      ['element', 'mutation', 'clobber'].includes(kind),
    );
    const missed: string[] = [];
    for (const { text } of markup) {
      await page.goto(at('/'), { waitUntil: 'domcontentloaded' });
      await page.evaluate((html) => {
        document.body.append(document.createRange().createContextualFragment(html));
        // What was cleaned once is read again.
        document.body.insertAdjacentHTML('beforeend', document.body.innerHTML);
      }, text);
      await expectOnlyWords(page, [], '', []).then(
        () => missed.push(text),
        () => undefined,
      );
    }
    expect(missed.length).toBeLessThan(markup.length / 20);
    const ran = alarm.map((what) => /^(?:alert|confirm)\((\d+)\)/.exec(what)?.[1]).filter(Boolean);
    expect(new Set(ran).size).toBeGreaterThan(markup.length / 6);
    await context.close();
  },
);

test.concurrent.each(LANGUAGES)(
  `H1: ${COUNT} vectors in every text of the public site stay words in %s`,
  LONG,
  async (language) => {
    const { context, page, alarm } = await watched();
    for (const visit of screens.sitePages(all, place, language)) await open(page, alarm, visit);
    for (const [index, planted] of all.entries()) {
      for (const visit of screens.inTurns(screens.pagesOf(planted, language), index, {
        language,
        full,
      }))
        await open(page, alarm, visit);
      if (full || (index + 2) % 6 === 0) await tellThroughForm(page, alarm, planted, language);
    }
    await context.close();
  },
);

/** Which of the texts a page does not show yet. */
async function missingIn(address: string, texts: readonly string[]): Promise<string[]> {
  const html = await (await fetch(at(address))).text();
  return texts.filter((text) => !html.includes(escapeHtml(text)));
}

/** Opens the pages that have one text for the whole county, and a form that comes back with what was typed into it. */
async function tellThroughForm(
  page: Page,
  alarm: Alarm,
  planted: Planted,
  language: Language,
): Promise<void> {
  const attack = screens.ownOf(planted, language);
  const { inFields, FORM_FIELDS, siteAddress } = screens;
  await plantForAll(server, attack, language);
  const thanks = siteAddress(language, 'thanks', 'ABCD-EFGH');
  const shown = inFields(attack, ['thanks', 'county']);
  // The page is kept until the news of it have arrived.
  await vi.waitFor(async () => expect(await missingIn(thanks, shown)).toEqual([]), {
    timeout: 10_000,
    interval: 50,
  });
  await open(page, alarm, { address: thanks, shown });
  const back = page.waitForEvent('load');
  await page.evaluate(
    ([action, value]) => {
      const form = Object.assign(document.createElement('form'), { action, method: 'post' });
      for (const name of ['version', 'unit', 'comment', 'recommendation', 's-one'])
        form.append(Object.assign(document.createElement('textarea'), { name, value }));
      document.body.append(form);
      form.submit();
    },
    [`/p/${planted.codes.unit}?l=${language}`, attack] as const,
  );
  await back;
  await expectOnlyWords(page, alarm, 'faulty form', [
    attack,
    ...inFields(attack, [...FORM_FIELDS, 'county', 'elsewhere', 'elsewhere text']),
  ]);
}

test.concurrent(
  `H1: ${COUNT} vectors in every text of the staff app stay words`,
  LONG,
  async () => {
    const { context, alarm } = await watched();
    const page = await everyRole(context);
    for (const language of LANGUAGES) {
      await speak(page, language);
      for (const visit of screens.inTurns(screens.staffScreens(all, place, language), 0, {
        language,
        full,
      }))
        await goTo(page, alarm, visit, language);
      for (const [index, planted] of all.entries()) {
        for (const visit of screens.inTurns(screens.screensOf(planted, language), index, {
          language,
          full,
        }))
          await goTo(page, alarm, visit, language);
      }
    }
    await context.close();
  },
);

test(`H1: ${COUNT} vectors told through one feedback point stay words`, LONG, async () => {
  const { context, alarm } = await watched();
  const page = await everyRole(context);
  await speak(page, 'fi');
  const node = `/staff/nodes/${place.unit}`;
  await goTo(page, alarm, { address: node, shown: [] }, 'fi');
  await goTo(page, alarm, { address: `${node}/discussion`, shown: [place.names.unit.fi] }, 'fi');
  await goTo(
    page,
    alarm,
    {
      address: `${node}/development?new`,
      shown: attacks.slice(-40).flatMap(screens.toldOf),
      opens: 'sources',
    },
    'fi',
  );
  await goTo(page, alarm, { address: `${node}/feedback`, shown: [] }, 'fi');
  const more = page.getByRole('button', { name: words('fi')('feedback:more') });
  for (let shown = 25; shown < COUNT; shown += 25) {
    await more.click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('main blockquote').length >= count,
      Math.min(shown + 25, COUNT),
    );
  }
  await expectOnlyWords(page, alarm, 'all texts', attacks.flatMap(screens.toldOf));
  await context.close();
});

test('H1: what the API takes stays words everywhere', LONG, async () => {
  const path = await writePath(people, next, full);
  const taken = await writeAddresses(people, path.id, attackingAddresses());
  // These two lead to example.com and hold nothing that could leave their attribute once they are written as text.
  expect(taken.map((address) => new URL(address).origin)).toEqual([
    'https://example.com',
    'https://example.com',
  ]);
  const action = await written.writeAction(people, place, next);
  const survey = await written.writeSurvey(people, next);
  const names = await written.writeNames(people, next);
  const { context, alarm } = await watched();
  const staff = await everyRole(context);
  const previews = LANGUAGES.map((language) => ({
    address: `/staff/preview/paths/${path.id}?language=${language}`,
    shown: path.words[language],
  }));
  for (const visit of previews) await open(staff, alarm, visit);
  await publishPath(people, path.id);
  for (const language of LANGUAGES) {
    const name = place.names.unit[language];
    await open(staff, alarm, {
      address: screens.siteAddress(language, 'paths', path.slugs[language]),
      shown: path.words[language],
    });
    await open(staff, alarm, {
      address: `/staff/professional/paths/${path.id}?language=${language}`,
      shown: [...path.words[language], ...path.professional[language]],
    });
    await open(staff, alarm, {
      address: screens.siteAddress(language, 'units', place.slug),
      shown: [name, ...action.reply[language]],
    });
    await open(staff, alarm, {
      address: screens.siteAddress(language, 'replies'),
      shown: [name, ...action.reply[language]],
    });
    await open(staff, alarm, { address: screens.siteAddress(language, 'results'), shown: [name] });
    await open(staff, alarm, {
      address: `/p/${place.code}?l=${language}`,
      shown: [name, ...survey[language]],
    });
  }
  await speak(staff, 'fi');
  const visits = [
    { address: `/staff/actions/${action.id}`, shown: [...action.words, place.names.unit.fi] },
    { address: `/staff/nodes/${place.unit}`, shown: [] },
    {
      address: `/staff/nodes/${place.unit}/discussion`,
      shown: [place.names.unit.fi, action.agreed],
    },
    { address: '/staff/surveys', shown: Object.values(survey).flat() },
    { address: `/staff/channels?channel=${names.channel}`, shown: names.channelWords },
    { address: '/staff/accounts', shown: [names.account] },
    {
      address: `/staff/paths/${path.id}?tab=preview`,
      shown: path.words.fi,
      opens: 'preview' as const,
    },
  ];
  for (const visit of visits) await goTo(staff, alarm, visit, 'fi');
  await context.close();
});
