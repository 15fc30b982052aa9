import type { Account } from '#contract/identity';
import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import style from './accounts-table.module.css';

interface AccountsTableProps {
  accounts: readonly Account[];
  onRoles: (account: string) => void;
  onClose: (account: string) => void;
}

/** Accounts with their roles, and what can be done with each. */
export function AccountsTable({ accounts, onRoles, onClose }: AccountsTableProps) {
  const t = useWords();
  const own = useSession().account.id;
  const columns: Column<Account>[] = [
    {
      key: 'name',
      head: t('identity:accounts.name'),
      rowHead: true,
      cell: ({ name, email }) => <Who name={name} email={email} />,
    },
    {
      key: 'roles',
      head: t('identity:accounts.roles'),
      cell: ({ roles }) => <Roles roles={roles} />,
    },
    {
      key: 'state',
      head: t('identity:accounts.state'),
      cell: ({ closed }) =>
        closed ? (
          <Tag>{t('identity:accounts.closed')}</Tag>
        ) : (
          <Tag tone="good">{t('identity:accounts.open')}</Tag>
        ),
    },
    {
      key: 'actions',
      head: t('identity:accounts.actions'),
      headHidden: true,
      cell: ({ id, name, closed }) =>
        !closed && (
          <div className={style.actions}>
            <Button
              small
              onPress={() => onRoles(id)}
              label={t('identity:accounts.editRolesOf', { name })}
            >
              {t('identity:accounts.editRoles')}
            </Button>
            {id !== own && (
              <Button
                small
                kind="quiet"
                onPress={() => onClose(id)}
                label={t('identity:accounts.closeOf', { name })}
              >
                {t('identity:accounts.close')}
              </Button>
            )}
          </div>
        ),
    },
  ];
  return (
    <Table
      caption={t('identity:accounts.caption')}
      captionHidden
      stacks
      columns={columns}
      rows={accounts}
      keyOf={({ id }) => id}
    />
  );
}

const Who = ({ name, email }: { name: string; email: string }) => (
  <>
    <strong>{name}</strong>
    <span className={style.email}>{email}</span>
  </>
);

function Roles({ roles }: { roles: Account['roles'] }) {
  const t = useWords();
  const language = useLanguage();
  const { tree } = useSession();
  if (roles.length === 0) return <Tag tone="warning">{t('identity:accounts.noRoles')}</Tag>;
  return (
    <ul className={style.roles}>
      {roles.map(({ id, role, node }) => (
        <li key={id}>
          {t(`identity:role.${role}`)}
          <span>{inLanguage(tree.find(node)?.name ?? {}, language)}</span>
        </li>
      ))}
    </ul>
  );
}
