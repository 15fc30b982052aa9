import type { PublishedPart } from '#modules/paths';
import { hashOf } from '#platform/ids.ts';
import { LANGUAGES, VARIANTS } from '#platform/language.ts';
import type { SaidPart } from './contract.ts';

/** What the public reads of a partner in one part: nothing that only the editors see is in it. */
export type Said = Pick<SaidPart, 'kind' | 'linkKind' | 'sector' | 'texts' | 'urls'>;

const FIELDS = ['title', 'provider', 'why', 'text'] as const;

/** Takes out of a part what it says of a partner; nothing for a kind that tells of none. */
export function saidIn({ properties, texts }: PublishedPart): Said | undefined {
  if (properties.kind !== 'link' && properties.kind !== 'service') return undefined;
  const { kind, sector } = properties;
  return {
    kind,
    sector,
    linkKind: kind === 'link' ? properties.linkKind : null,
    texts: FIELDS.flatMap((field) =>
      VARIANTS.flatMap((variant) => {
        const text = texts[field]?.[variant] ?? '';
        return text === '' ? [] : [{ field, variant, text }];
      }),
    ),
    urls: LANGUAGES.flatMap((language) => {
      const url = properties.kind === 'link' ? properties.url[language] : undefined;
      return url === undefined ? [] : [{ language, url }];
    }),
  };
}

/**
 * The fingerprint of what is said: the same words have the same one in every version, and any change of them another.
 * Where the part stands is not in it, as moving it changes nothing that is said.
 */
export const fingerprint = ({ kind, linkKind, sector, texts, urls }: Said): Buffer =>
  hashOf(
    JSON.stringify([
      kind,
      linkKind,
      sector,
      texts.map(({ field, variant, text }) => [field, variant, text]),
      urls.map(({ language, url }) => [language, url]),
    ]),
  );
