import type { Translate } from '#platform/i18n.ts';
import type { Language } from '#platform/language.ts';
import { formatNumber } from './format.ts';

type Words = { readonly [L in Language]?: string | undefined };

/** When a promise is kept. */
interface Limit {
  readonly startEvent: Words;
  readonly endEvent: Words;
  readonly operator: 'at-most' | 'less-than' | 'at-least' | 'more-than';
  readonly value: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'working-days' | 'weeks' | 'months';
  readonly population: Words;
  readonly statistic: 'share' | 'median' | 'p90';
  readonly share: number | null;
  readonly minimumN: number;
}

/** When a promise is kept, in words: from what to what, and of whom it is told. */
export function limitWords(
  t: Translate,
  language: Language,
  limit: Limit,
): { readonly sentence: string; readonly detail: string } {
  const { operator, value, unit, statistic, share } = limit;
  const said = (words: Words): string => words[language] || (words.fi ?? '');
  return {
    sentence: t('handbook:threshold.sentence', {
      start: said(limit.startEvent),
      end: said(limit.endEvent),
      operator: t(`handbook:operator.${operator}`),
      value: formatNumber(value, language),
      unit: t(`handbook:unit.${unit}`),
    }),
    detail: t('handbook:threshold.detail', {
      population: said(limit.population),
      statistic:
        share === null
          ? t(`handbook:statistic.${statistic}`)
          : t('handbook:threshold.shareOf', { share: formatNumber(share, language) }),
      n: limit.minimumN,
    }),
  };
}
