import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import type { Session } from '#contract/identity';
import { LANGUAGES } from '#platform/language.ts';
import { SESSION, useSessionView } from '#staff/api.ts';
import { OuterPage } from '#staff/outer-page.tsx';
import { useChooseLanguage, useLanguage, useWords } from '#staff/words.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import style from './sign-in-screen.module.css';

/** The way in for staff; afterwards one is where one wanted to go. */
export function SignInScreen() {
  const t = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const choose = useChooseLanguage();
  const to = useDestination();
  const session = useSessionView();
  const title = t('identity:signIn.title');
  useEffect(() => {
    document.title = `${title} – Polku`;
  }, [title]);
  if (session.data) return <Navigate to={to} replace />;
  const enter = (view: Session): void => {
    client.setQueryData([SESSION], view);
    choose(view.account.language);
    void navigate(to, { replace: true });
  };
  return (
    <OuterPage>
      <main className={style.card}>
        <h1>{title}</h1>
        <p>{t('identity:signIn.who')}</p>
        <CredentialsForm onSignedIn={enter} />
      </main>
      <Languages />
    </OuterPage>
  );
}

function Languages() {
  const t = useWords();
  const language = useLanguage();
  const choose = useChooseLanguage();
  return (
    <nav aria-label={t('identity:language')} className={style.languages}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-current={each === language ? 'true' : undefined}
          onClick={() => choose(each)}
        >
          {t(`identity:languages.${each}`)}
        </button>
      ))}
    </nav>
  );
}

/** Where one wanted to go; only addresses of this app, whatever a link says. */
function useDestination(): string {
  const [search] = useSearchParams();
  const to = search.get('to') ?? '';
  return /^\/staff(\/(?!sign-in)[\w./?=&%-]*)?$/.test(to) ? to : '/staff';
}
