import type { Dashboard, Figure } from '#contract/reports';
import { inLanguage } from '#platform/language.ts';
import { Card } from '#ui/card.tsx';
import { IntervalBar } from '#ui/chart-interval.tsx';
import { formatNumber } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { FigureInWords, likelyWords, numberWords, StateTag } from './report-words.tsx';
import style from './reports.module.css';

type Child = Dashboard['children'][number];

const SCALE = [-100, 100] as const;

/** The nodes right below, each with how many answered and its recommendation index. */
export function ChildrenCard({ report }: { report: Dashboard }) {
  const t = useWords();
  const language = useLanguage();
  const own = report.recommendation?.figure;
  const comparison = own && own.state !== 'few' ? own.value : null;
  return (
    <Card title={t('reports:children')}>
      <Table
        caption={t('reports:children')}
        captionHidden
        stacks
        rows={report.children}
        keyOf={({ id }) => id}
        note={t('reports:childrenNote')}
        columns={[
          {
            key: 'name',
            head: t('reports:child'),
            rowHead: true,
            cell: ({ id, name }) => (
              <Link href={`/staff/nodes/${id}`}>{inLanguage(name, language)}</Link>
            ),
          },
          {
            key: 'answers',
            head: t('reports:answers'),
            numeric: true,
            cell: ({ answers }) =>
              answers === null ? t('reports:hiddenCount') : numberWords(answers, t, language),
          },
          ...(own
            ? [
                {
                  key: 'index',
                  head: t('reports:recommendation'),
                  cell: ({ recommendation }: Child) =>
                    recommendation && <Index figure={recommendation} comparison={comparison} />,
                },
                {
                  key: 'state',
                  head: t('reports:stateHead'),
                  cell: ({ recommendation }: Child) =>
                    recommendation && <StateTag figure={recommendation} />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Index({ figure, comparison }: { figure: Figure; comparison: number | null }) {
  const t = useWords();
  const language = useLanguage();
  if (figure.state === 'few')
    return <span className={style.hidden}>{t('reports:hiddenShort')}</span>;
  const value = formatNumber(figure.value, language);
  return (
    <div className={style.mean}>
      <IntervalBar
        {...figure}
        comparison={comparison}
        scale={SCALE}
        label={t('reports:bar', { value, interval: likelyWords(figure, t, language, 0) })}
      />
      <FigureInWords figure={figure} decimals={0} />
    </div>
  );
}
