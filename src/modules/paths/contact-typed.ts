import type { DraftElement, PathFault } from './contract.ts';
import type { Variant } from '#platform/language.ts';

// +358 or 0, then at least six more digits in groups; 010…, 020…, 0800 and 116 117 are among them.
const PHONE =
  /(?<![\w/.-])(?:\+358|00358|0\d{1,3}|116)(?:[ \u00A0()-]{0,2}\d){3,10}(?![\w/-]|[.,]\d)/g;
const DATE_OR_NUMBER = /^\d{1,2}\.\d{1,2}\.|^0\d?$/;
const LEAST_DIGITS = 6;

// klo 8–16, kl. 8-16, 8.00–16.00, 8 am–4 pm, ma–pe 8–16.
const TIME = String.raw`\d{1,2}(?:[.:]\d{2})?`;
const SPAN = String.raw`${TIME}[ \u00A0]?(?:–|-|—)[ \u00A0]?${TIME}`;
const HOURS = new RegExp(
  [
    String.raw`\b(?:klo|kl\.?|kello)[ \u00A0]?${SPAN}`,
    String.raw`\b\d{1,2}[.:]\d{2}[ \u00A0]?(?:–|-|—)[ \u00A0]?\d{1,2}[.:]\d{2}\b`,
    String.raw`\b${TIME}[ \u00A0]?(?:am|pm|a\.m\.|p\.m\.)[ \u00A0]?(?:–|-|—|to)[ \u00A0]?${TIME}[ \u00A0]?(?:am|pm|a\.m\.|p\.m\.)`,
    String.raw`\b(?:ma|ti|ke|to|pe|la|su|arkisin|mån|tis|ons|tors|fre|lör|sön|vardagar|mon|tue|wed|thu|fri|sat|sun)(?:(?:–|-|—)\p{L}{2,4})?[ \u00A0]${SPAN}`,
  ].join('|'),
  'iu',
);

// Mannerheimintie 12, 00100 Helsinki: a street, its number and a post code.
const STREET =
  /(?<!\p{L})\p{Lu}\p{L}{1,40}(?:tie|katu|kuja|polku|väylä|aukio|raitti|rinne|vägen|gatan|gränden|stigen) \d{1,3}\b/u;

/** Where help is urgent, these two are words that everybody knows by heart. */
const EMERGENCY = /(?<!\d)(?:112|116[ \u00A0]?117)(?!\d)/g;

/** Kinds whose words are a step's or an instruction's: these refer to a channel instead. */
const SPEAKS: ReadonlySet<string> = new Set(['phase', 'step', 'instruction', 'touchpoint', 'path']);

/**
 * Phone numbers, street addresses and opening hours that somebody typed into a text: they grow old there, and the
 * register's do not. The numbers 112 and 116117 may be named in words anywhere.
 */
export function findTypedContacts(elements: readonly DraftElement[]): PathFault[] {
  return elements
    .filter(({ properties }) => SPEAKS.has(properties.kind))
    .flatMap(({ anchor, texts }) =>
      Object.entries(texts).flatMap(([field, said]) =>
        (Object.entries(said) as [Variant, { text: string }][])
          .filter(([, { text }]) => holdsContact(text))
          .map(([language]): PathFault => ({ anchor, field, language, code: 'contact-typed' })),
      ),
    );
}

/** Whether a text holds a phone number, a street address or opening hours. */
export function holdsContact(given: string): boolean {
  // Where a link leads is the link checker's matter.
  const text = given.replaceAll(/\]\([^()]*\)/g, ']').replaceAll(EMERGENCY, '');
  const phone = (text.match(PHONE) ?? []).some(
    (found) => found.replaceAll(/\D/g, '').length >= LEAST_DIGITS && !DATE_OR_NUMBER.test(found),
  );
  return phone || HOURS.test(text) || STREET.test(text);
}
