import { useState } from 'react';
import { useSend } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useEditor } from './editor.tsx';

/** Somebody answers by name and in writing for links that the checker could not look at. */
export function OverrideLinks({ count }: { count: number }) {
  const t = useWords();
  const { draft, at } = useEditor();
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { send, pending, problem } = useSend<{ reason: string }>('POST', `${at}/links/override`, {
    invalidate: [at],
  });
  if (!may('paths.publishUncheckedLinks', draft.node)) return null;
  return (
    <>
      <p>
        <Button onPress={() => setOpen(true)}>{t('paths:links.override')}</Button>
      </p>
      <Dialog
        title={t('paths:links.overrideTitle')}
        open={open}
        onClose={() => setOpen(false)}
        form
      >
        <p>{t('paths:links.overrideText', { count })}</p>
        <Form problem={problem} onSubmit={() => send({ reason }, () => setOpen(false))}>
          <TextArea
            name="reason"
            label={t('paths:links.reason')}
            hint={t('paths:links.reasonHint')}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <FormActions>
            <Button type="submit" kind="primary" pending={pending}>
              {t('paths:links.overrideSend')}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
}
