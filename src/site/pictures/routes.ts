import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import { type County, getCounty } from '#modules/organisation';
import { listPublishedPaths } from '#modules/paths';
import { AppError, found } from '#platform/errors.ts';
import { inLanguage, isLanguage, type Language, words } from '#platform/i18n.ts';
import { PUBLIC, type Site } from '#site/mount-page.ts';
import { countyPicture, pathPicture } from './addresses.ts';
import { drawPicture, type PictureColours, type PictureWords } from './draw-picture.ts';
import { Pictures } from './pictures.ts';

type Http = HonoContext<AppEnvironment>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const OF_PATH = /^([a-z]{2})-(\d{1,9})\.png$/;
const FOR_EVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';

/** The pictures that others show beside a link to a page: made here, asked of nobody. */
export function mountPictures({ app, parts }: Site): void {
  const pictures = new Pictures();
  const show = async (
    http: Http,
    county: County,
    picture: PictureWords,
    kept: string,
  ): Promise<Response> => {
    const colours = coloursOf(county);
    const png = await pictures.find(JSON.stringify([picture, colours]), () =>
      drawPicture(picture, colours),
    );
    return http.body(png, 200, {
      'content-type': 'image/png',
      'cache-control': kept,
      // Others may show it on pages of their own.
      'cross-origin-resource-policy': 'cross-origin',
    });
  };

  app.get('/pictures/paths/:path/:file', async (http) => {
    const path = http.req.param('path');
    const [, language, version] = OF_PATH.exec(http.req.param('file')) ?? [];
    if (!UUID.test(path) || !isLanguage(language)) throw new AppError('not-found', 'not-found');
    const [county, view] = await parts.edge.read(PUBLIC, http.get('requestId'), async (ctx) => [
      await countyIn(ctx, language),
      found((await listPublishedPaths(ctx, language)).find(({ id }) => id === path)),
    ]);
    const { title, topic, number } = view;
    if (String(number) !== version) return http.redirect(pathPicture(path, number, language), 302);
    return show(
      http,
      county,
      { county: inLanguage(county.name, language), title, topic },
      FOR_EVER,
    );
  });

  for (const language of ['fi', 'sv', 'en'] as const)
    app.get(countyPicture(language), async (http) => {
      const county = await parts.edge.read(PUBLIC, http.get('requestId'), (ctx) =>
        countyIn(ctx, language),
      );
      const name = inLanguage(county.name, language);
      const title = words(language)('site:home.title');
      return show(http, county, { county: name, title, topic: '' }, AN_HOUR);
    });
}

async function countyIn(ctx: Parameters<typeof getCounty>[0], language: Language): Promise<County> {
  const county = await getCounty(ctx);
  if (!county.languages.includes(language)) throw new AppError('not-found', 'not-found');
  return county;
}

/** Only what is surely a colour is drawn with. */
const COLOUR = /^#[0-9a-f]{6}$/i;
const coloursOf = ({ theme }: County): PictureColours => ({
  brand: plain(theme['--county-brand']) ?? '#00357a',
  accent: plain(theme['--county-accent']) ?? '#e86717',
});
const plain = (value: string | undefined): string | undefined =>
  value !== undefined && COLOUR.test(value) ? value : undefined;
