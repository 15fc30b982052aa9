import { type ChannelCopy, isWebAddress } from '#modules/channels';
import { type Language, LANGUAGES } from '#platform/i18n.ts';
import { hoursOf } from './hours-of.ts';
import { PtvChannel, type PtvPhone, type PtvText } from './ptv-channel.ts';

const KINDS = {
  EChannel: 'e-service',
  Phone: 'phone',
  PrintableForm: 'printable-form',
  ServiceLocation: 'location',
  WebPage: 'website',
} as const satisfies Record<string, ChannelCopy['kind']>;

type Said = Partial<Record<Language, string>>;

/** One of PTV's channels in our terms; nothing when it is of a kind that is not known, or has no name. */
export function channelOf(given: unknown): ChannelCopy | undefined {
  const parsed = PtvChannel.safeParse(given);
  if (!parsed.success) return undefined;
  const channel = parsed.data;
  const kind = KINDS[channel.serviceChannelType as keyof typeof KINDS];
  const name = said(channel.serviceChannelNames, 120, 'Name');
  if (!kind || Object.keys(name).length === 0) return undefined;
  const phones = channel.phoneNumbers
    .concat(channel.supportPhones)
    .filter(({ type }) => type !== 'Fax');
  const first = phones.find(({ language }) => language === 'fi') ?? phones[0];
  const sms = kind === 'phone' && first?.type === 'Sms';
  return {
    outsideId: channel.id.toLowerCase(),
    kind: sms ? 'text-message' : kind,
    url: addressOf(channel),
    phone: first ? numberOf(first) : null,
    published: channel.publishingStatus === 'Published' || channel.publishingStatus === 'Modified',
    hours: hoursOf(channel.serviceHours),
    texts: {
      name: { ...name, fi: name.fi ?? name.sv ?? name.en ?? '' },
      description: descriptionOf(channel),
      hours: {},
      address: placeOf(channel),
      cost: costOf(phones.filter((phone) => first && numberOf(phone) === numberOf(first))),
      needs: {},
    },
  };
}

/** The texts of our languages, as plain text of at most so many characters; of one type where there are several. */
function said(texts: readonly PtvText[], maximum: number, type?: string): Said {
  const found: Said = {};
  for (const text of texts) {
    const language = LANGUAGES.find((one) => one === text.language);
    if (!language || (type !== undefined && text.type !== undefined && text.type !== type))
      continue;
    const value = plain(text.value, maximum);
    if (value !== '' && found[language] === undefined) found[language] = value;
  }
  return found;
}

/** Text without what no text needs, cut at a word. */
function plain(value: string, maximum: number): string {
  const clean = value
    .toWellFormed()
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, ' ')
    .trim();
  if (clean.length <= maximum) return clean;
  return `${clean.slice(0, maximum - 1).replace(/\s+\S*$/, '')}…`.toWellFormed();
}

function descriptionOf({ serviceChannelDescriptions }: PtvChannel): Said {
  const whole = said(serviceChannelDescriptions, 500, 'Description');
  return { ...whole, ...said(serviceChannelDescriptions, 500, 'Summary') };
}

/** The Finnish address, else the first that is one. */
function addressOf({ webPages, channelUrls }: PtvChannel): string | null {
  const pages = [...webPages, ...channelUrls].filter(({ url }) => isWebAddress(url));
  return (pages.find(({ language }) => language === 'fi') ?? pages[0])?.url ?? null;
}

function numberOf({ prefixNumber, number, isFinnishServiceNumber }: PtvPhone): string {
  const prefix = isFinnishServiceNumber ? '' : prefixNumber;
  return prefix === '' ? number : `${prefix} ${number.replace(/^0/, '')}`;
}

const FREE: Record<Language, string> = {
  fi: 'Maksuton',
  sv: 'Avgiftsfritt',
  en: 'Free of charge',
};

function costOf(phones: readonly PtvPhone[]): Said {
  const found: Said = {};
  for (const { language, chargeDescription, serviceChargeType } of phones) {
    const known = LANGUAGES.find((one) => one === language);
    const text =
      plain(chargeDescription, 200) ||
      (known && serviceChargeType === 'FreeOfCharge' ? FREE[known] : '');
    if (known && text !== '') found[known] = text;
  }
  return found;
}

function placeOf({ addresses }: PtvChannel): Said {
  const place = addresses.find(({ type }) => type === 'Location')?.streetAddress;
  if (!place) return {};
  const { street, streetNumber, postalCode, postOffice } = place;
  const found: Said = {};
  for (const [language, name] of Object.entries(said(street, 120)) as [Language, string][]) {
    const office = said(postOffice, 60);
    const town = [postalCode, office[language] ?? office.fi].filter(Boolean).join(' ');
    const line = [`${name} ${streetNumber}`.trim(), town].filter(Boolean).join(', ');
    found[language] = plain(line, 300);
  }
  return found;
}
