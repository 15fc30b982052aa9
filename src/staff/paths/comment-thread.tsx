import { useState } from 'react';
import type { PathReviews, ReviewEntry } from '#contract/paths';
import { useFocusAfter } from '#staff/use-focus-after.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { formatMoment } from '#ui/format.ts';
import { Tag } from '#ui/tag.tsx';
import review from './review.module.css';
import { useReviewSend } from './use-reviews.ts';
import { WordsForm } from './words-form.tsx';

/** A comment with what was answered to it. */
export function CommentThread({ entry, reviews }: { entry: ReviewEntry; reviews: PathReviews }) {
  const t = useWords();
  const answers = reviews.entries.filter(({ answers }) => answers === entry.id);
  const resolved = answers.some(({ what }) => what === 'resolution');
  const list = useFocusAfter<HTMLUListElement>(resolved, '[data-resolved]');
  return (
    <ul ref={list} className={review.thread}>
      {[entry, ...answers].map((one) => (
        <Said key={one.id} entry={one} />
      ))}
      {resolved ? (
        <li tabIndex={-1} data-resolved="">
          <Tag tone="good">{t('paths:review.resolved')}</Tag>
        </li>
      ) : (
        reviews.may.comment && (
          <li>
            <Answer comment={entry.id} />
          </li>
        )
      )}
    </ul>
  );
}

function Said({ entry: { by, at, text } }: { entry: ReviewEntry }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <li>
      <span className={review.by}>
        {by || t('paths:review.someone')}, {formatMoment(at, language)}
      </span>
      {text && <p className={review.said}>{text}</p>}
    </li>
  );
}

function Answer({ comment }: { comment: string }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { send, pending, problem } = useReviewSend<{ text: string; resolves: boolean }>(
    'POST',
    `/reviews/comments/${comment}/answers`,
  );
  const done = (): void => setOpen(false);
  const place = useFocusAfter(open, 'textarea, button');
  if (!open) {
    return (
      <div ref={place} className={review.buttons}>
        <Button small onPress={() => setOpen(true)}>
          {t('paths:review.answer')}
        </Button>
        <Button small pending={pending} onPress={() => send({ text: '', resolves: true })}>
          {t('paths:review.resolve')}
        </Button>
      </div>
    );
  }
  return (
    <div ref={place}>
      <WordsForm
        label={t('paths:review.answer')}
        field={t('paths:review.answerText')}
        submit={t('paths:review.answerSend')}
        pending={pending}
        problem={problem}
        onSend={(text) => send({ text, resolves: false }, done)}
        onCancel={done}
      />
    </div>
  );
}
