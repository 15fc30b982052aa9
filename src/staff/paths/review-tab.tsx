import type { KindState, PathReviews } from '#contract/paths';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { formatMoment } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { Tag } from '#ui/tag.tsx';
import { useArrivalFocus } from './arrival-focus.ts';
import style from './path-editor.module.css';
import { RequestReview } from './request-review.tsx';
import { ReviewInterval } from './review-interval.tsx';
import { ReviewLog } from './review-log.tsx';
import review from './review.module.css';
import { SinceLast } from './since-last.tsx';
import { useReviews } from './use-reviews.ts';
import { VerdictForm } from './verdict-form.tsx';

/** How far the review of the path is, what changed since the last publication, and what the reader may do about it. */
export function ReviewTab() {
  const t = useWords();
  const query = useReviews();
  const frame = useArrivalFocus();
  return (
    <div className={style.parts} ref={frame}>
      <Loaded query={query}>
        {(reviews) => (
          <>
            <Card title={t('paths:review.state')}>
              <Kinds reviews={reviews} />
              {reviews.may.request && reviews.status === 'draft' && (
                <RequestReview reviews={reviews} />
              )}
            </Card>
            <SinceLast reviews={reviews} />
            {(reviews.may.decide.length > 0 || mustWait(reviews)) && (
              <Card title={t('paths:review.verdict')}>
                {mustWait(reviews) && <Notice>{t('paths:review.ownText')}</Notice>}
                {reviews.may.decide.length > 0 && (
                  <VerdictForm key={`${reviews.number} ${reviews.revision}`} reviews={reviews} />
                )}
              </Card>
            )}
            <ReviewLog reviews={reviews} />
            <ReviewInterval reviews={reviews} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Whether somebody must still approve it. */
const isOpen = ({ kinds }: PathReviews): boolean =>
  kinds.some(({ required, state }) => required && state !== 'approved');

/** Whether the reader would have the role for that, but has edited. */
const mustWait = (reviews: PathReviews): boolean => isOpen(reviews) && reviews.may.hasEdited;

const TONES = {
  missing: 'neutral',
  approved: 'good',
  outdated: 'warning',
  rejected: 'bad',
} as const;

function Kinds({ reviews }: { reviews: PathReviews }) {
  const t = useWords();
  const shown = reviews.kinds.filter(({ required, state }) => required || state !== 'missing');
  return (
    <>
      <ul className={review.kinds}>
        {shown.map((kind) => (
          <Kind key={kind.kind} kind={kind} />
        ))}
      </ul>
      {isOpen(reviews) && reviews.writers.length > 0 && (
        <p className={review.soft}>
          {t('paths:review.writers', { names: reviews.writers.join(', ') })}
        </p>
      )}
    </>
  );
}

function Kind({ kind: { kind, state, by, at } }: { kind: KindState }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <li>
      <strong>{t(`paths:review.kind.${kind}`)}</strong>
      <Tag tone={TONES[state]}>{t(`paths:review.is.${state}`)}</Tag>
      {at && (
        <span className={review.by}>
          {by ?? t('paths:review.someone')}, {formatMoment(at, language)}
        </span>
      )}
      {state === 'outdated' && <span>{t('paths:review.outdatedText')}</span>}
    </li>
  );
}
