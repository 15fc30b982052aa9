import { useState } from 'react';
import type { PathReviews, ReviewKind } from '#contract/paths';
import { REVIEW_KINDS } from '#contract/paths';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import review from './review.module.css';
import { useReviewSend } from './use-reviews.ts';

/** Asks for a review: it then stands in the list of what waits, for everybody who may give it. */
export function RequestReview({ reviews }: { reviews: PathReviews }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const asked = reviews.entries.findLast(
    ({ what, number, revision }) =>
      what === 'request' && number === reviews.number && revision === reviews.revision,
  );
  return (
    <div className={review.buttons}>
      <Button onPress={() => setOpen(true)}>{t('paths:review.request')}</Button>
      {asked && <output>{t('paths:review.requested')}</output>}
      <Dialog title={t('paths:review.request')} open={open} onClose={() => setOpen(false)} form>
        <RequestForm clinical={reviews.clinical} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function RequestForm({ clinical, onDone }: { clinical: boolean; onDone: () => void }) {
  const t = useWords();
  const [kind, setKind] = useState<ReviewKind>('content');
  const [text, setText] = useState('');
  const { send, pending, problem } = useReviewSend<{ kind: ReviewKind; text: string }>(
    'POST',
    '/reviews/requests',
  );
  const kinds = REVIEW_KINDS.filter((one) => clinical || one !== 'clinical');
  return (
    <Form problem={problem} onSubmit={() => send({ kind, text }, onDone)}>
      <Select
        name="kind"
        label={t('paths:review.whatKind')}
        options={kinds.map((value) => ({ value, label: t(`paths:review.kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextArea
        name="text"
        label={t('paths:review.requestText')}
        value={text}
        onChange={setText}
        maxLength={1000}
        optional
      />
      <FormActions>
        <Button type="submit" kind="primary" pending={pending}>
          {t('paths:review.requestSend')}
        </Button>
      </FormActions>
    </Form>
  );
}
