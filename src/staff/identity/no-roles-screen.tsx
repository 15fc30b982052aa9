import type { Session } from '#contract/identity';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import style from './no-roles-screen.module.css';
import { useSignOut } from './sign-out.ts';

/** An account without any role can do nothing yet. */
export function NoRolesScreen({ account }: { account: Session['account'] }) {
  const t = useWords();
  const signOut = useSignOut();
  return (
    <main className={style.page}>
      <ScreenHeader title={account.name} />
      <EmptyState
        title={t('identity:noRoles.title')}
        action={<Button onPress={() => signOut('here')}>{t('identity:signOut')}</Button>}
      >
        <p>{t('identity:noRoles.what')}</p>
      </EmptyState>
    </main>
  );
}
