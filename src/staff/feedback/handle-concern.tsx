import { useState } from 'react';
import type { Concern } from '#contract/feedback';
import { useSend } from '#staff/api.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.tsx';

interface HandleConcernProps {
  concern: Concern;
  node: string;
  onClose: () => void;
  onDone: () => void;
}

/**
 * Asks what was done and marks the concern handled. It stands beside the list and not in it: the concern leaves the
 * list before the answer has been told.
 */
export function HandleConcern({ concern, node, onClose, onDone }: HandleConcernProps) {
  const t = useWords();
  const [note, setNote] = useState('');
  const { send, pending, problem } = useSend<{ note: string }>(
    'POST',
    `/api/concerns/${concern.id}/handling`,
    {
      invalidate: [`/api/nodes/${node}/concerns`, `/api/nodes/${node}/texts`],
    },
  );
  return (
    <Dialog title={t('feedback:concern.dialog')} open onClose={onClose} form>
      <Form problem={problem} onSubmit={() => send({ note }, onDone)}>
        <TextArea
          name="note"
          label={t('feedback:concern.note')}
          hint={t('feedback:concern.noteHint')}
          value={note}
          onChange={setNote}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('feedback:concern.handle')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
