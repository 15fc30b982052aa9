import { z } from 'zod';

/** PTV says null, or nothing, where there is nothing. */
const word = z
  .string()
  .max(100_000)
  .nullish()
  .transform((value) => value ?? '');
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .max(1_000)
    .nullish()
    .transform((items) => items ?? []);

const PtvText = z.object({
  language: z.string(),
  value: word,
  type: z
    .string()
    .nullish()
    .transform((type) => type ?? undefined),
});
export type PtvText = z.infer<typeof PtvText>;

const PtvPhone = z.object({
  type: word,
  prefixNumber: word.pipe(z.string().regex(/^(\+[0-9]{1,4})?$/)),
  number: word.pipe(z.string().regex(/^\d{1,20}$/)),
  language: word,
  isFinnishServiceNumber: flag,
  serviceChargeType: word,
  chargeDescription: word,
});
export type PtvPhone = z.infer<typeof PtvPhone>;

const PtvPage = z.object({ url: word, language: word });

const PtvHours = z.object({
  serviceHourType: word,
  validFrom: z.string().nullish(),
  validTo: z.string().nullish(),
  isClosed: flag,
  validForNow: flag,
  isAlwaysOpen: flag,
  additionalInformation: list(PtvText),
  openingHour: list(
    z.object({
      dayFrom: z.string().nullish(),
      dayTo: z.string().nullish(),
      from: word,
      to: word,
    }),
  ),
});
export type PtvHours = z.infer<typeof PtvHours>;

const PtvAddress = z.object({
  type: word,
  streetAddress: z
    .object({
      street: list(PtvText),
      streetNumber: word,
      postalCode: word,
      postOffice: list(PtvText),
    })
    .nullish(),
});

/** What is read of a channel of PTV, version 11; what is not named here is left. */
export const PtvChannel = z.object({
  id: z.guid(),
  serviceChannelType: z.string(),
  serviceChannelNames: list(PtvText),
  serviceChannelDescriptions: list(PtvText),
  webPages: list(PtvPage),
  channelUrls: list(z.object({ value: word, url: word, language: word })).transform((urls) =>
    urls.map(({ value, url, language }) => ({ url: url || value, language })),
  ),
  phoneNumbers: list(PtvPhone),
  supportPhones: list(PtvPhone),
  addresses: list(PtvAddress),
  serviceHours: list(PtvHours),
  publishingStatus: z.string(),
});
export type PtvChannel = z.infer<typeof PtvChannel>;
