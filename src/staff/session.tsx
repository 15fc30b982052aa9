import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Session as SessionView } from '#contract/identity';
import type { Node } from '#contract/organisation';
import { type Tree, treeOf } from './tree.ts';

/** Who is signed in, what they may do, and the tree in which they may do it. */
export interface Session {
  readonly account: SessionView['account'];
  readonly roles: SessionView['roles'];
  readonly tree: Tree;
  /** Whether they may do this on the node, or, without one, anywhere. The server decides; this only hides what it would refuse. */
  may(action: string, node?: string): boolean;
  /** The nodes on which they have a role, and all below. */
  readonly nodes: readonly Node[];
}

/** Puts the session together from what the API says. */
export function sessionOf({ account, roles, may }: SessionView, nodes: readonly Node[]): Session {
  const tree = treeOf(nodes);
  const own = new Set(roles.map(({ node }) => node));
  return {
    account,
    roles,
    tree,
    may: (action, node) => {
      const allowed = may[action] ?? [];
      return node === undefined
        ? allowed.length > 0
        : tree.pathTo(node).some(({ id }) => allowed.includes(id));
    },
    nodes: nodes.filter(({ id }) => tree.pathTo(id).some((above) => own.has(above.id))),
  };
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Gives the session to the screens. */
export function SessionProvider({
  view,
  nodes,
  children,
}: {
  view: SessionView;
  nodes: readonly Node[];
  children: ReactNode;
}) {
  const session = useMemo(() => sessionOf(view, nodes), [view, nodes]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of the person at the screen. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('this stands within <Protected>');
  return session;
}
