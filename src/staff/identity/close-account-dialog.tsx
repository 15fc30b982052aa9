import type { Account } from '#contract/identity';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';

/** Asks before an account is closed. */
export function CloseAccountDialog({
  account,
  onClose,
}: {
  account: Account | undefined;
  onClose: () => void;
}) {
  const t = useWords();
  const { send, pending, problem } = useSend<void, Account>(
    'POST',
    `/api/accounts/${account?.id}/close`,
    { invalidate: ['/api/accounts'] },
  );
  if (!account) return null;
  return (
    <Dialog
      open
      warns
      title={t('identity:closeAccount.title', { name: account.name })}
      onClose={onClose}
      actions={
        <Button kind="danger" pending={pending} onPress={() => send(undefined, onClose)}>
          {t('identity:closeAccount.submit')}
        </Button>
      }
    >
      <ErrorSummary problem={problem} />
      <p>{t('identity:closeAccount.what')}</p>
    </Dialog>
  );
}
