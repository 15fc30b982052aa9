import { MASK } from './contract.ts';

/** A text without identifiers, and how many were taken out. */
export interface MaskedText {
  readonly text: string;
  readonly masked: number;
}

/**
 * Takes out what names a person: henkilötunnus, e-mail and web addresses, phone numbers. Dates, years, postal codes
 * and short numbers such as 112 and 116117 stay. Every pattern has bounded repetition, so time grows with the
 * length of the text and no faster, whatever somebody writes.
 */
export function maskText(text: string): MaskedText {
  let masked = 0;
  const take = (
    pattern: RegExp,
    from: string,
    isIdentifier: (...groups: string[]) => boolean = () => true,
  ) =>
    from.replaceAll(pattern, (...found: string[]) => {
      if (!isIdentifier(...found)) return found[0]!;
      masked += 1;
      return MASK;
    });
  let rest = take(PERSONAL_IDENTITY_CODE, text, isPersonalIdentityCode);
  for (const pattern of [EMAIL, WEB_ADDRESS, PHONE]) rest = take(pattern, rest);
  return { text: rest, masked };
}

// People write the sign as any dash, as a space, or leave it out; the check character tells whether it is one. Set apart
// by a space it must stand alone, or a phone number would take the first letter of the next word along.
const PERSONAL_IDENTITY_CODE =
  /(?<!\d)(\d{2})(\d{2})(\d{2})(?:\s?[-+‐‑–−YXWVUABCDEF]\s?|\s)?(\d{3})(?:([0-9A-FHJ-NPR-Y])|\s([0-9A-FHJ-NPR-Y])(?!\p{L}))(?!\d)/giu;
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

function isPersonalIdentityCode(
  _: string,
  day?: string,
  month?: string,
  year?: string,
  order?: string,
  near?: string,
  apart?: string,
): boolean {
  const check = near ?? apart ?? '';
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return false;
  const remainder = Number(`${day}${month}${year}${order}`) % 31;
  return CHECK_CHARACTERS[remainder] === check.toUpperCase();
}

const EMAIL =
  /[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|[([](?:at|ät)[)\]])\s?(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/giu;

// A bare name such as omakanta.fi tells of no person; with something behind it, it may be somebody's page.
const WEB_ADDRESS =
  /(?:https?:\/\/|(?<![\p{L}\p{N}])www\.)[^\s<>"]{0,2000}[^\s<>"'.,;:!?)\]]|(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:fi|com|net|org|se|eu|ax|info|io|me|app|dev|tv|ee|no|dk|de)\/[^\s<>"]{0,500}[^\s<>"'.,;:!?)\]]/giu;

// Begins with a plus or a zero; groups are set apart by spaces or hyphens, never by the dots of a date.
const GAP = String.raw`[ \u00a0‐‑–-]{0,2}`;
const ABROAD = String.raw`\(?(?:\+|00)[ \u00a0]?[1-9]\d{0,2}\)?(?:${GAP}\(0\))?(?:${GAP}\d){5,12}`;
const AREA_IN_BRACKETS = String.raw`\(0\d{1,3}\)(?:${GAP}\d){4,9}`;
const AT_HOME = String.raw`0[1-9](?:${GAP}\d){5,10}`;
const YEAR = String.raw`(?:19|20)\d{2}(?!\d)`;
const DATE = String.raw`(?:0[1-9]|[12]\d|3[01])[ \u00a0‐‑–-]?(?:0[1-9]|1[0-2])[ \u00a0‐‑–-]?${YEAR}|(?:0[1-9]|1[0-2])[‐‑–-]${YEAR}`;
const PHONE = new RegExp(
  String.raw`(?<!\d)(?<!\d{4}-)(?<!\d{4}-\d{2}-)(?!${DATE})(?:${ABROAD}|${AREA_IN_BRACKETS}|${AT_HOME})(?!\d)`,
  'gu',
);
