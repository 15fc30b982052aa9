import {
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { type Purpose, PURPOSE_HEADER, writePurpose } from '#contract/feedback';
import type { Session as SessionView } from '#contract/identity';
import { useWords } from '#ui/words.tsx';
import { ApiProblem, problemOf } from './api-problem.ts';

export { ApiProblem } from './api-problem.ts';

/** Where the session is read; null in the cache means: nobody is signed in. */
export const SESSION = '/api/session';

/** How a change is asked for. */
export type SendMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks the API. @throws ApiProblem */
async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  headers.set('accept-language', document.documentElement.lang);
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ApiProblem({ title: '', status: 0 });
  });
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? undefined : response.json();
}

/** Sends a change once and tells how it went, for what must outlive the component that asked for it. @throws ApiProblem */
export const send = (method: SendMethod, path: string, body: unknown): Promise<unknown> =>
  ask(path, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });

/** The store of what has been read. A session that has ended is noticed by whichever request meets it first. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (!(error instanceof ApiProblem)) return;
    if (error.status === 401) client.setQueryData([SESSION], null);
    // A right was taken away meanwhile: the rail and the buttons follow.
    if (error.status === 403) void client.invalidateQueries({ queryKey: [SESSION] });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError: (error, _body, _context, { meta }) => meta?.['signsIn'] || onError(error),
    }),
    defaultOptions: {
      queries: {
        queryFn: ({ queryKey }) => ask(String(queryKey[0])),
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < 2 &&
          error instanceof ApiProblem &&
          (error.status === 0 || error.status === 503),
      },
      mutations: { retry: false },
    },
  });
  return client;
}

/** Who is signed in: null when nobody is. Asked again when one comes back to the window, so that a sign-out elsewhere is noticed. */
export function useSessionView(): UseQueryResult<SessionView | null, ApiProblem> {
  return useQuery<SessionView | null, ApiProblem>({
    queryKey: [SESSION],
    queryFn: () =>
      ask(SESSION).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }) as Promise<SessionView | null>,
  });
}

/** What is read at a path; nothing while the path is null. Asked again when a change says so, and when one comes back to the window. */
export function useGet<T>(path: string | null): UseQueryResult<T, ApiProblem> {
  return useQuery<T, ApiProblem>({ queryKey: [path], enabled: path !== null });
}

/**
 * What is read at a path where every reading is written down, with its reason where people's words are read. It is
 * asked for when its screen opens and when a change says so; coming back to the window is not another reading.
 */
export function useReading<T>(path: string, purpose?: Purpose): UseQueryResult<T, ApiProblem> {
  const reason = purpose && writePurpose(purpose);
  return useQuery<T, ApiProblem>({
    queryKey: [path, reason],
    queryFn: () =>
      ask(
        path,
        reason === undefined ? {} : { headers: { [PURPOSE_HEADER]: reason } },
      ) as Promise<T>,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** A change that can be asked for, and how it went. */
export interface Send<Body, Result> {
  /**
   * Sends it. `onDone` runs when it has been done and what it made stale has been read anew, even if that took away the
   * component that asked; not when the reader has left the screen.
   */
  readonly send: (body: Body, onDone?: (result: Result) => void) => void;
  readonly pending: boolean;
  /** What the server refused; goes with the next try. For `<Form problem>` or `<ErrorSummary>`. */
  readonly problem: ApiProblem | null;
  /** When it was last done, for `<Saved>`. */
  readonly savedAt: Date | null;
  readonly result: Result | undefined;
  readonly reset: () => void;
}

interface SendOptions {
  /** Paths that this changes: everything read at an address that begins with one of them is read anew. */
  readonly invalidate?: readonly string[];
  /** Changes that are asked for while one is on its way wait for it. */
  readonly inTurn?: boolean;
  /** A sign-in: its 401 says that the password was wrong, not that the session has ended. */
  readonly signsIn?: boolean;
}

/** A change: `useSend<NodeForm, Node>('POST', '/api/nodes/1/children', { invalidate: ['/api/nodes'] })`. DELETE sends no body. */
export function useSend<Body = void, Result = void>(
  method: SendMethod,
  path: string | ((body: Body) => string),
  { invalidate = [], inTurn = false, signsIn = false }: SendOptions = {},
): Send<Body, Result> {
  const t = useWords();
  const client = useQueryClient();
  const turn = useId();
  const mutation = useMutation<Result, ApiProblem, Body>({
    meta: { signsIn },
    ...(inTurn && { scope: { id: turn } }),
    mutationFn: async (body) => {
      const at = typeof path === 'string' ? path : path(body);
      return (await send(method, at, method === 'DELETE' ? undefined : body)) as Result;
    },
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          invalidate.some((start) => String(queryKey[0]).startsWith(start)),
      }),
  });
  const afterwards = useAfterwards();
  const { error } = mutation;
  return {
    send: (body, onDone) => afterwards(mutation.mutateAsync(body), onDone),
    pending: mutation.isPending,
    problem: error && error.status === 0 ? unreached(error, t('common:offline')) : error,
    savedAt: mutation.isSuccess ? new Date(mutation.submittedAt) : null,
    result: mutation.data,
    reset: mutation.reset,
  };
}

/** Runs what is to be done after a change. */
function useAfterwards() {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => void (mounted.current = false);
  }, []);
  return <Result>(change: Promise<Result>, onDone?: (result: Result) => void): void => {
    const screen = location.pathname;
    const finish = (result: Result): void => {
      if (mounted.current || location.pathname === screen) onDone?.(result);
    };
    // What was refused is told as the problem.
    change.then(finish, () => undefined);
  };
}

const reached = new WeakMap<ApiProblem, ApiProblem>();

/** The problem of an unreached server in words; the same object each time, so that the summary takes the focus once. */
function unreached(error: ApiProblem, title: string): ApiProblem {
  const known = reached.get(error) ?? new ApiProblem({ title, status: 0 });
  reached.set(error, known);
  return known;
}
