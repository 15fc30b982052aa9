import type { Browser, BrowserContext, Page } from 'playwright-core';
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
import { query, settled, signIn } from '#tests/support/visits.ts';

const t = words('fi');

let server: BuiltServer;
let browser: Browser;
let path: string;
/** A step that says nothing of its cost, its wait and what is needed. */
let step: string;

beforeAll(async () => {
  server = await startServer({ port: 3947, env: { LOG_LEVEL: 'silent' } });
  browser = await openBrowser();
  const [row] = await query<{ id: string; anchor: string }>(
    server,
    `select e.path_id as id, e.anchor from path_element e
     join path_slug s on s.county_id = e.county_id and s.path_id = e.path_id and s.slug = 'seksitautien-testaus-ja-hoito'
     where e.kind = 'step' and not exists (select from path_text t where t.county_id = e.county_id
       and t.version_id = e.version_id and t.anchor = e.anchor and t.field in ('cost', 'wait', 'needs')) limit 1`,
  );
  ({ id: path, anchor: step } = row!);
  // A second editor, so that two can write at once.
  await query(
    server,
    `insert into account_role (county_id, id, account_id, node_id, role)
     select r.county_id, gen_random_uuid(), a.id, r.node_id, 'editor' from account a
     join account_role r on r.county_id = a.county_id and r.account_id = a.id where a.email like 'julkaisija@%'`,
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = (search: string): string =>
  `http://127.0.0.1:${server.port}/staff/paths/${path}${search}`;

async function person(
  name: string,
  width: number = WIDTHS.desk,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await visitor(browser, width);
  context.setDefaultTimeout(15_000);
  return { context, page: await signIn(context, server, `${name}@esimerkkila.example`) };
}

async function open(page: Page, search: string): Promise<void> {
  await page.goto(at(search));
  await settled(page);
}

const field = (page: Page, name: string, language = 'fi') =>
  page.locator(`[data-place="${step}/${name}/${language}"] textarea`);

async function write(page: Page, name: string, text: string, language = 'fi'): Promise<void> {
  await field(page, name, language).fill(text);
  await field(page, name, language).blur();
}

const stored = async (name: string, language = 'fi'): Promise<string | undefined> => {
  const rows = await query<{ text: string }>(
    server,
    `select t.text from path_text t join path_version v on v.county_id = t.county_id and v.id = t.version_id
     where v.path_id = $1 and v.status = 'draft' and t.anchor = $2 and t.field = $3 and t.variant = $4`,
    [path, step, name, language],
  );
  return rows[0]?.text;
};

const settings = async () => {
  const [row] = await query<{ level: string; life_events: string[] }>(
    server,
    'select level, life_events from service_path where id = $1',
    [path],
  );
  return row!;
};

test(
  'two people see where the other writes and what they stored, without a reload',
  { timeout: 60_000 },
  async () => {
    const [aino, onni] = [await person('muokkaaja'), await person('julkaisija')];
    for (const { page } of [aino, onni]) await open(page, `?at=${step}`);
    await field(aino.page, 'cost').focus();
    const note = t('paths:text.written', { name: 'Muokkaaja Esimerkki' });
    await onni.page.getByText(note).waitFor();
    expect(await aino.page.getByText(note).count()).toBe(0);
    const aloud = t('paths:text.writtenAt', {
      name: 'Muokkaaja Esimerkki',
      field: t('paths:field.cost'),
      language: t('paths:language.fi'),
    });
    await onni.page.getByRole('status').filter({ hasText: aloud }).waitFor({ state: 'attached' });
    expect(await aino.page.getByRole('status').filter({ hasText: aloud }).count()).toBe(0);
    await expectAccessible(onni.page, 'a field that somebody else writes in');
    for (const language of ['fi', 'sv', 'en', 'fi-simple'])
      await write(aino.page, 'cost', 'Maksuton', language);
    await expect.poll(() => field(onni.page, 'cost').inputValue()).toBe('Maksuton');
    const saved = new RegExp(t('common:saved', { time: '' }));
    await aino.page.getByRole('status').filter({ hasText: saved }).waitFor();
    await onni.page.getByText(note).waitFor({ state: 'detached' });
    await aino.context.close();
    await onni.context.close();
  },
);

test(
  'who loses the network loses no word: it is marked, sent by itself, and asked about where somebody wrote meanwhile',
  { timeout: 90_000 },
  async () => {
    const [aino, onni] = [await person('muokkaaja'), await person('julkaisija')];
    for (const { page } of [aino, onni]) await open(page, `?at=${step}`);
    await aino.context.setOffline(true);
    await write(aino.page, 'wait', 'Ainon kesto');
    await write(aino.page, 'needs', 'Ainon tarvittava');
    await aino.page.getByText(t('paths:text.unsaved')).waitFor();
    expect(await field(aino.page, 'wait').inputValue()).toBe('Ainon kesto');
    await write(onni.page, 'wait', 'Onnin kesto');
    await expect.poll(() => stored('wait')).toBe('Onnin kesto');
    await aino.context.setOffline(false);
    await aino.page.getByRole('dialog', { name: t('paths:clash.title') }).waitFor();
    await aino.page.getByText('Onnin kesto').waitFor();
    expect(await stored('wait')).toBe('Onnin kesto');
    await aino.page.getByRole('button', { name: t('paths:clash.keepYours') }).click();
    await expect.poll(() => stored('wait')).toBe('Ainon kesto');
    await expect.poll(() => stored('needs')).toBe('Ainon tarvittava');
    await expect.poll(() => field(onni.page, 'wait').inputValue()).toBe('Ainon kesto');
    for (const language of ['sv', 'en', 'fi-simple']) {
      await write(aino.page, 'wait', 'x', language);
      await write(aino.page, 'needs', 'x', language);
    }
    await expect.poll(() => stored('needs', 'en')).toBe('x');

    // The settings: what both set is asked about with both shown, what only one set is kept.
    const level = async (page: Page, chosen: 'touchpoint' | 'strategic'): Promise<void> => {
      await page.getByRole('button', { name: t('paths:settings.level'), exact: false }).click();
      await page.getByRole('option', { name: t(`paths:settingOption.level.${chosen}`) }).click();
    };
    for (const { page } of [aino, onni]) await open(page, '?tab=settings');
    await aino.context.setOffline(true);
    await level(aino.page, 'strategic');
    await level(onni.page, 'touchpoint');
    await expect.poll(settings).toMatchObject({ level: 'touchpoint' });
    await onni.page.getByText(t('paths:lifeEvent.ageing'), { exact: true }).click();
    await expect.poll(settings).toMatchObject({ life_events: ['ageing'] });
    await aino.context.setOffline(false);
    const asked = aino.page.getByRole('dialog', { name: t('common:clash.title') });
    await asked.getByText(t('paths:settingOption.level.touchpoint')).waitFor();
    await asked.getByText(t('paths:settingOption.level.strategic')).waitFor();
    await expectAccessible(aino.page, 'a clash of settings');
    await asked.getByRole('button', { name: t('common:clash.mine') }).click();
    await asked.waitFor({ state: 'detached' });
    expect(await settings()).toEqual({ level: 'strategic', life_events: ['ageing'] });
    await aino.context.close();
    await onni.context.close();
  },
);

test(
  'a path goes from its draft through a comment and two reviews to a set time and to the public, by the screens',
  { timeout: 180_000 },
  async () => {
    const editor = await person('muokkaaja');
    await open(editor.page, '?tab=review');
    await editor.page.getByRole('button', { name: t('paths:review.request') }).click();
    await editor.page.getByRole('button', { name: t('paths:review.requestSend') }).click();
    await editor.page.getByText(t('paths:review.requested')).waitFor();
    await expectAccessible(editor.page, 'the review of an editor');

    // Published by nobody before it is reviewed, and each fault leads to the review.
    const publisher = await person('julkaisija');
    await open(publisher.page, '');
    const publish = publisher.page.getByRole('button', {
      name: t('paths:publish.open'),
      exact: true,
    });
    await publish.first().click();
    await publisher.page.getByRole('link', { name: t('errors:fault.review-missing') }).click();
    await publisher.page.getByRole('heading', { name: t('paths:review.state') }).waitFor();

    const reviewer = await person('tarkistaja', WIDTHS.phone);
    await reviewer.page.goto(`http://127.0.0.1:${server.port}/staff/paths`);
    await reviewer.page
      .getByRole('region', { name: t('paths:tasks.title') })
      .getByRole('link', { name: 'Seksitautien testaus ja hoito' })
      .click();
    await settled(reviewer.page);
    const { page } = reviewer;
    await page.locator('ins').getByText('Maksuton').first().waitFor();
    // By the keyboard alone: the focus goes where one writes, and is not lost when the form or a button is gone.
    const comment = page
      .getByRole('button', { name: new RegExp(`^${t('paths:review.comment')}`) })
      .last();
    await comment.press('Enter');
    await page.keyboard.type('Onko tämä totta?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Onko tämä totta?').first().waitFor();
    await expect.poll(() => comment.evaluate((one) => one === document.activeElement)).toBe(true);
    await expectAccessible(page, 'the review of a reviewer');
    await expectNoSideways(page, 'the review of a reviewer');
    await editor.page.getByRole('button', { name: t('paths:review.resolve') }).press('Enter');
    await expect
      .poll(() => editor.page.evaluate(() => document.activeElement?.textContent))
      .toBe(t('paths:review.resolved'));
    await page.getByText(t('paths:review.resolved'), { exact: true }).first().waitFor();
    await approve(page, 0);

    const clinician = await person('kliininen');
    await open(clinician.page, '?tab=review');
    await approve(clinician.page, 1);

    await publish.first().click();
    await publisher.page.getByText(t('paths:schedule.later'), { exact: true }).click();
    await expectAccessible(publisher.page, 'the publishing dialog');
    await publisher.page.getByText(t('paths:schedule.now'), { exact: true }).click();
    await publisher.page
      .getByLabel(t('paths:publish.changeNote', { language: t('paths:language.fi') }))
      .fill('Kerromme, mitä testi maksaa.');
    await publish.last().click();
    await publisher.page.getByRole('dialog').waitFor({ state: 'detached' });
    await publisher.page.getByText(t('paths:status.published'), { exact: true }).first().waitFor();
    const address = `http://127.0.0.1:${server.port}/fi/polut/seksitautien-testaus-ja-hoito`;
    const shown = async (): Promise<string> => (await fetch(address)).text();
    await expect.poll(shown, { timeout: 15_000 }).toContain('Ainon tarvittava');
    expect(await shown()).toContain('Kerromme, mitä testi maksaa.');

    await open(publisher.page, '?tab=versions');
    await publisher.page.getByText('Kerromme, mitä testi maksaa.').waitFor();
    await publisher.page.locator('ins').getByText('Maksuton').first().waitFor();
    await expectAccessible(publisher.page, 'the versions');
    await expectNoSideways(publisher.page, 'the versions');
    const old = t('paths:versions.number', { number: 1 });
    await publisher.page
      .getByRole('button', { name: `${t('paths:versions.restore')}: ${old}` })
      .click();
    await publisher.page
      .getByRole('dialog')
      .getByRole('button', { name: t('paths:versions.restore') })
      .click();
    await publisher.page.getByText(t('paths:versions.restored', { number: 1 })).waitFor();
    expect(await stored('needs')).toBeUndefined();
    expect(await (await fetch(address)).text()).toContain('Ainon tarvittava');
    for (const one of [editor, publisher, reviewer, clinician]) await one.context.close();
  },
);

// `before` tells how many kinds had been approved: the last one is waited for, not any.
async function approve(page: Page, before: number): Promise<void> {
  await page.getByText(t('paths:review.choose.approval'), { exact: true }).click();
  await page.getByRole('button', { name: t('paths:review.give') }).click();
  await page.getByText(t('paths:review.is.approved'), { exact: true }).nth(before).waitFor();
}
