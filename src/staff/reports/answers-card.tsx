import type { ChannelCounts, Dashboard } from '#contract/reports';
import { useGet } from '#staff/api.ts';
import { Card } from '#ui/card.tsx';
import { formatDays } from '#ui/format.ts';
import { Table } from '#ui/table.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { numberWords } from './report-words.tsx';
import style from './reports.module.css';

/** How many answered, through which channels, and how many before. */
export function AnswersCard({ report }: { report: Dashboard }) {
  const t = useWords();
  const language = useLanguage();
  const { answers, formerAnswers, comments, months, from, to } = report;
  const about = [
    formatDays(from, to, language),
    ...(report.break
      ? []
      : [
          formerAnswers === null
            ? t('reports:formerHidden')
            : t('reports:formerMonths', {
                count: months,
                number: numberWords(formerAnswers, t, language),
              }),
        ]),
  ];
  return (
    <Card figure title={t('reports:answers')}>
      {answers === null ? (
        <p className={style.hidden}>{t('reports:hidden')}</p>
      ) : (
        <>
          <p className={style.figure} data-testid="answers">
            {numberWords(answers, t, language)}
          </p>
          <p className={style.about}>{about.join(' · ')}</p>
          {comments !== null && (
            <p className={style.about}>
              {comments.n > 0
                ? t('reports:comments', {
                    count: comments.n,
                    number: numberWords(comments, t, language),
                  })
                : t('reports:commentsNone')}
            </p>
          )}
          <Channels report={report} />
        </>
      )}
    </Card>
  );
}

/** Its place is kept while it is on its way. */
function Channels({ report: { node, months, set } }: { report: Dashboard }) {
  const t = useWords();
  const language = useLanguage();
  const query = new URLSearchParams({ months: `${months}`, ...(set && { set: set.code }) });
  const { data } = useGet<ChannelCounts>(`/api/nodes/${node.id}/dashboard/channels?${query}`);
  if (!data) return <p className={style.about}>{'\u00A0'}</p>;
  if (!data.channels) return <p className={style.about}>{t('reports:channelsHidden')}</p>;
  return (
    <Table
      dense
      caption={t('reports:channels')}
      captionHidden
      rows={data.channels}
      keyOf={({ channel }) => channel}
      columns={[
        {
          key: 'channel',
          head: t('reports:filter.channel'),
          rowHead: true,
          cell: ({ channel }) => t(`feedback:channel.${channel}`),
        },
        {
          key: 'answers',
          head: t('reports:answers'),
          numeric: true,
          cell: ({ answers }) => numberWords(answers, t, language),
        },
      ]}
    />
  );
}
