import { LANGUAGES, type Language, words } from '#platform/i18n.ts';
import { EASY_VARIANTS, type EasyVariant, languageOf } from '#platform/language.ts';
import type { DraftElement } from './contract.ts';
import type { TextField } from './element-fields.ts';
import { easyOf } from './element-store.ts';

/**
 * What a row of the whole path says besides its texts: whether it is offered in an easy-language variant. The variant
 * stands in the column of the language, yes or no where a text stands.
 */
export const OFFERED: TextField = { name: 'offered', maximum: 40 };

/** A variant, and whether the path is offered in it. */
export interface Offer {
  readonly variant: EasyVariant;
  readonly offered: boolean;
}

const yesOrNo = (language: Language, flag: boolean): string =>
  words(language)(flag ? 'common:yes' : 'common:no');

const FLAGS = new Map(
  LANGUAGES.flatMap((language) =>
    [true, false].map((flag) => [yesOrNo(language, flag).toLowerCase(), flag] as const),
  ),
);

/** Yes or no in any of our languages; undefined means neither. */
export const flagOf = (cell: string): boolean | undefined => FLAGS.get(cell.toLowerCase());

/** Whether it is offered so far, in words. */
export const offeredNow = (root: DraftElement, variant: EasyVariant, language: Language): string =>
  yesOrNo(language, easyOf([root]).includes(variant));

/** What a row wants, in the words in which what stands is told; an empty cell leaves it. */
export function offeredThen(text: string, standing: string, language: Language): string {
  const flag = flagOf(text);
  return flag === undefined ? standing : yesOrNo(language, flag);
}

/** What a table tells of the offers: of the county's languages, and of what is offered anyhow. */
export function offerCells(
  root: DraftElement,
  languages: readonly Language[],
  language: Language,
): (readonly [field: string, variant: EasyVariant, text: string])[] {
  const easy = easyOf([root]);
  return EASY_VARIANTS.filter(
    (variant) => languages.includes(languageOf(variant)) || easy.includes(variant),
  ).map((variant) => [OFFERED.name, variant, yesOrNo(language, easy.includes(variant))]);
}

/** The properties of the whole path with what a file offers. */
export function withOffers(
  { properties }: DraftElement,
  offers: readonly Offer[],
): DraftElement['properties'] {
  if (properties.kind !== 'path') return properties;
  const said = new Map(offers.map(({ variant, offered }) => [variant, offered]));
  return {
    ...properties,
    easy: EASY_VARIANTS.filter((variant) => said.get(variant) ?? properties.easy.includes(variant)),
  };
}

/** What a row says of an offer, or nothing of any other row. */
export const offerIn = (planned: {
  readonly field: string;
  readonly variant: string;
  readonly text: string;
}): Offer | undefined => {
  const variant = EASY_VARIANTS.find((one) => one === planned.variant);
  return planned.field === OFFERED.name && variant
    ? { variant, offered: flagOf(planned.text) === true }
    : undefined;
};
