import { type Channel, isWebAddress } from '#modules/channels';
import type { Variant } from '#platform/language.ts';
import type { DraftElement } from './contract.ts';
import { findField } from './element-fields.ts';
import { listAddresses } from './markdown.ts';

/** An address that a path leads to, and where it stands. */
export interface PathLink {
  readonly address: string;
  readonly anchor: string;
  readonly field: string;
  readonly language: Variant | null;
}

/** Every address to which a version leads: its properties, the links within its texts, and its channels' own. */
export const linksOf = (
  elements: readonly DraftElement[],
  channels: ReadonlyMap<string, Channel>,
): PathLink[] =>
  elements.flatMap((element) => [
    ...propertyLinks(element),
    ...textLinks(element),
    ...channelLinks(element, channels),
  ]);

/** Any property that is an address, or an address for each language. */
function propertyLinks({ anchor, properties }: DraftElement): PathLink[] {
  return Object.entries(properties).flatMap(([field, value]: [string, unknown]) => {
    const named =
      typeof value === 'object' && value !== null ? Object.entries(value) : [['', value]];
    return named.flatMap(([language, address]) =>
      typeof address === 'string' && isWebAddress(address)
        ? [{ address, anchor, field, language: (language || null) as Variant | null }]
        : [],
    );
  });
}

function textLinks({ anchor, properties, texts }: DraftElement): PathLink[] {
  return Object.entries(texts)
    .filter(([field]) => findField(properties.kind, field)?.markdown)
    .flatMap(([field, said]) =>
      Object.entries(said).flatMap(([language, { text }]) =>
        listAddresses(text).map((address) => ({
          address,
          anchor,
          field,
          language: language as Variant,
        })),
      ),
    );
}

function channelLinks(
  { anchor, channel }: DraftElement,
  channels: ReadonlyMap<string, Channel>,
): PathLink[] {
  const address = channels.get(channel ?? '')?.url;
  return address ? [{ address, anchor, field: 'channel', language: null }] : [];
}
