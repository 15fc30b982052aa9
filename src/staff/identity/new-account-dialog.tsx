import { useState } from 'react';
import type { Account, AccountForm } from '#contract/identity';
import { type Language, LANGUAGES } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ShownOnce } from './shown-once.tsx';

interface NewAccountDialogProps {
  onClose: () => void;
  /** Goes on to the new account's roles. */
  onRoles: (account: string) => void;
}

interface Made {
  readonly account: Account;
  readonly password: string;
}

/** Adds an account; its first password is shown once. */
export function NewAccountDialog({ onClose, onRoles }: NewAccountDialogProps) {
  const t = useWords();
  const [form, setForm] = useState<AccountForm>({ email: '', name: '', language: 'fi' });
  const { send, pending, problem, result } = useSend<AccountForm, Made>('POST', '/api/accounts', {
    invalidate: ['/api/accounts'],
  });
  if (result) return <FirstPassword made={result} onClose={onClose} onRoles={onRoles} />;
  return (
    <Dialog open form title={t('identity:newAccount.title')} onClose={onClose}>
      <Form problem={problem} onSubmit={() => send(form)}>
        <TextField
          name="name"
          label={t('identity:accounts.name')}
          hint={t('identity:accounts.nameHint')}
          autoComplete="off"
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
        />
        <TextField
          name="email"
          type="email"
          autoComplete="off"
          label={t('identity:email')}
          hint={t('identity:newAccount.emailHint')}
          value={form.email}
          onChange={(email) => setForm({ ...form, email })}
        />
        <Select<Language>
          name="language"
          label={t('identity:newAccount.language')}
          value={form.language}
          onChange={(language) => setForm({ ...form, language })}
          options={LANGUAGES.map((value) => ({ value, label: t(`identity:languages.${value}`) }))}
        />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('identity:newAccount.submit')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function FirstPassword({
  made: { account, password },
  onClose,
  onRoles,
}: NewAccountDialogProps & { made: Made }) {
  const t = useWords();
  return (
    <Dialog
      open
      firm
      title={t('identity:newAccount.done')}
      onClose={onClose}
      closing={t('common:close')}
      actions={
        <Button kind="primary" onPress={() => onRoles(account.id)}>
          {t('identity:newAccount.addRole')}
        </Button>
      }
    >
      <Notice kind="warning">{t('identity:newAccount.doneWhat', { name: account.name })}</Notice>
      <ShownOnce
        label={t('identity:newAccount.password')}
        secret={password}
        copy={t('identity:newAccount.copy')}
        copied={t('identity:newAccount.copied')}
      />
    </Dialog>
  );
}
