import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '#contract/identity';
import { SESSION } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { CredentialsForm } from './credentials-form.tsx';

/** The session ended while somebody worked: they sign in above the screen, and what they wrote is still there. */
export function SignInAgain({ account }: { account: Session['account'] }) {
  const t = useWords();
  const client = useQueryClient();
  const enter = (view: Session): void => {
    // Somebody else at the same screen must see nothing of what stood there.
    if (view.account.id !== account.id) return location.assign('/staff');
    client.setQueryData([SESSION], view);
    return void client.invalidateQueries();
  };
  return (
    <Dialog
      open
      form
      firm
      opaque
      title={t('identity:signInAgain.title')}
      onClose={() => location.assign('/staff/sign-in')}
      closing={t('identity:signInAgain.leave')}
    >
      <p>{t('identity:signInAgain.what')}</p>
      <CredentialsForm email={account.email} onSignedIn={enter} />
    </Dialog>
  );
}
