import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Session as SessionView } from '#contract/identity';
import type { Node } from '#contract/organisation';
import { NoRolesScreen } from '#staff/identity/no-roles-screen.tsx';
import { SignInAgain } from '#staff/identity/sign-in-again.tsx';
import { useGet, useSessionView } from './api.ts';
import { Loaded, type LoadedProps } from './loaded.tsx';
import { OuterPage } from './outer-page.tsx';
import style from './protected.module.css';
import { SessionProvider } from './session.tsx';
import { useWords } from './words.tsx';

/** Everything behind the sign-in. A session that ends while somebody works is asked for anew on the spot: what they wrote stays. */
export function Protected() {
  const query = useSessionView();
  const [last, setLast] = useState<SessionView>();
  if (query.data && query.data !== last) setLast(query.data);
  const view = query.data ?? last;
  if (query.data === null && !view) return <ToSignIn />;
  if (!view) return <First query={query}>{() => null}</First>;
  return (
    <>
      <WithTree view={view} />
      {query.data === null && <SignInAgain account={view.account} />}
    </>
  );
}

function ToSignIn() {
  const { pathname, search } = useLocation();
  const to = pathname === '/staff' ? '' : `?${new URLSearchParams({ to: pathname + search })}`;
  return <Navigate to={`/staff/sign-in${to}`} replace />;
}

function WithTree({ view }: { view: SessionView }) {
  const tree = useGet<{ nodes: Node[] }>(view.roles.length > 0 ? '/api/nodes' : null);
  if (view.roles.length === 0) return <NoRolesScreen account={view.account} />;
  return (
    <First query={tree}>
      {({ nodes }) => (
        <SessionProvider view={view} nodes={nodes}>
          <Outlet />
        </SessionProvider>
      )}
    </First>
  );
}

/** What is read before there is any screen: once it has failed, trying again and giving up stand on a page of their own. */
function First<T>({ query, children }: LoadedProps<T>) {
  const t = useWords();
  const loaded = <Loaded query={query}>{children}</Loaded>;
  const failed = query.failureCount + query.errorUpdateCount > 0;
  if (query.data !== undefined || !failed) return loaded;
  return (
    <OuterPage>
      <main className={style.main}>
        <h1>{t('common:notNow')}</h1>
        {loaded}
      </main>
    </OuterPage>
  );
}
