import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFeedbackPoint, createInvitations, listPointCodes } from '#modules/collection';
import { setUnits } from '#modules/paths';
import { getSurveyInUse } from '#modules/surveys';
import { words } from '#platform/i18n.ts';
import { newId } from '#platform/ids.ts';
import type { TestContext } from '#tests/support/database.ts';
import { buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';

let running: TestProcess;
let unit: string;
let code: string;

beforeAll(async () => {
  running = await startProcess();
  unit = await running.addUnit();
  code = (await running.run((ctx) => createFeedbackPoint(ctx, unit, { channel: 'web' }))).code;
});
afterAll(() => running.stop());

const send = (
  address: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  running.ask(address, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    redirect: 'manual',
  });

/** An answer on the form as it was opened. */
async function fresh(address: string): Promise<Record<string, string>> {
  const html = await (await running.ask(address)).text();
  const hidden = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
  const [id, version, seal] = ['id', 'version', 'seal'].map(hidden) as [string, string, string];
  return { id, version, recommendation: '9', ...(seal && { seal }) };
}

describe('a page', () => {
  test('the bare address leads to the reader’s language', async () => {
    const response = await running.ask('/', {
      headers: { 'accept-language': 'sv-FI,sv;q=0.9' },
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe('/sv');
  });

  test.each([
    '/fi',
    '/sv/vagar',
    '/en/results',
    '/fi/teimme',
    '/fi/saavutettavuus',
    '/sv/dataskydd',
  ])('%s is whole, in its language, and lets no script in', async (address) => {
    const response = await running.ask(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-language')).toBe(address.slice(1, 3));
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const html = await response.text();
    expect(html).toContain(`<html lang="${address.slice(1, 3)}">`);
    expect(html).not.toContain('<script');
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test.each([
    ['/fi/teimme', 'Kerroit – teimme'],
    ['/sv/vi-gjorde', 'Du berättade – vi gjorde'],
    ['/en/we-did', 'You said – we did'],
  ])('%s has one name in the menu, in its title and in its heading', async (address, name) => {
    const html = await (await running.ask(address)).text();
    expect(html).toContain(`<a href="${address}" aria-current="true">${name}</a>`);
    expect(html).toContain(`<title>${name} – `);
    expect(html).toMatch(new RegExp(`<h1[^>]*>${name}</h1>`));
  });

  test('a county that has just begun says what is not there yet, and leaves nothing blank', async () => {
    const home = await (await running.ask('/sv')).text();
    expect(home).toContain(words('sv')('site:paths.none'));
    const results = await (await running.ask('/sv/resultat')).text();
    expect(results).not.toContain(words('sv')('site:results.months'));
  });

  test.each(['/fi/ei-ole', '/fi/polut/%00', '/fi/yksikot/%00', '/xx', '/fi/kiitos/1'])(
    '%s is not found, and says so in a page',
    async (address) => {
      const response = await running.ask(address);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Sivua ei löytynyt');
    },
  );

  test('the editor’s preview is nothing for the public', async () => {
    expect((await running.ask(`/staff/preview/paths/${newId()}`)).status).toBe(403);
  });
});

describe('the form', () => {
  test('is the only page with a script, is kept by nobody, and stays in its language', async () => {
    const response = await running.ask(`/p/${code}?l=sv`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain(`action="/p/${code}?l=sv"`);
  });

  test('is drawn for many and is each visitor’s own: the id, the address and the unit', async () => {
    const other = await running.addUnit();
    const { code: theirs } = await running.run((ctx) =>
      createFeedbackPoint(ctx, other, { channel: 'web' }),
    );
    const addresses = [`/p/${code}`, `/p/${theirs}`, `/p/${code}`];
    const pages = await Promise.all(
      addresses.map(async (address) => (await running.ask(`${address}?l=fi`)).text()),
    );
    const ids = pages.map((html) => /name="id" value="([^"]+)"/.exec(html)?.[1]);
    expect(new Set(ids).size).toBe(3);
    for (const [index, html] of pages.entries()) {
      const [own, another] = index === 1 ? [theirs, code] : [code, theirs];
      expect(html).toContain(`action="/p/${own}?l=fi"`);
      expect(html.match(/Yksikkö \d/g)).toEqual([index === 1 ? 'Yksikkö 2' : 'Yksikkö 1']);
      expect(html).not.toContain(another);
    }
  });

  test('shows a corrected wording as soon as the news of it arrive', async () => {
    const shown = async (): Promise<string> =>
      /<label for="comment">([^<]*)/.exec(
        await (await running.ask(`/p/${code}?l=fi`)).text(),
      )?.[1] ?? '';
    const before = await shown();
    const { id: version } = await running.run((ctx) => getSurveyInUse(ctx, running.survey));
    const { cookie } = await running.signIn('experience-team');
    const correct = async (text: string, seen: string): Promise<void> => {
      const response = await running.ask(`/api/survey-versions/${version}/texts/comment/fi`, {
        method: 'PUT',
        cookie,
        json: { before: { text: seen }, text, official: false },
      });
      expect(response.ok).toBe(true);
    };
    await correct('Mitä muuta?', before);
    await expect.poll(shown, { timeout: 10_000 }).toBe('Mitä muuta?');
    await correct(before, 'Mitä muuta?');
    await expect.poll(shown, { timeout: 10_000 }).toBe(before);
  });

  test('pressed twice gives one receipt', async () => {
    const answer = await fresh(`/p/${code}`);
    const first = await send(`/p/${code}?l=fi`, answer);
    const second = await send(`/p/${code}?l=fi`, answer);
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toMatch(/^\/fi\/kiitos\/[A-Z0-9]{4}-[A-Z0-9]{4}\?p=\w+$/);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    const thanks = await running.ask(first.headers.get('location')!);
    expect(await thanks.text()).toContain(first.headers.get('location')!.slice(11, 20));
  });

  test('thanks with a way back to the phase that was asked about, and with none to what is not there', async () => {
    const { path, phase } = await running.run(async (ctx) => {
      const rooted = { ...ctx, root: running.root } as TestContext;
      const built = await buildFitPath(rooted, 'Takaisin');
      await setUnits(ctx, built.path, [unit]);
      await publishReviewed(rooted, built.path);
      return built;
    });
    const codes = await running.run((ctx) => listPointCodes(ctx, { path }));
    const asked = codes[phase]!;
    const sent = await send(`/p/${asked}?l=sv`, { ...(await fresh(`/p/${asked}`)), unit });
    const address = sent.headers.get('location')!;
    expect(address).toMatch(new RegExp(`^/sv/tack/[A-Z0-9]{4}-[A-Z0-9]{4}\\?p=${asked}$`));
    const read = async (at: string): Promise<string> => (await running.ask(at)).text();
    const html = await read(address);
    expect(html).toContain(`href="/sv/vagar/takaisin-sv#${phase}"`);
    // The other languages of the page know the way as well.
    expect(html).toContain(address.replace('/sv/tack/', '/fi/kiitos/'));
    const bare = address.replace(/\?.*/, '');
    for (const wrong of [
      bare,
      `${bare}?p=`,
      `${bare}?p=nowhere`,
      `${bare}?p=//evil.example`,
      `${bare}?p=${code}`,
    ]) {
      const other = await read(wrong);
      expect(other, wrong).toContain(address.slice(9, 18));
      expect(other, wrong).not.toMatch(/href="[^"]*(?:takaisin|evil)/);
    }
  });

  test('sent again with other content leaves the first answer standing', async () => {
    const answer = await fresh(`/p/${code}`);
    await send(`/p/${code}`, answer);
    const response = await send(`/p/${code}`, { ...answer, recommendation: '1' });
    expect(response.status).toBe(409);
  });

  test('comes back with what was typed when something is wrong', async () => {
    const response = await send(`/p/${code}?l=fi`, {
      ...(await fresh(`/p/${code}`)),
      's-got-help': '9',
      comment: 'Hoitaja oli ihana.',
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Hoitaja oli ihana.');
    expect(html).toContain('Vastausta ei lähetetty vielä');
  });

  test.each([
    ['a seal that is not ours', { seal: 'zzzz.AAAAAAAAAAAAAAAAAAAAAA' }],
    ['the seal of another point', { seal: '' }],
    ['the field filled in that no person sees', { website: 'https://example.com' }],
  ])('with %s is held once more, and goes when it is sent again', async (_, change) => {
    const answer = { ...(await fresh(`/p/${code}`)), comment: 'Kaikki meni hyvin.' };
    const response = await send(`/p/${code}?l=fi`, { ...answer, ...change });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Kaikki meni hyvin.');
    const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const again = Object.fromEntries(fields.map(([, name, value]) => [name!, value!]));
    expect((await send(`/p/${code}?l=fi`, { ...again, comment: answer.comment })).status).toBe(303);
  });

  test('that holds nothing is not an answer', async () => {
    expect((await send(`/p/${code}`, {})).status).toBe(422);
    expect(
      (await send(`/p/${code}`, { ...(await fresh(`/p/${code}`)), recommendation: 'none' })).status,
    ).toBe(422);
  });

  test('is refused when a page elsewhere sends it', async () => {
    expect((await send(`/p/${code}`, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('an invitation is used by an answer and by nothing else; then it is as if it had never been', async () => {
    const { invitations } = await running.run((ctx) =>
      createInvitations(
        ctx,
        { node: unit, channel: 'web', count: 1, expiresInDays: 30, language: 'fi' },
        'http://127.0.0.1:3999',
      ),
    );
    const token = invitations[0]!.token;
    await running.ask(`/a/${token}`, { method: 'HEAD' });
    await send(`/a/${token}`, {});
    expect((await running.ask(`/a/${token}`)).status).toBe(200);
    expect((await send(`/a/${token}`, await fresh(`/a/${token}`))).status).toBe(303);
    const [used, unknown] = await Promise.all([
      running.ask(`/a/${token}`),
      running.ask('/a/never-was'),
    ]);
    expect([used.status, unknown.status]).toEqual([404, 404]);
    const [one, other] = [await used.text(), await unknown.text()];
    expect(one.replaceAll(token, '')).toBe(other.replaceAll('never-was', ''));
  });
});
