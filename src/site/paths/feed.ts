import { createHash } from 'node:crypto';
import type { County } from '#modules/organisation';
import type { PathChange } from '#modules/paths';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import { element, empty } from '#site/xml.ts';

/** The feed of one language. */
export const feedAddress = (language: Language): string => `${pageAddress('paths', language)}.atom`;

/** What changed last, as Atom (RFC 4287): an entry for each path, moved to the front by each publication. */
export function drawFeed(
  county: County,
  language: Language,
  publicUrl: string,
  changes: readonly PathChange[],
): string {
  const t = words(language);
  const name = inLanguage(county.name, language);
  const entries = changes.map((change) => entryOf(county, language, publicUrl, change));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', idOf(county.id, language)),
    element('title', `${t('site:paths.changes')} – ${name}`),
    element('updated', (changes[0]?.changedAt ?? new Date(0)).toISOString()),
    empty('link', {
      rel: 'self',
      type: 'application/atom+xml',
      href: publicUrl + feedAddress(language),
    }),
    empty('link', {
      rel: 'alternate',
      type: 'text/html',
      href: publicUrl + pageAddress('paths', language),
    }),
    `<author>${element('name', name)}</author>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}

function entryOf(
  county: County,
  language: Language,
  publicUrl: string,
  { id, slug, title, description, topic, firstAt, changedAt, note }: PathChange,
): string {
  return [
    '<entry>',
    element('id', idOf(county.id, id, language)),
    element('title', title),
    element('updated', changedAt.toISOString()),
    element('published', firstAt.toISOString()),
    empty('link', {
      rel: 'alternate',
      type: 'text/html',
      hreflang: language,
      href: publicUrl + pageAddress('paths', language, slug),
    }),
    empty('category', { term: topic }),
    element('summary', description),
    ...(note === '' ? [] : [element('content', note)]),
    '</entry>',
  ].join('\n');
}

/** An id that is the same for ever and everywhere, whatever becomes of titles and addresses: a UUID of our making (RFC 9562, version 8). */
function idOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
