import { inLanguage, isEasy, languageOf, type Variant } from '#platform/language.ts';
import {
  type Channel,
  type ChannelField,
  EASY_FIELDS,
  type EasyField,
  LONG_FIELDS,
} from './contract.ts';
import type { OpeningLine } from './opening-hours.ts';

const isEasyField = (field: ChannelField): field is EasyField =>
  EASY_FIELDS.some((one) => one === field);

/** What a channel says to readers of a variant; where it has no easy language, in the language itself. */
export function inVariant(channel: Channel, field: ChannelField, variant: Variant): string {
  const easy = isEasy(variant) && isEasyField(field) ? channel.easy[variant]?.[field] : undefined;
  return easy?.text ?? inLanguage(channel.texts[field], languageOf(variant));
}

/** The hours as a variant tells them: with their notes in easy language, where those were written from what they say. */
export function hoursInVariant(
  { opening, easyNotes }: Pick<Channel, 'opening' | 'easyNotes'>,
  variant: Variant,
): OpeningLine[] {
  if (!isEasy(variant)) return opening.lines;
  const language = languageOf(variant);
  const easy = new Map(easyNotes[variant]?.map(({ from, text }) => [from, text]));
  return opening.lines.map((line) => {
    const said = easy.get(line.note[language] ?? '');
    return said === undefined ? line : { ...line, note: { ...line.note, [language]: said } };
  });
}

/** Whether a reader of easy language meets texts of the channel that are not easy. */
export const isPlain = ({ texts, easy }: Channel, variant: Variant): boolean =>
  isEasy(variant) &&
  LONG_FIELDS.some(
    (field) => inLanguage(texts[field], languageOf(variant)) !== '' && !easy[variant]?.[field],
  );

/** Whether what it says in easy language is older than what it was written from. */
export const isBehind = ({ easy }: Channel, variant: Variant): boolean =>
  isEasy(variant) && Object.values(easy[variant] ?? {}).some(({ stale }) => stale);
