import { useState } from 'react';
import { useFocusAfter } from '#staff/use-focus-after.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextArea } from '#ui/text-area.tsx';
import review from './review.module.css';
import { useReviewSend } from './use-reviews.ts';

/** Publishes what only lacks its review, with a reason. It takes a press to be seen, as it is not the usual way. */
export function EmergencyForm({ onDone }: { onDone: () => void }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { send, pending, problem } = useReviewSend<{ reason: string }>(
    'POST',
    '/emergency-publication',
  );
  const place = useFocusAfter(open, 'textarea');
  if (!open) {
    return (
      <div ref={place} className={review.buttons}>
        <Button small onPress={() => setOpen(true)}>
          {t('paths:emergency.open')}
        </Button>
      </div>
    );
  }
  return (
    <div ref={place}>
      <Form
        problem={problem}
        onSubmit={() => send({ reason }, onDone)}
        label={t('paths:emergency.open')}
      >
        <Notice kind="warning" title={t('paths:emergency.open')} live>
          {t('paths:emergency.text')}
        </Notice>
        <TextArea
          name="reason"
          label={t('paths:emergency.reason')}
          hint={t('paths:emergency.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          rows={3}
        />
        <FormActions>
          <Button type="submit" kind="danger" pending={pending}>
            {t('paths:emergency.submit')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
