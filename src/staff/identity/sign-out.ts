import { useSend } from '#staff/api.ts';

/** Signs out of this browser, or of every one. The page is left by a whole reload, so that nothing read stays in it. */
export function useSignOut(): (where: 'here' | 'everywhere') => void {
  const leave = (): void => location.assign('/staff/sign-in');
  const here = useSend('DELETE', '/api/session', { signsIn: true });
  const everywhere = useSend('DELETE', '/api/session/all', { signsIn: true });
  return (where) => (where === 'here' ? here : everywhere).send(undefined, leave);
}
