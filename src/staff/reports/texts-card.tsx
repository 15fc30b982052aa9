import type { AnswerTextPage, Purpose } from '#contract/feedback';
import type { Dashboard } from '#contract/reports';
import { inLanguage } from '#platform/language.ts';
import { useReading } from '#staff/api.ts';
import { MaskedText } from '#staff/feedback/masked-text.tsx';
import { usePurpose } from '#staff/feedback/use-purpose.ts';
import { Loaded } from '#staff/loaded.tsx';
import { Card } from '#ui/card.tsx';
import { formatDayNear } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './reports.module.css';

/**
 * The latest of what people wrote in answer to the same survey, masked; only for those who may read it, once they have
 * said why.
 */
export function TextsCard({ report }: { report: Dashboard }) {
  const t = useWords();
  const [purpose] = usePurpose();
  return (
    <Card
      title={t('reports:said')}
      footer={<Link href={`/staff/nodes/${report.node.id}/feedback`}>{t('reports:saidAll')}</Link>}
    >
      {purpose ? (
        <LatestTexts report={report} purpose={purpose} />
      ) : (
        <p className={style.about}>{t('reports:saidWhy')}</p>
      )}
    </Card>
  );
}

function LatestTexts({ report: { node, set }, purpose }: { report: Dashboard; purpose: Purpose }) {
  const ofUnit = node.kind === 'unit';
  const t = useWords();
  const language = useLanguage();
  const query = useReading<AnswerTextPage>(
    `/api/nodes/${node.id}/texts?${new URLSearchParams({ limit: '4', ...(set && { set: set.code }) })}`,
    purpose,
  );
  return (
    <Loaded query={query}>
      {({ texts }) =>
        texts.length === 0 ? (
          <p className={style.about}>{t('reports:saidNone')}</p>
        ) : (
          <ul className={style.said}>
            {texts.map(({ answer, text, day, language: own, channel, path, unit }) => (
              <li key={answer}>
                <MaskedText text={text} lang={own} />
                <p className={style.about}>
                  {[
                    formatDayNear(day, language),
                    !ofUnit && inLanguage(unit.name, language),
                    t(`feedback:channel.${channel}`),
                    path && inLanguage(path.phase ?? path.title, language),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
