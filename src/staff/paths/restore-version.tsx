import { useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { useEditor } from './editor.tsx';
import { useReviewSend } from './use-reviews.ts';

/** Brings an older version back into the draft, after saying what becomes of the present one. */
export function RestoreVersion({
  number,
  onDone,
}: {
  number: number;
  onDone: (number: number) => void;
}) {
  const t = useWords();
  const { draft, edits } = useEditor();
  const [asking, setAsking] = useState(false);
  const { send, pending, problem, reset } = useReviewSend(
    'POST',
    `/versions/${number}/restoration`,
  );
  const close = (): void => {
    setAsking(false);
    reset();
  };
  const done = (): void => {
    close();
    onDone(number);
  };
  const actions = edits.size === 0 && (
    <Button kind="primary" pending={pending} onPress={() => send(undefined, done)}>
      {t('paths:versions.restore')}
    </Button>
  );
  return (
    <>
      <Button
        small
        onPress={() => setAsking(true)}
        label={`${t('paths:versions.restore')}: ${t('paths:versions.number', { number })}`}
      >
        {t('paths:versions.restore')}
      </Button>
      <Dialog
        title={t('paths:versions.restoreTitle', { number })}
        open={asking}
        onClose={close}
        actions={actions}
        closing={t('common:cancel')}
      >
        <ErrorSummary problem={problem} />
        <p>{t('paths:versions.restoreText')}</p>
        {draft.status !== 'published' && <p>{t('paths:versions.restoreDraft')}</p>}
        {edits.size > 0 && <p>{t('paths:publish.unsaved')}</p>}
      </Dialog>
    </>
  );
}
