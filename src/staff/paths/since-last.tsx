import { useState } from 'react';
import type { ElementChange, PathDifference, PathReviews } from '#contract/paths';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useFocusAfter } from '#staff/use-focus-after.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CommentThread } from './comment-thread.tsx';
import { Difference } from './difference.tsx';
import { useEditor } from './editor.tsx';
import review from './review.module.css';
import { useReviewSend } from './use-reviews.ts';
import { WordsForm } from './words-form.tsx';

/** Exactly what a reviewer has to read: what differs from what is published, with a place to comment at each part. */
export function SinceLast({ reviews }: { reviews: PathReviews }) {
  const t = useWords();
  const { at } = useEditor();
  const { number, published, status } = reviews;
  const from = status === 'draft' && published !== null ? `from=${published}&` : '';

  const query = useGet<PathDifference>(`${at}/difference?${from}to=${number}`);
  if (status === 'published' && reviews.notices.length === 0) return null;
  return (
    <Card title={t(from ? 'paths:review.sinceLast' : 'paths:review.allNew')}>
      <Loaded query={query}>
        {(difference) => (
          <Difference
            difference={difference}
            below={(change) => <Comments change={change} reviews={reviews} />}
          />
        )}
      </Loaded>
    </Card>
  );
}

function Comments({ change, reviews }: { change: ElementChange; reviews: PathReviews }) {
  const t = useWords();
  const { nameOf, find } = useEditor();
  const [open, setOpen] = useState(false);
  // Not the buttons of what was said before.
  const place = useFocusAfter(open, ':scope > form textarea, :scope > div > button');
  const said = reviews.entries.filter(
    ({ what, anchor }) => what === 'comment' && anchor === change.anchor,
  );
  const element = find(change.anchor);
  const name = element ? nameOf(element) : change.anchor;
  return (
    <div ref={place}>
      {said.map((entry) => (
        <CommentThread key={entry.id} entry={entry} reviews={reviews} />
      ))}
      {reviews.may.comment && !open && (
        <div className={review.buttons}>
          <Button
            small
            onPress={() => setOpen(true)}
            label={`${t('paths:review.comment')}: ${name}`}
          >
            {t('paths:review.comment')}
          </Button>
        </div>
      )}
      {open && <CommentForm anchor={change.anchor} onDone={() => setOpen(false)} />}
    </div>
  );
}

function CommentForm({ anchor, onDone }: { anchor: string; onDone: () => void }) {
  const t = useWords();
  const { send, pending, problem } = useReviewSend<{ anchor: string; text: string }>(
    'POST',
    '/reviews/comments',
  );
  return (
    <WordsForm
      label={t('paths:review.comment')}
      field={t('paths:review.commentText')}
      submit={t('paths:review.commentSend')}
      pending={pending}
      problem={problem}
      onSend={(text) => send({ anchor, text }, onDone)}
      onCancel={onDone}
    />
  );
}
