import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACK, type LibrarySite, startLibrarySite } from './paths/library-for-tests.ts';

let site: LibrarySite;
let running: LibrarySite['running'];
beforeAll(async () => {
  site = await startLibrarySite();
  running = site.running;
});
afterAll(() => running.stop());

/** The data of a page, as a program reads them. */
const dataIn = (html: string): { '@graph': Record<string, unknown>[] } => {
  const found = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(found).toHaveLength(1);
  return JSON.parse(found[0]![1]!) as { '@graph': Record<string, unknown>[] };
};

describe('a path page for programs', () => {
  test('says its addresses, its picture and its service in the words of schema.org', async () => {
    const html = await site.read('/fi/polut/raskaudenkeskeytys');
    const id = await site.pathIn('fi', 'raskaudenkeskeytys');
    const url = 'https://polku.example/fi/polut/raskaudenkeskeytys';
    expect(html).toContain(`<link rel="canonical" href="${url}"/>`);
    expect(html).toContain(`<link rel="alternate" hrefLang="x-default" href="${url}"/>`);
    expect(html).toContain(
      `property="og:image" content="https://polku.example/pictures/paths/${id}/fi-1.png"`,
    );
    const graph = dataIn(html)['@graph'];
    expect(graph.map((one) => one['@type'])).toEqual([
      'WebPage',
      'GovernmentService',
      'HowTo',
      'BreadcrumbList',
    ]);
    expect(graph[2]!['step']).toHaveLength(6);
    expect(JSON.stringify(graph[3])).toContain('/fi/aiheet/seksuaaliterveys');
  });

  test('lets no title out of its data', async () => {
    const html = await site.read('/fi/polut/hyokkays-script-script-alert-1-script-x');
    const scripts = html.match(/<script[^>]*>/g)!;
    expect(scripts.filter((tag) => !tag.includes(' src="/assets/'))).toHaveLength(1);
    expect(dataIn(html)['@graph'][1]!['name']).toBe(`Hyökkäys ${ATTACK}`);
  });

  test('says the bare address for readers of other languages on the front page', async () => {
    expect(await site.read('/sv')).toContain('hrefLang="x-default" href="https://polku.example/"');
  });
});

describe('programs', () => {
  test('are told what to read', async () => {
    const text = await site.read('/robots.txt');
    expect(text).toContain('Disallow: /staff');
    expect(text).toContain('Sitemap: https://polku.example/sitemap.xml');
  });

  test('get a map of every page with its translations, and the day of each path', async () => {
    const response = await running.ask('/sitemap.xml');
    expect(response.headers.get('content-type')).toContain('application/xml');
    const xml = await response.text();
    const pages = xml.split('<url>').slice(1);
    const page = pages.find((one) =>
      one.includes('<loc>https://polku.example/sv/vagar/familjeradgivning</loc>'),
    )!;
    expect(page).toMatch(/<lastmod>20\d\d-[^<]+Z<\/lastmod>/);
    expect(page.match(/hreflang="(fi|sv|en)"/g)).toHaveLength(3);
    expect(new Set(pages.map((one) => /<loc>(.*?)<\/loc>/.exec(one)![1])).size).toBe(pages.length);
    expect(xml).not.toContain('/haku');
  });

  test('get a feed of changes in each language, whose ids stay whatever changes', async () => {
    const entryOf = async (): Promise<{
      id: string;
      updated: string;
      place: number;
      all: string[];
    }> => {
      const all = (await site.read('/fi/polut.atom')).split('<entry>').slice(1);
      const place = all.findIndex((one) => one.includes('Perheneuvonta'));
      const [id, updated] = ['id', 'updated'].map(
        (name) => new RegExp(`<${name}>(.*?)</${name}>`).exec(all[place]!)![1]!,
      ) as [string, string];
      return { id, updated, place, all };
    };
    const before = await entryOf();
    expect(before.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(new Set(before.all.map((one) => /<id>(.*?)<\/id>/.exec(one)![1])).size).toBe(
      before.all.length,
    );
    const path = await site.pathIn('fi', 'perheneuvonta');
    await site.query(
      "update path_version set status = 'superseded' where path_id = $1 and status = 'published'",
      [path],
    );
    await site.query(
      `insert into path_version (county_id, id, path_id, number, status, published_at, change_note)
       select county_id, gen_random_uuid(), path_id, 2, 'published', now() + interval '1 hour', '{"fi":"Hinnat <uusittu>","sv":"Priserna"}' from path_version where path_id = $1`,
      [path],
    );
    running.parts.pages.clear();
    const xml = await site.read('/fi/polut.atom');
    const first = xml.split('<entry>')[1]!;
    expect(first).toContain(before.id);
    expect(first).toContain('/fi/polut/perheneuvonta');
    expect(first).toContain('<content>Hinnat &lt;uusittu&gt;</content>');
    expect(first).not.toContain(before.updated.slice(0, 19) + 'Z</updated>');
  });

  test('can read the feed and the map whatever the titles hold', async () => {
    for (const address of ['/fi/polut.atom', '/sv/vagar.atom', '/en/paths.atom', '/sitemap.xml']) {
      const xml = await site.read(address);
      // oxlint-disable-next-line no-control-regex -- XML has no way to say these
      expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
      expect(
        xml.replaceAll(/<\/?[a-z:]+(?: [a-z:]+="[^"<>]*")*\/?>|<\?xml[^>]*\?>/g, ''),
      ).not.toMatch(/[<>]/);
      expect(xml.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, '')).not.toContain('&');
    }
  });
});

/** The width, the height and the size of a PNG. */
async function pictureAt(address: string): Promise<[number, number, number]> {
  const response = await running.ask(address);
  expect(response.status, address).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  const png = Buffer.from(await response.arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20), png.length];
}

describe('the picture of a page', () => {
  test.each([
    'raskaudenkeskeytys',
    'hyokkays-script-script-alert-1-script-x',
    'hymio',
    'a',
    'merkki-loppu',
  ])('of %s is drawn here, of the right size and light', async (slug) => {
    const [width, height, size] = await pictureAt(
      `/pictures/paths/${await site.pathIn('fi', slug)}/fi-1.png`,
    );
    expect([width, height]).toEqual([1200, 630]);
    expect(size).toBeGreaterThan(5_000);
    expect(size).toBeLessThan(100_000);
  });

  test('is kept for ever by its version, and another version leads to the present one', async () => {
    const id = await site.pathIn('fi', 'raskaudenkeskeytys');
    const response = await running.ask(`/pictures/paths/${id}/sv-1.png`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    const other = await running.ask(`/pictures/paths/${id}/sv-7.png`, { redirect: 'manual' });
    expect(other.status).toBe(302);
    expect(other.headers.get('location')).toBe(`/pictures/paths/${id}/sv-1.png`);
  });

  test('is there for the site as a whole, and nothing else is', async () => {
    for (const language of ['fi', 'sv', 'en'])
      expect((await pictureAt(`/pictures/${language}.png`))[0]).toBe(1200);
    const id = await site.pathIn('fi', 'raskaudenkeskeytys');
    for (const address of [
      '/pictures/xx.png',
      '/pictures/paths/x/fi-1.png',
      `/pictures/paths/${id}/xx-1.png`,
      `/pictures/paths/${id}/fi-1.svg`,
      `/pictures/paths/${id.replace(/^./, 'f')}/fi-1.png`,
      `/pictures/paths/${id}/fi-12345678901234567890.png`,
    ])
      expect((await running.ask(address, { redirect: 'manual' })).status, address).toBe(404);
  });
});
