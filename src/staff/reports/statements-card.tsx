import type { ReactNode } from 'react';
import type { Dashboard } from '#contract/reports';
import { inLanguage, type Language } from '#platform/language.ts';
import type { Translate } from '#platform/i18n.ts';
import { Card } from '#ui/card.tsx';
import { IntervalBar } from '#ui/chart-interval.tsx';
import { formatNumber } from '#ui/format.ts';
import { Table } from '#ui/table.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import {
  FigureInWords,
  formerWords,
  intervalWords,
  numberWords,
  VerdictTags,
} from './report-words.tsx';
import style from './reports.module.css';

type Statement = Dashboard['statements'][number];

const SCALE = [1, 5] as const;

/** The statements as a table: the figure drawn with its interval and comparison, and the same in words. */
export function StatementsCard({
  report,
  files,
}: {
  report: Dashboard;
  /** What of it can be taken along. */
  files: ReactNode;
}) {
  const t = useWords();
  const language = useLanguage();
  const above = report.path.at(-1);
  const name = above && inLanguage(above.name, language);
  return (
    <Card title={t('reports:statements')} footer={files}>
      {report.statements.length === 0 ? (
        <p className={style.about}>{t('reports:noStatements')}</p>
      ) : (
        <Table
          caption={t('reports:statements')}
          captionHidden
          stacks
          rows={report.statements}
          keyOf={({ code }) => code}
          note={name ? t('reports:statementsNote', { name }) : t('reports:statementsNoteAlone')}
          columns={[
            {
              key: 'text',
              head: t('reports:statement'),
              rowHead: true,
              cell: ({ text }) => inLanguage(text, language),
            },
            {
              key: 'mean',
              head: t('reports:mean'),
              cell: (row) => <Mean statement={row} name={name} />,
            },
            {
              key: 'n',
              head: t('reports:count'),
              numeric: true,
              cell: ({ figure }) =>
                figure.state === 'few'
                  ? t('reports:hiddenCount')
                  : numberWords(figure, t, language),
            },
            {
              key: 'state',
              head: t('reports:stateHead'),
              cell: (row) => (
                <span className={style.tags}>
                  <VerdictTags measured={row} />
                </span>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}

function Mean({ statement, name }: { statement: Statement; name: string | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const { figure, parent, apart } = statement;
  if (figure.state === 'few')
    return <span className={style.hidden}>{t('reports:hiddenShort')}</span>;
  const comparison = parent && parent.state !== 'few' ? parent.value : null;
  return (
    <div className={style.mean}>
      <IntervalBar
        {...figure}
        comparison={comparison}
        scale={SCALE}
        below={apart?.verdict === 'lower'}
        label={barWords(figure, comparison, name, t, language)}
      />
      <FigureInWords figure={figure} decimals={1} />
      <span className={style.small}>
        {formerWords(statement, t, language, { decimals: 1, brief: true }).join(' · ')}
      </span>
    </div>
  );
}

function barWords(
  figure: { value: number; low: number; high: number },
  comparison: number | null,
  name: string | undefined,
  t: Translate,
  language: Language,
): string {
  const value = formatNumber(figure.value, language, 1);
  const interval = t('reports:likely', {
    interval: intervalWords(figure.low, figure.high, language, 1),
  });
  if (comparison === null || !name) return t('reports:bar', { value, interval });
  return t('reports:barCompared', {
    value,
    interval,
    name,
    other: formatNumber(comparison, language, 1),
  });
}
