import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { LIBRARY, type LibrarySite, startLibrarySite } from './library-for-tests.ts';

let site: LibrarySite;
let running: LibrarySite['running'];
beforeAll(async () => {
  site = await startLibrarySite();
  running = site.running;
});
afterAll(() => running.stop());

describe('the search page', () => {
  test('shows what was found, in which phase, and keeps what was written', async () => {
    const response = await running.ask('/fi/haku?q=keskeytys');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('set-cookie')).toBeNull();
    const html = await response.text();
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).toContain('value="keskeytys"');
    expect(html).toMatch(/<h3><a href="\/fi\/polut\/raskaudenkeskeytys">Raskaudenkeskeytys<\/a>/);
    expect(html).toContain('<a href="/fi/polut/raskaudenkeskeytys#vaihe-4">Keskeytys</a>');
    expect(html).toContain('href="/sv/sok?q=keskeytys"');
    expect(html).not.toContain('<script');
  });

  test('is a page like others before anything is asked, and may be kept', async () => {
    for (const address of ['/fi/haku', '/sv/sok', '/en/search', '/fi/haku?q=', '/fi/haku?q=+%20']) {
      const response = await running.ask(address);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('type="search"');
    }
  });

  test('says what to try when there is nothing, with topics and a number to call', async () => {
    const html = await site.read('/sv/sok?q=xyzzy');
    expect(html).toContain('Vi hittade ingen serviceväg när du sökte: <q dir="auto">xyzzy</q>');
    expect(html).toContain('href="/sv/amnen/psykisk-halsa"');
    expect(html).toContain('116117');
  });

  test('looks in the other languages before it gives up', async () => {
    const html = await site.read('/en/search?q=raskaudenkeskeytyksesta%20aborten');
    expect(html).toContain('lang="sv"');
    expect(await site.read('/sv/sok?q=hammaslääkäri')).toContain('Hittades på finska');
  });

  test.each([
    ['five thousand characters', 'ä'.repeat(5_000)],
    ['many words', 'testi klamydia '.repeat(300)],
    ['control characters', 'testi\u0001\u001F\u007F\r\n\t'],
    ['emoji', '👩‍⚕️😀'.repeat(40)],
    ['right to left, and an order to turn round', '\u202Eשלום\u202C مرحبا'],
    ['half a character', 'testi\uD83D'],
    ['signs of other languages', '" or 1=1 -- ../../ %{x} ${y} {{z}} ^~*+:'],
    ['markup', '"><script>alert(1)</script>'],
    ['names of objects', '__proto__ constructor toString hasOwnProperty'],
  ])('takes %s', async (_, typed) => {
    const html = await site.read(`/fi/haku?${new URLSearchParams({ q: typed })}`);
    expect(html).not.toContain('<script');
    expect(/value="([^"]*)"/.exec(html)![1]!.length).toBeLessThan(1_300);
    expect(html).not.toMatch(/[\u202E\u2066-\u2069]/);
  });

  test.each(['/fi/haku?q=%E4%F6', '/fi/haku?q=%', '/fi/haku?q[]=a&q=b', '/fi/haku?'])(
    'takes %s',
    async (address) => {
      await site.read(address);
    },
  );
});

describe('topics', () => {
  test('have a page each, in each language, and the path leads to it for programs', async () => {
    const html = await site.read('/fi/aiheet/mielenterveys');
    expect(html).toContain('<h1>Mielenterveys</h1>');
    expect(html).toContain('href="/fi/polut/masennuksen-hoito"');
    expect(html).toContain('hrefLang="sv" href="https://polku.example/sv/amnen/psykisk-halsa"');
    expect((await running.ask('/fi/aiheet/ei-ole')).status).toBe(404);
    expect((await running.ask('/fi/aiheet/psykisk-halsa')).status).toBe(404);
  });

  test('group the list, which has the alphabet when it is long', async () => {
    const html = await site.read('/sv/vagar');
    for (const { title } of LIBRARY.slice(0, 49))
      expect(html.split(title[1].replaceAll('&', '&amp;')).length).toBeGreaterThan(2);
    const letters = [...html.matchAll(/<h3 id="aakkoset-(.)"/g)].map(([, letter]) => letter);
    expect(letters.slice(-2)).toEqual(['Å', 'ש']);
    expect(html).toContain('<h3 id="aakkoset-muut">#</h3>');
    const home = await site.read('/fi');
    expect(home).toContain('href="/fi/aiheet/suun-terveys"');
    expect(home).not.toContain('href="/fi/polut/unettomuus"');
  });
});

describe('moments of life', () => {
  test('lead to paths that are for them, and are nothing without', async () => {
    expect((await running.ask('/fi/elamantilanteet/lapsen-saaminen')).status).toBe(404);
    const path = await site.pathIn('fi', 'perheneuvonta');
    await site.change(path, { life_events: ['having-a-child'] });
    const html = await site.read('/sv/livssituationer/att-fa-barn');
    expect(html).toContain('<h1>Att få barn</h1>');
    expect(html).toContain('href="/sv/vagar/familjeradgivning"');
    expect(html).toContain(
      'hrefLang="fi" href="https://polku.example/fi/elamantilanteet/lapsen-saaminen"',
    );
    expect(await site.read('/fi')).toContain('href="/fi/elamantilanteet/lapsen-saaminen"');
    expect(await site.read('/sitemap.xml')).toContain('/fi/elamantilanteet/lapsen-saaminen<');
    expect((await running.ask('/fi/elamantilanteet/ei-ole')).status).toBe(404);
  });
});

describe('a path that is not listed', () => {
  test('is nowhere to be come across, and one for the staff is not there', async () => {
    const path = await site.pathIn('fi', 'unettomuus');
    await site.change(path, { visibility: 'unlisted' });
    await vi.waitFor(async () =>
      expect(await site.read('/fi/haku?q=unettomuus')).not.toContain('/fi/polut/unettomuus'),
    );
    for (const address of [
      '/fi/polut',
      '/fi/aiheet/mielenterveys',
      '/sitemap.xml',
      '/fi/polut.atom',
    ])
      expect(await site.read(address)).not.toContain('/fi/polut/unettomuus');
    const html = await site.read('/fi/polut/unettomuus');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('og:image');
    expect(html).toContain('href="/sv/vagar/somnloshet"');
    expect((await running.ask(`/pictures/paths/${path}/fi-1.png`)).status).toBe(404);
    await site.change(path, { visibility: 'staff' });
    expect((await running.ask('/fi/polut/unettomuus')).status).toBe(404);
  });
});
