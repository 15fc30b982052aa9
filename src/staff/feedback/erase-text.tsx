import { useState } from 'react';
import { type AnswerText, type Erasure, ERASURE_REASONS } from '#contract/feedback';
import { useSend } from '#staff/api.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.tsx';

interface EraseTextProps {
  text: AnswerText;
  onClose: () => void;
  onDone: () => void;
}

/** Asks why a text is to be erased for good, and erases it. */
export function EraseText({ text, onClose, onDone }: EraseTextProps) {
  const t = useWords();
  const [reason, setReason] = useState<Erasure['reason'] | null>(null);
  const [words, setWords] = useState('');
  const { send, pending, problem } = useSend<Erasure>('POST', `/api/texts/${text.answer}/erasure`);
  return (
    <Dialog title={t('feedback:erasure.title')} open onClose={onClose} form warns>
      <p>{t('feedback:erasure.what')}</p>
      <p>{t('feedback:erasure.check')}</p>
      <Form
        problem={problem}
        onSubmit={() => reason && send({ reason, words: reason === 'other' ? words : '' }, onDone)}
      >
        <RadioGroup
          name="reason"
          label={t('feedback:erasure.reason')}
          options={ERASURE_REASONS.map((value) => ({
            value,
            label: t(`feedback:erasure.kind.${value}`),
          }))}
          value={reason}
          onChange={setReason}
        />
        {reason === 'other' && (
          <TextField
            name="words"
            label={t('feedback:erasure.words')}
            hint={t('feedback:erasure.wordsHint')}
            value={words}
            onChange={setWords}
            maxLength={200}
          />
        )}
        <FormActions>
          <Button kind="danger" type="submit" pending={pending} disabled={!reason}>
            {t('feedback:erasure.do')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
