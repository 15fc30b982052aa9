import { useState } from 'react';
import type { Account } from '#contract/identity';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { CloseAccountDialog } from './close-account-dialog.tsx';
import { NewAccountDialog } from './new-account-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';

type Opened =
  | { readonly dialog: 'new' }
  | { readonly dialog: 'roles' | 'close'; readonly account: string };

/** Staff accounts and their roles, for administrators. */
export function AccountsScreen() {
  const t = useWords();
  const query = useGet<{ accounts: Account[] }>('/api/accounts');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  return (
    <>
      <ScreenHeader
        title={t('identity:accounts.title')}
        lead={t('identity:accounts.lead')}
        actions={
          <Button kind="primary" icon="plus" onPress={() => setOpened({ dialog: 'new' })}>
            {t('identity:accounts.add')}
          </Button>
        }
      />
      <Loaded query={query}>
        {({ accounts }) => (
          <>
            <AccountList
              accounts={accounts}
              onRoles={(account) => setOpened({ dialog: 'roles', account })}
              onClose={(account) => setOpened({ dialog: 'close', account })}
            />
            {opened?.dialog === 'new' && (
              <NewAccountDialog
                onClose={close}
                onRoles={(account) => setOpened({ dialog: 'roles', account })}
              />
            )}
            {opened?.dialog === 'roles' && (
              <RolesDialog
                account={accounts.find(({ id }) => id === opened.account)}
                onClose={close}
              />
            )}
            {opened?.dialog === 'close' && (
              <CloseAccountDialog
                account={accounts.find(({ id }) => id === opened.account)}
                onClose={close}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface AccountListProps {
  accounts: readonly Account[];
  onRoles: (account: string) => void;
  onClose: (account: string) => void;
}

function AccountList({ accounts, onRoles, onClose }: AccountListProps) {
  const t = useWords();
  const [search, setSearch] = useState('');
  const [closedToo, setClosedToo] = useState(false);
  const words = search.toLowerCase();
  const shown = accounts.filter(
    ({ name, email, closed }) =>
      (closedToo || !closed) && `${name} ${email}`.toLowerCase().includes(words),
  );
  return (
    <Card>
      <search>
        <SearchField label={t('identity:accounts.search')} value={search} onChange={setSearch} />
        <Checkbox
          name="closed"
          label={t('identity:accounts.showClosed')}
          checked={closedToo}
          onChange={setClosedToo}
        />
      </search>
      <output>{t('identity:accounts.count', { count: shown.length })}</output>
      {shown.length > 0 ? (
        <AccountsTable accounts={shown} onRoles={onRoles} onClose={onClose} />
      ) : (
        <EmptyState title={t('identity:accounts.none')}>
          <p>{t('identity:accounts.noneHint')}</p>
        </EmptyState>
      )}
    </Card>
  );
}
