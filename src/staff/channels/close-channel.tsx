import { useState } from 'react';
import type { Channel } from '#contract/channels';
import { useSend } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';

/** Closes a channel after a question, or opens it again. */
export function CloseChannel({ channel }: { channel: Channel }) {
  const t = useWords();
  const { may } = useSession();
  const [asking, setAsking] = useState(false);
  const { send, pending, problem } = useSend<{ closed: boolean }, Channel>(
    'PUT',
    `/api/channels/${channel.id}/closed`,
    { invalidate: ['/api/channels'] },
  );
  if (!may('channels.closeChannel')) return null;
  if (channel.closed) {
    return (
      <Button pending={pending} onPress={() => send({ closed: false })}>
        {t('channels:reopen')}
      </Button>
    );
  }
  const close = (
    <Button
      kind="danger"
      pending={pending}
      onPress={() => send({ closed: true }, () => setAsking(false))}
    >
      {t('channels:close')}
    </Button>
  );
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('channels:close')}</Button>
      <Dialog
        title={t('channels:closeTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={close}
        warns
      >
        <ErrorSummary problem={problem} />
        <p>{t('channels:closeText')}</p>
      </Dialog>
    </>
  );
}
