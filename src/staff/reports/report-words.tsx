import type { Count, Figure, Measured, ShownFigure } from '#contract/reports';
import type { Language } from '#platform/language.ts';
import type { Translate } from '#platform/i18n.ts';
import { formatInterval, formatNumber } from '#ui/format.ts';
import { Tag } from '#ui/tag.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './reports.module.css';

const TONES = { enough: 'good', wide: 'warning', few: 'neutral' } as const;

/** A figure's state in a word. */
export function StateTag({ figure }: { figure: Figure }) {
  const t = useWords();
  return <Tag tone={TONES[figure.state]}>{t(`reports:state.${figure.state}`)}</Tag>;
}

/** Whether a figure differs from its comparison beyond chance, and whether it is known well enough. */
export function VerdictTags({ measured: { figure, apart } }: { measured: Measured }) {
  const t = useWords();
  if (!apart || apart.verdict === 'cannot-tell') return <StateTag figure={figure} />;
  return (
    <>
      <Tag tone={apart.verdict === 'lower' ? 'bad' : 'good'}>
        {t(`reports:apart.${apart.verdict}`)}
      </Tag>
      {figure.state !== 'enough' && <StateTag figure={figure} />}
    </>
  );
}

/** `64`; or `vähintään 64`, where small months that are in it may not be counted. */
export function numberWords(
  { n, atLeast }: NonNullable<Count>,
  t: Translate,
  language: Language,
): string {
  const number = formatNumber(n, language);
  return atLeast ? t('reports:atLeast', { number }) : number;
}

/** `64 vastausta`. */
export const countWords = (count: NonNullable<Count>, t: Translate, language: Language): string =>
  t('reports:n', { count: count.n, number: numberWords(count, t, language) });

/** `todennäköisesti 4,4–4,7`. */
export const likelyWords = (
  { low, high }: ShownFigure,
  t: Translate,
  language: Language,
  decimals: number,
): string => t('reports:likely', { interval: intervalWords(low, high, language, decimals) });

/** The interval; where both ends round to the same number, that one. */
export const intervalWords = (
  low: number,
  high: number,
  language: Language,
  decimals: number,
): string =>
  low === high
    ? formatNumber(low, language, decimals)
    : formatInterval(low, high, language, decimals);

/** `edellinen 66 · parantunut`; nothing where there was no such figure before. That a difference may be chance is said where there is room. */
export function formerWords(
  { former, change }: Pick<Measured, 'former' | 'change'>,
  t: Translate,
  language: Language,
  { decimals, brief }: { decimals: number; brief: boolean },
): string[] {
  if (former === null) return [];
  if (former.state === 'few' || change === null) return [t('reports:formerHidden')];
  const value = t('reports:former', { value: formatNumber(former.value, language, decimals) });
  return brief && change.verdict === 'cannot-tell'
    ? [value]
    : [value, t(`reports:change.${change.verdict}`)];
}

/** `4,5 (4,3–4,7)`; where all of it rounds to the same number, that one. */
export function FigureInWords({ figure, decimals }: { figure: ShownFigure; decimals: number }) {
  const language = useLanguage();
  const { value, low, high } = figure;
  return (
    <span className={style.figures}>
      <strong>{formatNumber(value, language, decimals)}</strong>
      {low !== high && ` (${formatInterval(low, high, language, decimals)})`}
    </span>
  );
}
