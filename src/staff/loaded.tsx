import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.tsx';
import type { ApiProblem } from './api-problem.ts';

/** What is being read, and how it is shown. */
export interface LoadedProps<T> {
  query: UseQueryResult<T, ApiProblem>;
  children: (data: T) => ReactNode;
}

/** The address names what cannot be: its id is none. */
const MISTYPED = 422;

/** What asking again does not change: it is not for this reader, or not there. */
const FINAL: ReadonlySet<number> = new Set([403, 404, MISTYPED]);

/** Shows what has been read; until then that it is on its way, and when it fails why. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  const t = useWords();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Loading />;
  const titleOf = ({ status, title }: ApiProblem): string =>
    status === MISTYPED ? t('common:notFound.what') : title || t('common:offline');
  return (
    <Notice
      kind="warning"
      live
      title={titleOf(query.error)}
      action={
        !FINAL.has(query.error.status) && (
          <Button onPress={() => void query.refetch()}>{t('common:tryAgain')}</Button>
        )
      }
    >
      {query.error.status >= 500 && query.error.instance && (
        <p>{t('common:errorReference', { reference: query.error.instance })}</p>
      )}
    </Notice>
  );
}
