import type { ChannelCounts, Dashboard } from '#contract/reports';
import { useGet } from '#staff/api.ts';
import { Card } from '#ui/card.tsx';
import { formatDays, formatNumber } from '#ui/format.ts';
import { Table } from '#ui/table.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './reports.module.css';

/** How many answered, through which channels, and how many before. */
export function AnswersCard({ report }: { report: Dashboard }) {
  const t = useWords();
  const language = useLanguage();
  const { answers, formerAnswers, comments, days, from, to } = report;
  const about = [
    formatDays(from, to, language),
    ...(report.break
      ? []
      : [
          formerAnswers === null
            ? t('reports:formerHidden')
            : t('reports:formerDays', {
                count: days,
                number: formatNumber(formerAnswers, language),
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
            {formatNumber(answers, language)}
          </p>
          <p className={style.about}>{about.join(' · ')}</p>
          {comments !== null && (
            <p className={style.about}>
              {comments > 0
                ? t('reports:comments', {
                    count: comments,
                    number: formatNumber(comments, language),
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
function Channels({ report: { node, days, set } }: { report: Dashboard }) {
  const t = useWords();
  const language = useLanguage();
  const query = new URLSearchParams({ days: `${days}`, ...(set && { set: set.code }) });
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
          cell: ({ answers }) => formatNumber(answers, language),
        },
      ]}
    />
  );
}
