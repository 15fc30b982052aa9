import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';

interface RevokeAddressDialogProps {
  partner: string;
  address: string;
  onClose: () => void;
}

/** Asks before an address is revoked. */
export function RevokeAddressDialog({ partner, address, onClose }: RevokeAddressDialogProps) {
  const t = useWords();
  const { send, pending, problem } = useSend(
    'POST',
    `/api/partners/${partner}/addresses/${address}/revocation`,
    { invalidate: ['/api/partners'] },
  );
  return (
    <Dialog
      open
      warns
      title={t('partners:revokeTitle')}
      onClose={onClose}
      actions={
        <Button kind="danger" pending={pending} onPress={() => send(undefined, onClose)}>
          {t('partners:revoke')}
        </Button>
      }
    >
      <ErrorSummary problem={problem} />
      <p>{t('partners:revokeWhat')}</p>
    </Dialog>
  );
}
