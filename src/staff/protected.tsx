import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Session as SessionView } from '#contract/identity';
import type { Node } from '#contract/organisation';
import { NoRolesScreen } from '#staff/identity/no-roles-screen.tsx';
import { SignInAgain } from '#staff/identity/sign-in-again.tsx';
import { useGet, useSessionView } from './api.ts';
import { Loaded } from './loaded.tsx';
import { SessionProvider } from './session.tsx';

/** Everything behind the sign-in. A session that ends while somebody works is asked for anew on the spot: what they wrote stays. */
export function Protected() {
  const query = useSessionView();
  const [last, setLast] = useState<SessionView>();
  if (query.data && query.data !== last) setLast(query.data);
  const view = query.data ?? last;
  if (query.data === null && !view) return <ToSignIn />;
  if (!view) return <Loaded query={query}>{() => null}</Loaded>;
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
    <Loaded query={tree}>
      {({ nodes }) => (
        <SessionProvider view={view} nodes={nodes}>
          <Outlet />
        </SessionProvider>
      )}
    </Loaded>
  );
}
