import { useState } from 'react';
import type { Session } from '#contract/identity';
import { SESSION, useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';

interface CredentialsFormProps {
  email?: string;
  onSignedIn: (session: Session) => void;
}

/** E-mail address and password. What was written stays when they are refused. */
export function CredentialsForm({ email: given = '', onSignedIn }: CredentialsFormProps) {
  const t = useWords();
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState('');
  const { send, pending, problem } = useSend<{ email: string; password: string }, Session>(
    'POST',
    SESSION,
    { signsIn: true },
  );
  return (
    <Form
      problem={problem}
      onSubmit={() => send({ email, password }, onSignedIn)}
      label={t('identity:signIn.title')}
    >
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        label={t('identity:email')}
        value={email}
        onChange={setEmail}
      />
      <TextField
        name="password"
        type="password"
        autoComplete="current-password"
        label={t('identity:password')}
        value={password}
        onChange={setPassword}
      />
      <FormActions>
        <Button kind="primary" type="submit" pending={pending}>
          {t('identity:signIn.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}
