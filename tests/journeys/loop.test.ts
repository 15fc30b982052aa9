import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, words } from '#platform/i18n.ts';
import { letManyAnswerToday } from '#tests/support/answered-today.ts';
import { expectNoSideways, openBrowser, visitor, WIDTHS } from '#tests/support/browser.ts';
import { type Hands, keyboard, pointer } from '#tests/support/hands.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';

const UNIT = 'Ehkäisy- ja seksuaalineuvonta, Koivuranta';
const PASSWORD = 'polku-esimerkki';
const COMMENT =
  'Tulos tuli nopeasti, mutta jäin miettimään, kuka soittaa. Numeroni on 040 123 4567.';
const PHASE = 'saan-tuloksen';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ port: 3941, env: { LOG_LEVEL: 'silent' } });
  await letManyAnswerToday(server);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = (address: string): string => `http://127.0.0.1:${server.port}${address}`;

async function signedIn(
  hands: Hands,
  width: number,
  email: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await visitor(browser, width);
  const page = await context.newPage();
  const t = words('fi');
  await page.goto(at('/staff'));
  await hands.write(page.getByLabel(t('identity:email')), email);
  await hands.write(page.getByLabel(t('identity:password')), PASSWORD);
  await hands.press(page.getByRole('button', { name: t('identity:signIn.submit') }));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.url()).not.toContain('sign-in');
  return { context, page };
}

/** Tells how a phase went, from the path's own page, without script. The receipt comes back. */
async function tellHowItWent(hands: Hands, width: number, language: Language): Promise<string> {
  const t = words(language);
  const context = await visitor(browser, width, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(`/${language}`));
  await hands.press(
    page
      .getByRole('link', { name: /Seksitautien testaus|könssjukdomar|sexually transmitted/i })
      .first(),
  );
  await page.waitForURL(/\/(polut|vagar|paths)\//);
  await expectNoSideways(page, 'path page');
  const phase = page.locator(`#${PHASE}`);
  await hands.press(phase.getByRole('link', { name: new RegExp(t('site:path.tell')) }));
  await page.waitForURL(/\/p\//);
  await expectNoSideways(page, 'form');
  await hands.choose(
    page.getByRole('radio', {
      name: /Ehkäisy- ja seksuaalineuvonta, Koivuranta|Preventiv- och sexualrådgivningen, Björkstrand|sexual health advice, Koivuranta/,
    }),
  );
  const statements = page
    .getByRole('group')
    .filter({ has: page.locator('input[type=radio][value="5"]') });
  const count = await statements.count();
  expect(count).toBe(8);
  for (let index = 0; index < count - 1; index += 1)
    await hands.choose(statements.nth(index).locator('input[value="4"]'));
  await hands.choose(statements.nth(count - 1).locator('input[value="9"]'));
  await hands.write(page.getByRole('textbox'), COMMENT);
  await hands.press(page.getByRole('button', { name: t('site:form.send') }));
  await page.getByRole('heading', { level: 1, name: t('site:thanks.title') }).waitFor();
  await expectNoSideways(page, 'thanks');
  const back = page.getByRole('link', { name: /”.+”|“.+”/ }).first();
  expect(await back.getAttribute('href')).toMatch(new RegExp(`^/${language}/.+#${PHASE}$`));
  const receipt = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await page.locator('main').innerText())?.[0];
  expect(await context.cookies()).toEqual([]);
  await context.close();
  return receipt!;
}

const WAYS = [
  { hands: pointer, width: WIDTHS.desk, language: 'fi' },
  { hands: pointer, width: WIDTHS.phone, language: 'sv' },
  { hands: keyboard, width: WIDTHS.desk, language: 'en' },
] as const;

describe.each(WAYS)(
  'the loop by $hands.name at $width px, read in $language',
  ({ hands, width, language }) => {
    test(
      'path → answer → figure → discussion → action → reply on the path',
      { timeout: 180_000 },
      async () => {
        const t = words('fi');
        const own = `${hands.name} ${width}`;
        const supervisor = await signedIn(hands, width, 'esihenkilo@esimerkkila.example');
        const page = supervisor.page;
        await page.getByRole('heading', { level: 1, name: UNIT }).waitFor();
        await expectNoSideways(page, 'dashboard');

        // An answer is in the unit's figures within a second, and nobody reloads.
        const answers = page
          .getByRole('heading', { name: t('reports:answers'), exact: true })
          .locator('xpath=following::p[1]');
        const count = async (): Promise<number> =>
          Number((await answers.innerText()).replaceAll(/\D/g, ''));
        const before = await count();
        await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
        expect(await tellHowItWent(hands, width, language)).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
        await expect.poll(count, { timeout: 1_000, interval: 50 }).toBe(before + 1);
        expect(await page.evaluate(() => (globalThis as { stayed?: boolean }).stayed)).toBe(true);

        // The words are read masked.
        await page.goto(at(`${new URL(page.url()).pathname}/feedback`));
        await hands.choose(
          page.getByRole('radio', { name: t('feedback:purpose.kind.discussion') }),
        );
        await hands.press(page.getByRole('button', { name: t('feedback:purpose.show') }));
        const told = page.getByText('Tulos tuli nopeasti, mutta jäin miettimään').first();
        await told.waitFor();
        expect(await told.innerText()).not.toContain('123');
        await expectNoSideways(page, 'texts');

        // The ready guide, what was agreed, and an action from it.
        await page.goto(at(new URL(page.url()).pathname.replace(/feedback$/, 'discussion')));
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expectNoSideways(page, 'discussion guide');
        await hands.write(
          page.getByLabel(t('development:agreed.label')),
          `Kerrotaan tuloksen yhteydessä, soittaako joku (${own}).`,
        );
        await hands.press(page.getByRole('button', { name: t('development:list.new') }));
        await hands.write(
          page.getByLabel(t('development:field.title')),
          `Tuloksen vieressä lukee, soittaako hoitaja (${own})`,
        );
        await hands.write(page.getByLabel(t('development:field.owner')), 'Vastaava hoitaja');
        await page
          .getByRole('group', { name: t('development:field.due') })
          .getByRole('spinbutton')
          .first()
          .focus();
        await page.keyboard.type('31122026');
        await hands.pick(
          page.getByRole('button', { name: new RegExp(t('development:field.place')) }),
          /Saan tuloksen/,
        );
        await expectNoSideways(page, 'action form');
        await hands.press(page.getByRole('button', { name: t('development:new.save') }));
        await page.waitForURL(/\/staff\/actions\//);
        const action = page.url();
        for (const step of ['decided', 'in-progress', 'done'] as const) {
          await hands.press(page.getByRole('button', { name: t(`development:move.${step}`) }));
          await page.getByText(t(`development:progress.${step}`)).waitFor();
        }

        // The reply is written by one and published by another.
        await hands.press(page.getByRole('button', { name: t('development:reply.write') }));
        const written = {
          fi: `Näin teimme (${own}).`,
          sv: `Så här gjorde vi (${own}).`,
          en: `This is what we did (${own}).`,
        };
        for (const of of ['fi', 'sv', 'en'] as const) {
          const part = page.getByRole('group', { name: t(`development:language.${of}`) });
          await hands.write(
            part.getByLabel(t('development:reply.youSaid')),
            `${of}: jäitte miettimään tulosta.`,
          );
          await hands.write(part.getByLabel(t('development:reply.weDid')), written[of]);
        }
        await expectNoSideways(page, 'reply editor');
        await hands.press(page.getByRole('button', { name: t('development:reply.send') }));
        await page.getByText(t('development:reply.state.waiting')).waitFor();
        await supervisor.context.close();
        const publisher = await signedIn(hands, width, 'julkaisija@esimerkkila.example');
        await publisher.page.goto(action);
        await hands.press(
          publisher.page.getByRole('button', { name: t('development:reply.publish') }),
        );
        await publisher.page.getByText(t('development:reply.state.published')).waitFor();
        await publisher.context.close();

        // It stands on the very phase, on the unit's page and on the page of all replies.
        const context = await visitor(browser, width, { javaScriptEnabled: false });
        const reader = await context.newPage();
        await reader.goto(at(`/${language}`));
        await reader
          .getByRole('link', { name: /Seksitautien testaus|könssjukdomar|sexually transmitted/i })
          .first()
          .click();
        await reader.locator(`#${PHASE}`).getByText(written[language]).waitFor();
        await reader.goto(
          at({ fi: '/fi/teimme', sv: '/sv/vi-gjorde', en: '/en/we-did' }[language]),
        );
        await reader.getByText(written[language]).waitFor();
        await expectNoSideways(reader, 'replies');
        await reader.goto(
          at(
            { fi: '/fi/yksikot/', sv: '/sv/enheter/', en: '/en/units/' }[language] +
              'ehkaisy-ja-seksuaalineuvonta-koivuranta',
          ),
        );
        await reader.getByText(written[language]).waitFor();
        await expectNoSideways(reader, 'unit page');
        await context.close();
      },
    );
  },
);
