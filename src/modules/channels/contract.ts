import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';
import { EASY_VARIANTS } from '#platform/language.ts';
import { Opening, OpeningHours } from './opening-hours.ts';

export type { ExceptionalHours, NormalHours, Spell } from './opening-hours.ts';
export { OpeningHours } from './opening-hours.ts';

/** The kinds of channels, in the order in which they are offered. */
export const CHANNEL_KINDS = [
  'phone',
  'callback',
  'location',
  'home-visit',
  'mobile-unit',
  'printable-form',
  'e-service',
  'website',
  'app',
  'chat',
  'remote-appointment',
  'symptom-check',
  'text-message',
] as const;

/** A kind of channel. */
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

const DIGITAL: ReadonlySet<ChannelKind> = new Set([
  'e-service',
  'website',
  'app',
  'chat',
  'remote-appointment',
  'symptom-check',
]);
const IN_PERSON: ReadonlySet<ChannelKind> = new Set([
  'phone',
  'callback',
  'location',
  'home-visit',
  'mobile-unit',
  'printable-form',
]);

/** Whether the channel needs the net. A text message only tells, so it is neither this nor a way without the net. */
export const isDigital = (kind: ChannelKind): boolean => DIGITAL.has(kind);

/** Whether the channel works for somebody who does not use the net. */
export const isWithoutNet = (kind: ChannelKind): boolean => IN_PERSON.has(kind);

/** What a channel tells of itself in each language, with the longest text that each may have. */
export const CHANNEL_FIELDS = {
  name: 120,
  description: 500,
  hours: 300,
  address: 300,
  cost: 200,
  needs: 500,
  remark: 300,
} as const;

/** A field of a channel's texts. */
export type ChannelField = keyof typeof CHANNEL_FIELDS;

/** The fields that are also written in easy language. */
export const EASY_FIELDS = ['name', 'description', 'hours', 'cost', 'needs', 'remark'] as const;

/** A field of a channel's texts in easy language. */
export type EasyField = (typeof EASY_FIELDS)[number];

/** Of these a reader of easy language is told when they are not easy; a name and a price are short in any register. */
export const LONG_FIELDS = ['description', 'hours', 'needs', 'remark'] as const;

const Said = z.partialRecord(z.enum(['fi', 'sv', 'en']), z.string());

/** A service channel: what a step refers to instead of a number or an hour that somebody typed there. */
export const Channel = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.enum(CHANNEL_KINDS),
  url: z.string().nullable(),
  phone: z.string().nullable(),
  closed: z.boolean(),
  texts: z.object({
    name: Said,
    description: Said,
    hours: Said,
    address: Said,
    cost: Said,
    needs: Said,
    remark: Said,
  }),
  /** Easy language by variant and field; stale when the text that it was written from has been changed since. */
  easy: z.partialRecord(
    z.enum(EASY_VARIANTS),
    z.partialRecord(z.enum(EASY_FIELDS), z.object({ text: z.string(), stale: z.boolean() })),
  ),
  hours: OpeningHours,
  /** The notes of the hours in easy language; one whose text says something else by now is not told. */
  easyNotes: z.partialRecord(
    z.enum(EASY_VARIANTS),
    z.array(z.object({ from: z.string(), text: z.string() })),
  ),
  /** Whether it is open at the moment of asking. */
  opening: Opening,
  /** Written here, or copied from another system, where it is changed. */
  origin: z.enum(['own', 'ptv']),
  /** When a copy was last seen to be as it is there. */
  fetchedAt: z.string().nullable(),
});
export type Channel = z.infer<typeof Channel>;

/** The register, in the order of the Finnish names. */
export const ChannelList = z.object({ channels: z.array(Channel) });

const written = (maximum: number) =>
  z.strictObject({ fi: text(maximum), sv: text(maximum), en: text(maximum) }).partial();

/** An address that a browser may be sent to. */
export const WebAddress = text(2000).pipe(
  z.string().refine((value) => isWebAddress(value), { message: 'not-a-web-address' }),
);

/** Whether a text is a complete http or https address without a hidden name or password. */
export function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(value) || !URL.canParse(value)) return false;
  const { username, password, hostname } = new URL(value);
  return username === '' && password === '' && hostname !== '';
}

const NEEDS_PHONE: ReadonlySet<ChannelKind> = new Set(['phone', 'callback', 'text-message']);
const NEEDS_URL: ReadonlySet<ChannelKind> = new Set([
  'e-service',
  'website',
  'chat',
  'symptom-check',
  'printable-form',
]);

const formShape = {
  kind: z.enum(CHANNEL_KINDS),
  url: WebAddress.nullable().default(null),
  phone: text(40)
    .pipe(z.string().regex(/^[+\d][\d ()-]{2,}$/))
    .nullable()
    .default(null),
  texts: z.strictObject({
    name: z.strictObject({
      fi: filledText(120),
      sv: text(120).optional(),
      en: text(120).optional(),
    }),
    description: written(CHANNEL_FIELDS.description).default({}),
    hours: written(CHANNEL_FIELDS.hours).default({}),
    address: written(CHANNEL_FIELDS.address).default({}),
    cost: written(CHANNEL_FIELDS.cost).default({}),
    needs: written(CHANNEL_FIELDS.needs).default({}),
    remark: written(CHANNEL_FIELDS.remark).default({}),
  }),
  hours: OpeningHours.default([]),
};

type Contact = { kind: ChannelKind; phone: string | null; url: string | null };

function requireContact(
  { kind, url, phone }: Contact,
  { addIssue }: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  if (NEEDS_PHONE.has(kind) && !phone)
    addIssue({ code: 'custom', path: ['phone'], message: 'missing' });
  if (NEEDS_URL.has(kind) && !url) addIssue({ code: 'custom', path: ['url'], message: 'missing' });
}

/** What an editor writes of a channel. */
export const ChannelForm = z.strictObject(formShape).superRefine(requireContact);
export type ChannelForm = z.input<typeof ChannelForm>;

/** What it is changed to, and what it said when the writer read it. */
export const ChannelChange = z
  .strictObject({ ...formShape, before: z.strictObject(formShape) })
  .superRefine(requireContact);
export type ChannelChange = z.input<typeof ChannelChange>;

/** The county's own remark on a channel that is copied from another system. */
export const RemarkForm = z.strictObject({
  remark: written(CHANNEL_FIELDS.remark),
  before: written(CHANNEL_FIELDS.remark),
});
export type RemarkForm = z.input<typeof RemarkForm>;

const easyOf = (field: EasyField) => text(CHANNEL_FIELDS[field]).optional();

/** A note on hours in easy language, and the text that it was written from. */
const EasyNote = z.strictObject({ from: filledText(150), text: filledText(150) });

const EasyTexts = z.partialRecord(
  z.enum(EASY_VARIANTS),
  z.strictObject({
    name: easyOf('name'),
    description: easyOf('description'),
    hours: easyOf('hours'),
    cost: easyOf('cost'),
    needs: easyOf('needs'),
    remark: easyOf('remark'),
    notes: z.array(EasyNote).max(100).optional(),
  }),
);
export type EasyTexts = z.input<typeof EasyTexts>;

/** A channel's easy language, all of it, as its writer holds it to be right today; and what it was when they read it. */
export const EasyForm = z.strictObject({ easy: EasyTexts, before: EasyTexts });
export type EasyForm = z.input<typeof EasyForm>;

/** The open interface of PTV, version 11. */
export const PTV_ADDRESS = 'https://api.palvelutietovaranto.suomi.fi/api/v11';

/** Where channels are copied from. */
export const SourceForm = z.strictObject({ organisation: z.uuid(), address: WebAddress });
export type SourceForm = z.input<typeof SourceForm>;

/** Why a fetch failed. */
export const FETCH_FAILURES = [
  'unreachable',
  'refused',
  'answer',
  'empty',
  'too-big',
  'moved',
] as const;
/** Why a fetch failed. */
export type FetchFailure = (typeof FETCH_FAILURES)[number];

/** Where channels are copied from, and how that goes. */
export const Source = z.object({
  organisation: z.uuid(),
  address: z.string(),
  /** A fetch is under way; `done` of `total` channels have been read, as far as that is known. */
  running: z.boolean(),
  done: z.number(),
  total: z.number().nullable(),
  fetchedAt: z.string().nullable(),
  fullAt: z.string().nullable(),
  failure: z.enum(FETCH_FAILURES).nullable(),
  failingSince: z.string().nullable(),
  /** How many copied channels are in use. */
  channels: z.number(),
});
export type Source = z.infer<typeof Source>;
