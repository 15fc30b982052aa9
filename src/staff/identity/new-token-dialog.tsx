import { useState } from 'react';
import type { ApiToken, ApiTokenForm } from '#contract/identity';
import type { Role } from '#platform/context.ts';
import { NodeField } from '#staff/organisation/node-field.tsx';
import { useSend } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ShownOnce } from './shown-once.tsx';
import { RoleField } from './role-field.tsx';

interface Made {
  readonly token: ApiToken;
  readonly secret: string;
}

const LIFETIMES = ['30', '90', '180', '365'] as const;
type Lifetime = (typeof LIFETIMES)[number];

/** Makes a token for another system; it is shown once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const { send, pending, problem, result } = useSend<Partial<ApiTokenForm>, Made>(
    'POST',
    '/api/tokens',
    { invalidate: ['/api/tokens'] },
  );
  if (result) return <NewToken made={result} onClose={onClose} />;
  return (
    <Dialog open form title={t('identity:newToken.title')} onClose={onClose}>
      <TokenForm problem={problem} pending={pending} onSend={send} />
    </Dialog>
  );
}

interface TokenFormProps {
  problem: ReturnType<typeof useSend>['problem'];
  pending: boolean;
  onSend: (form: Partial<ApiTokenForm>) => void;
}

function TokenForm({ problem, pending, onSend }: TokenFormProps) {
  const t = useWords();
  const { tree } = useSession();
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [node, setNode] = useState<string | null>(null);
  const [days, setDays] = useState<Lifetime>('365');
  const submit = (): void =>
    onSend({
      name,
      purpose,
      ...(role && { role }),
      ...(node && { node }),
      expiresInDays: Number(days),
    });
  return (
    <Form problem={problem} onSubmit={submit}>
      <TextField
        name="name"
        label={t('identity:newToken.name')}
        hint={t('identity:newToken.nameHint')}
        autoComplete="off"
        value={name}
        onChange={setName}
      />
      <TextField
        name="purpose"
        label={t('identity:newToken.purpose')}
        optional
        autoComplete="off"
        value={purpose}
        onChange={setPurpose}
      />
      <RoleField value={role} onChange={setRole} hint={t('identity:newToken.roleHint')} />
      <NodeField
        name="node"
        label={t('identity:roles.node')}
        hint={t('identity:newToken.nodeHint')}
        nodes={tree.nodes}
        value={node}
        onChange={setNode}
      />
      <Select<Lifetime>
        name="expiresInDays"
        label={t('identity:newToken.lifetime')}
        value={days}
        onChange={setDays}
        options={LIFETIMES.map((value) => ({
          value,
          label: t('identity:newToken.days', { count: Number(value) }),
        }))}
      />
      <FormActions>
        <Button kind="primary" type="submit" pending={pending}>
          {t('identity:newToken.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}

function NewToken({ made: { token, secret }, onClose }: { made: Made; onClose: () => void }) {
  const t = useWords();
  return (
    <Dialog
      open
      firm
      title={t('identity:newToken.done')}
      onClose={onClose}
      closing={t('common:close')}
    >
      <Notice kind="warning">{t('identity:newToken.doneWhat', { name: token.name })}</Notice>
      <ShownOnce
        label={t('identity:newToken.token')}
        secret={secret}
        copy={t('identity:newToken.copy')}
        copied={t('identity:newToken.copied')}
      />
    </Dialog>
  );
}
