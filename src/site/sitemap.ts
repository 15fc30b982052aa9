import type { Language } from '#platform/i18n.ts';
import { element, empty } from './xml.ts';

/** A page with its translations. */
export interface SitemapPage {
  readonly addresses: Readonly<Partial<Record<Language, string>>>;
  /** Whose address it is told for; without it, for each. */
  readonly language?: Language;
  readonly changedAt?: Date;
}

/** More than this no map may hold (sitemaps.org). */
const MOST = 50_000;

/** The map of the site: every page in every language, with its translations and, where it is known, when it changed. */
export function drawSitemap(publicUrl: string, pages: readonly SitemapPage[]): string {
  const entries = pages.flatMap(({ addresses, language, changedAt }) => {
    const all = Object.entries(addresses) as [Language, string][];
    const others = all.map(([hreflang, address]) =>
      empty('xhtml:link', { rel: 'alternate', hreflang, href: publicUrl + address }),
    );
    return all
      .filter(([each]) => language === undefined || each === language)
      .map(([, address]) =>
        [
          '<url>',
          element('loc', publicUrl + address),
          ...(changedAt ? [element('lastmod', changedAt.toISOString())] : []),
          ...others,
          '</url>',
        ].join(''),
      );
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.slice(0, MOST),
    '</urlset>\n',
  ].join('\n');
}
