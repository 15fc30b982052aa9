import type { PathReviews } from '#contract/paths';
import { ROOT_ANCHOR } from '#contract/paths';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { formatMoment } from '#ui/format.ts';
import { useEditor } from './editor.tsx';
import review from './review.module.css';

/** Everything that was asked, said and decided, the latest first. It is never changed. */
export function ReviewLog({ reviews }: { reviews: PathReviews }) {
  const t = useWords();
  const language = useLanguage();
  const { find, nameOf } = useEditor();
  const placeOf = (anchor: string | null): string => {
    if (anchor === null) return '';
    const element = find(anchor);
    return anchor === ROOT_ANCHOR ? t('paths:kind.path') : element ? nameOf(element) : anchor;
  };
  return (
    <Card title={t('paths:review.log')}>
      {reviews.entries.length === 0 && <p>{t('paths:review.logEmpty')}</p>}
      <ol className={review.entries}>
        {reviews.entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <strong>
              {t(`paths:review.what.${entry.what}`)}
              {entry.kind !== 'content' && `: ${t(`paths:review.kind.${entry.kind}`)}`}
            </strong>{' '}
            <span className={review.by}>
              {[
                entry.by || t('paths:review.someone'),
                formatMoment(entry.at, language),
                entry.number !== null && t('paths:versions.number', { number: entry.number }),
                placeOf(entry.anchor),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {entry.text && <p className={review.said}>{entry.text}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
