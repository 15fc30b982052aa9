import { useState } from 'react';
import { inLanguage, LANGUAGES } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOwnLanguage } from './own-language.ts';
import { useSignOut } from './sign-out.ts';

/** One's own language, password, roles and sign-ins. */
export function MeScreen() {
  const t = useWords();
  const language = useLanguage();
  const { account } = useSession();
  const changeLanguage = useOwnLanguage();
  const signOut = useSignOut();
  return (
    <>
      <ScreenHeader title={t('identity:me.title')} lead={`${account.name} · ${account.email}`} />
      <Card title={t('identity:language')}>
        <RadioGroup
          name="language"
          label={t('identity:me.languageOf')}
          value={language}
          onChange={changeLanguage}
          inline
          options={LANGUAGES.map((each) => ({
            value: each,
            label: t(`identity:languages.${each}`),
          }))}
        />
      </Card>
      <Card title={t('identity:me.password')}>
        <PasswordForm />
      </Card>
      <Card title={t('identity:me.roles')}>
        <OwnRoles />
      </Card>
      <Card title={t('identity:me.sessions')}>
        <p>{t('identity:me.sessionsWhat')}</p>
        <FormActions>
          <Button onPress={() => signOut('everywhere')}>{t('identity:signOutEverywhere')}</Button>
        </FormActions>
      </Card>
    </>
  );
}

function PasswordForm() {
  const t = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { send, pending, problem, savedAt } = useSend<{ current: string; next: string }>(
    'PUT',
    '/api/account/password',
  );
  const clear = (): void => {
    setCurrent('');
    setNext('');
  };
  return (
    <Form
      problem={problem}
      onSubmit={() => send({ current, next }, clear)}
      label={t('identity:me.password')}
    >
      <TextField
        short
        name="current"
        type="password"
        autoComplete="current-password"
        label={t('identity:me.current')}
        value={current}
        onChange={setCurrent}
      />
      <TextField
        short
        name="next"
        type="password"
        autoComplete="new-password"
        label={t('identity:me.next')}
        hint={t('identity:me.nextHint')}
        value={next}
        onChange={setNext}
      />
      <FormActions>
        <Button type="submit" pending={pending}>
          {t('identity:me.change')}
        </Button>
      </FormActions>
      {savedAt && (
        <Notice kind="success" live>
          {t('identity:me.changed')}
        </Notice>
      )}
    </Form>
  );
}

function OwnRoles() {
  const t = useWords();
  const language = useLanguage();
  const { roles, tree } = useSession();
  return (
    <ul>
      {roles.map(({ id, role, node }) => (
        <li key={id}>
          <strong>{t(`identity:role.${role}`)}</strong>,{' '}
          {inLanguage(tree.find(node)?.name ?? {}, language)}. {t(`identity:roleDoes.${role}`)}
        </li>
      ))}
    </ul>
  );
}
