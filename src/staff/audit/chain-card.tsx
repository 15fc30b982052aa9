import type { AuditOverview } from '#contract/audit';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { formatMoment, formatNumber } from '#ui/format.ts';
import style from './audit.module.css';

/** How the chain stands that shows whether somebody has meddled with the log, and how to check it. */
export function ChainCard({
  chain: { head, headAt, start, waiting },
}: {
  chain: AuditOverview['chain'];
}) {
  const t = useWords();
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  return (
    <Card title={t('audit:chain.title')}>
      <div className={style.chain}>
        <p>{t('audit:chain.what')}</p>
        <p>
          {headAt
            ? t('audit:chain.head', { number: number(head), time: formatMoment(headAt, language) })
            : t('audit:chain.noHead')}{' '}
          {waiting > 0 && t('audit:chain.waiting', { count: waiting })}{' '}
          {start > 0 && t('audit:chain.start', { number: number(start) })}
        </p>
        <p>
          {t('audit:chain.check')} <code>npm run polku -- audit verify</code>
        </p>
      </div>
    </Card>
  );
}
