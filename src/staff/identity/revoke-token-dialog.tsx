import type { ApiToken } from '#contract/identity';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';

interface RevokeTokenDialogProps {
  token: ApiToken;
  onClose: () => void;
}

/** Asks before a token is revoked. */
export function RevokeTokenDialog({ token: { id, name }, onClose }: RevokeTokenDialogProps) {
  const t = useWords();
  const { send, pending, problem } = useSend<void, ApiToken>('POST', `/api/tokens/${id}/revoke`, {
    invalidate: ['/api/tokens'],
  });
  return (
    <Dialog
      open
      warns
      title={t('identity:revokeToken.title', { name })}
      onClose={onClose}
      actions={
        <Button kind="danger" pending={pending} onPress={() => send(undefined, onClose)}>
          {t('identity:tokens.revoke')}
        </Button>
      }
    >
      <ErrorSummary problem={problem} />
      <p>{t('identity:revokeToken.what')}</p>
    </Dialog>
  );
}
