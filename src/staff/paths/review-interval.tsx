import { useState } from 'react';
import type { PathReviews } from '#contract/paths';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatDay } from '#ui/format.ts';
import { Saved } from '#ui/saved.tsx';
import { Select } from '#ui/select.tsx';
import { useEditor } from './editor.tsx';
import { useReviewSend } from './use-reviews.ts';

const MONTHS = [1, 2, 3, 4, 6, 9, 12, 18, 24, 36];

/** After how many months the published path is looked at again. */
export function ReviewInterval({ reviews }: { reviews: PathReviews }) {
  const t = useWords();
  const language = useLanguage();
  const { reviewDue } = useEditor().draft;
  const [months, setMonths] = useState(String(reviews.reviewMonths));
  const { send, problem, savedAt } = useReviewSend<{ months: number }>('PUT', '/review-interval');
  const options = [...new Set([...MONTHS, reviews.reviewMonths])]
    .toSorted((a, b) => a - b)
    .map((count) => ({ value: String(count), label: t('paths:review.months', { count }) }));
  return (
    <Card title={t('paths:review.interval')}>
      <p>{t('paths:review.intervalText')}</p>
      <ErrorSummary problem={problem} />
      <Select
        name="months"
        label={t('paths:review.intervalLabel')}
        options={options}
        value={months}
        onChange={(value) => {
          setMonths(value);
          send({ months: Number(value) });
        }}
        disabled={!reviews.may.setInterval}
        compact
      />
      <Saved at={savedAt} />
      {reviewDue && <p>{t('paths:review.due', { day: formatDay(reviewDue, language) })}</p>}
    </Card>
  );
}
