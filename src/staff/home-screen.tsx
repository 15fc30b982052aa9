import { Navigate } from 'react-router';
import { homeOf } from './navigation.ts';
import { useSession } from './session.tsx';

/** Leads to where the account begins. */
export function HomeScreen() {
  return <Navigate to={homeOf(useSession())} replace />;
}
