import { useState } from 'react';
import type { Account, Grant } from '#contract/identity';
import type { Role } from '#platform/context.ts';
import { inLanguage } from '#platform/language.ts';
import { NodeField } from '#staff/organisation/node-field.tsx';
import { SESSION, useSend } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import style from './roles-dialog.module.css';
import { RoleField } from './role-field.tsx';

// One may change one's own roles, so the session is read anew too.
const invalidate = ['/api/accounts', SESSION];

/** The roles of an account: takes away and grants. */
export function RolesDialog({
  account,
  onClose,
}: {
  account: Account | undefined;
  onClose: () => void;
}) {
  const t = useWords();
  const [done, setDone] = useState('');
  if (!account) return null;
  return (
    <Dialog
      open
      title={t('identity:roles.title', { name: account.name })}
      onClose={onClose}
      closing={t('common:close')}
    >
      <PresentRoles account={account} onRemoved={() => setDone(t('identity:roles.removed'))} />
      <GrantForm account={account} onGranted={() => setDone(t('identity:roles.granted'))} />
      <output className={style.done}>{done}</output>
    </Dialog>
  );
}

function PresentRoles({ account, onRemoved }: { account: Account; onRemoved: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const { tree } = useSession();
  const { send, pending, problem } = useSend<string, Account>(
    'DELETE',
    (role) => `/api/accounts/${account.id}/roles/${role}`,
    { invalidate },
  );
  return (
    <section>
      <h3 className={style.heading}>{t('identity:roles.present')}</h3>
      <ErrorSummary problem={problem} />
      {account.roles.length === 0 && <p className={style.none}>{t('identity:roles.none')}</p>}
      <ul className={style.roles}>
        {account.roles.map(({ id, role, node }) => {
          const names = {
            role: t(`identity:role.${role}`),
            node: inLanguage(tree.find(node)?.name ?? {}, language),
          };
          return (
            <li key={id}>
              <div>
                <strong>{names.role}</strong>
                <span>{names.node}</span>
              </div>
              <Button
                small
                kind="danger"
                disabled={pending}
                label={t('identity:roles.removeOf', names)}
                onPress={() => send(id, onRemoved)}
              >
                {t('identity:roles.remove')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function GrantForm({ account, onGranted }: { account: Account; onGranted: () => void }) {
  const t = useWords();
  const { tree } = useSession();
  const [role, setRole] = useState<Role | null>(null);
  const [node, setNode] = useState<string | null>(null);
  const { send, pending, problem } = useSend<Partial<Grant>, Account>(
    'POST',
    `/api/accounts/${account.id}/roles`,
    { invalidate },
  );
  const clear = (): void => {
    setRole(null);
    setNode(null);
    onGranted();
  };
  return (
    <section>
      <h3 className={style.heading}>{t('identity:roles.add')}</h3>
      <Form
        problem={problem}
        label={t('identity:roles.add')}
        onSubmit={() => send({ ...(role && { role }), ...(node && { node }) }, clear)}
      >
        <RoleField value={role} onChange={setRole} />
        <NodeField
          name="node"
          label={t('identity:roles.node')}
          hint={t('identity:roles.nodeHint')}
          nodes={tree.nodes}
          value={node}
          onChange={setNode}
        />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('identity:roles.grant')}
          </Button>
        </FormActions>
      </Form>
    </section>
  );
}
