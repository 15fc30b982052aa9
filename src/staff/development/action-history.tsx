import type { HistoryItem } from '#contract/development';
import { Card } from '#ui/card.tsx';
import { formatDay, formatMoment } from '#ui/format.ts';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './development.module.css';

/** Who did what and when, the latest first. */
export function ActionHistory({ history }: { history: readonly HistoryItem[] }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <Card title={t('development:history.title')}>
      <ol className={style.history}>
        {history.toReversed().map((item) => (
          <li key={item.number}>
            <strong>
              <What item={item} />
            </strong>
            <span className={style.soft}>
              {[formatMoment(item.at, language), item.by].filter(Boolean).join(' · ')}
            </span>
            {item.note && <p className={style.written}>{item.note}</p>}
            <Changes item={item} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function What({ item: { kind, from, to } }: { item: HistoryItem }) {
  const t = useWords();
  if (kind === 'status' && from && to) {
    return (
      <>
        {t('development:history.status', {
          from: t(`development:status.${from}`),
          to: t(`development:status.${to}`),
        })}
      </>
    );
  }
  return <>{t(`development:history.${kind}`)}</>;
}

function Changes({ item: { changes } }: { item: HistoryItem }) {
  const t = useWords();
  const language = useLanguage();
  if (changes.length === 0) return null;
  const shown = (field: string, value: string): string =>
    field === 'due' ? formatDay(value, language) : value;
  return (
    <ul>
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          {field === 'place'
            ? t('development:history.place')
            : t('development:history.change', {
                field: t(`development:field.${field}`),
                from: shown(field, from),
                to: shown(field, to),
              })}
        </li>
      ))}
    </ul>
  );
}
