import type { Dashboard, Measured } from '#contract/reports';
import { inLanguage } from '#platform/language.ts';
import { Card } from '#ui/card.tsx';
import { LineChart } from '#ui/chart-line.tsx';
import { formatMonth, formatNumber } from '#ui/format.ts';
import { useLanguage, useWords } from '#ui/words.tsx';
import { chartOf, rangeOf } from './line-data.ts';
import { countWords, formerWords, likelyWords, VerdictTags } from './report-words.tsx';
import style from './reports.module.css';

/** The recommendation index with its n, interval and state, beside the former period and the node above. */
export function RecommendationCard({
  report,
  recommendation,
}: {
  report: Dashboard;
  recommendation: Measured;
}) {
  const t = useWords();
  const language = useLanguage();
  const { line } = report;
  const { figure } = recommendation;
  const segments = chartOf(line);
  const [first, last] = [line.months[0], line.months.at(-1)];
  return (
    <Card
      figure
      title={t('reports:recommendation')}
      aside={
        <span className={style.tags}>
          <VerdictTags measured={recommendation} />
        </span>
      }
    >
      {figure.state === 'few' ? (
        <p className={style.hidden}>{t('reports:hidden')}</p>
      ) : (
        <>
          <p className={style.figure}>{formatNumber(figure.value, language)}</p>
          <p className={style.about}>
            {[
              countWords(figure, t, language),
              likelyWords(figure, t, language, 0),
              ...formerWords(recommendation, t, language, { decimals: 0, brief: false }),
            ].join(' · ')}
          </p>
          <Comparison path={report.path} recommendation={recommendation} />
        </>
      )}
      {segments.length > 0 && first && last && (
        <LineChart
          keys={line.months}
          segments={segments}
          scale={rangeOf(segments)}
          label={t('reports:lineLabel', {
            from: formatMonth(first, language),
            to: formatMonth(last, language),
          })}
        />
      )}
    </Card>
  );
}

function Comparison({
  path,
  recommendation,
}: {
  path: Dashboard['path'];
  recommendation: Measured;
}) {
  const t = useWords();
  const language = useLanguage();
  const { figure, parent, apart, pooled } = recommendation;
  const above = path.at(-1);
  if (!above) return null;
  if (!parent || parent.state === 'few')
    return <p className={style.about}>{t('reports:apartNone')}</p>;
  const words = [
    t('reports:compared', {
      name: inLanguage(above.name, language),
      value: formatNumber(parent.value, language),
    }),
    ...(apart ? [t(`reports:apart.${apart.verdict}`)] : []),
  ];
  return (
    <>
      <p className={style.about}>{words.join(' · ')}</p>
      {pooled !== null && figure.state === 'wide' && (
        <p className={style.about}>
          {t('reports:pooled', { value: formatNumber(pooled, language) })}
        </p>
      )}
    </>
  );
}
