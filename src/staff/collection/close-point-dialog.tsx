import type { FeedbackPoint } from '#contract/collection';
import { useSend } from '#staff/api.ts';
import { useScreenNode } from '#staff/screen-node.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';

interface ClosePointDialogProps {
  point: FeedbackPoint;
  onClose: () => void;
}

/** Asks before a feedback point is closed. */
export function ClosePointDialog({ point: { id, code }, onClose }: ClosePointDialogProps) {
  const t = useWords();
  const { node } = useScreenNode();
  const { send, pending, problem } = useSend('POST', `/api/feedback-points/${id}/closing`, {
    invalidate: [`/api/nodes/${node.id}/feedback-points`],
  });
  return (
    <Dialog
      open
      warns
      title={t('collection:close.title', { code })}
      onClose={onClose}
      actions={
        <Button kind="danger" pending={pending} onPress={() => send(undefined, onClose)}>
          {t('collection:close.submit')}
        </Button>
      }
    >
      <ErrorSummary problem={problem} />
      <p>{t('collection:close.what')}</p>
    </Dialog>
  );
}
