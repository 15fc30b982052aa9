import type { Figure, PublicFigures, ShownFigure } from '#contract/reports';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { formatDay, formatMonth, formatInterval, formatNumber } from '#ui/format.ts';
import { Interval } from './interval.tsx';
import style from './figures.module.css';

const RECOMMENDATION = [-100, 100] as const;
const AGREEMENT = [1, 5] as const;

/** What people answered in the last published month: how many, the recommendation index, and each statement. */
export function Figures({ figures, language }: { figures: PublicFigures; language: Language }) {
  const t = words(language);
  return (
    <div className={style.figures}>
      <p className={style.period}>
        {figures.month === null
          ? t('site:figures.none')
          : t('site:figures.period', { month: formatMonth(figures.month, language) })}
        {figures.answers !== null &&
          ` · ${t('site:figures.answers', { count: figures.answers, number: formatNumber(figures.answers, language) })}`}
        {figures.set &&
          ` · ${t('site:figures.survey', { name: inLanguage(figures.set.name, language) })}`}
      </p>
      <p className={style.explanation}>{t('site:figures.closed')}</p>
      {figures.break && (
        <p className={style.break}>
          {t('site:figures.break', { day: formatDay(figures.break.on, language) })}
        </p>
      )}
      {figures.recommendation && (
        <section className={style.index} aria-labelledby="suositteluindeksi">
          <h3 id="suositteluindeksi">{t('site:figures.recommendation')}</h3>
          <FigureInWords
            figure={figures.recommendation}
            scale={RECOMMENDATION}
            decimals={0}
            language={language}
            large
          />
          <p className={style.explanation}>{t('site:figures.recommendationText')}</p>
        </section>
      )}
      <h3>{t('site:figures.statements')}</h3>
      <p className={style.explanation}>{t('site:figures.statementsText')}</p>
      <ul className={style.statements}>
        {figures.statements.map(({ code, text, figure }) => (
          <li key={code}>
            <p>{inLanguage(text, language)}</p>
            <FigureInWords figure={figure} scale={AGREEMENT} decimals={1} language={language} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A figure is never alone: its interval, its n and its state stand with it, and a hidden one says why. */
export function FigureInWords({
  figure,
  scale,
  decimals,
  language,
  large = false,
}: {
  figure: Figure;
  scale: readonly [number, number];
  decimals: number;
  language: Language;
  large?: boolean;
}) {
  const t = words(language);
  if (figure.state === 'few') return <p className={style.hidden}>{t('site:figures.few')}</p>;
  return (
    <div className={large ? style.large : undefined}>
      <div className={style.row}>
        <strong className={style.value}>{formatNumber(figure.value, language, decimals)}</strong>
        <Interval figure={figure} scale={scale} />
      </div>
      <p className={style.words}>
        {t('site:figures.likely', { interval: intervalOf(figure, language, decimals) })}
        {' · '}
        <span className={style.whole}>
          {t('site:figures.answers', { count: figure.n, number: formatNumber(figure.n, language) })}
        </span>
        {figure.state === 'wide' && (
          <>
            {' '}
            <span className={style.wide}>{t('site:figures.wide')}</span>
          </>
        )}
      </p>
    </div>
  );
}

/** The interval as shown; where both ends round to the same number, that one. */
function intervalOf({ low, high }: ShownFigure, language: Language, decimals: number): string {
  const ends = [low, high].map((end) => formatNumber(end, language, decimals));
  return ends[0] === ends[1] ? `${ends[0]}` : formatInterval(low, high, language, decimals);
}

/** The scale of the recommendation index. */
export const RECOMMENDATION_SCALE = RECOMMENDATION;
