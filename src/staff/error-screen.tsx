import { isRouteErrorResponse, useRouteError } from 'react-router';
import { LinkButton } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { useWords } from './words.tsx';

/** An address at which nothing stands. */
export function NotFoundScreen() {
  const t = useWords();
  return (
    <>
      <ScreenHeader title={t('common:notFound.title')} />
      <EmptyState
        title={t('common:notFound.what')}
        action={<LinkButton href="/staff">{t('common:notFound.home')}</LinkButton>}
      />
    </>
  );
}

/** A screen that broke, or was changed on the server while this page stood open. */
export function ErrorScreen() {
  const t = useWords();
  const error = useRouteError();
  if (error instanceof Response || isRouteErrorResponse(error)) return <NotFoundScreen />;
  return (
    <>
      <ScreenHeader title={t('common:broken.title')} />
      <EmptyState
        title={t('common:broken.what')}
        action={<ReloadLink words={t('common:broken.reload')} />}
      />
    </>
  );
}

// A new version's files have other names, so only a whole reload helps.
const ReloadLink = ({ words }: { words: string }) => (
  <a href={location.href} target="_self" data-reload="">
    {words}
  </a>
);
