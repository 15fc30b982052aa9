import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { PURPOSE_HEADER } from '#contract/feedback';
import { type Dashboard, ROWS_HEADER } from '#contract/reports';
import { ApiProblem, problemOf } from '#staff/api-problem.ts';
import { SESSION } from '#staff/api.ts';
import { useWords } from '#ui/words.tsx';

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly set?: string;
  readonly language: string;
  /** As it travels in its header. */
  readonly purpose: string;
}

/** Fetches answers and hands them to the browser as a file; nothing of them stays in the app. `rows` is how many came. */
export function useAnswerFile({ id, slug }: Dashboard['node']): {
  fetchFile: (asked: Asked) => void;
  /** Breaks off what is under way. */
  leave: () => void;
  pending: boolean;
  problem: ApiProblem | null;
  rows: number | null;
} {
  const t = useWords();
  const client = useQueryClient();
  const control = useRef(new AbortController());
  const leave = useCallback(() => {
    control.current.abort();
    control.current = new AbortController();
  }, []);
  const mutation = useMutation<number, ApiProblem, Asked>({
    mutationFn: async ({ purpose, ...query }) => {
      const address = `/api/nodes/${id}/answers.csv?${new URLSearchParams(query)}`;
      const response = await fetch(address, {
        signal: control.current.signal,
        headers: {
          [PURPOSE_HEADER]: purpose,
          'accept-language': document.documentElement.lang,
        },
      }).catch(() => {
        throw new ApiProblem({ title: t('common:offline'), status: 0 });
      });
      if (!response.ok) throw await problemOf(response);
      // The head has come; whatever breaks from here on leaves half a file, which is not kept.
      const file = await response.blob().catch(() => {
        throw new ApiProblem({ title: t('reports:export.broken'), status: 0 });
      });
      const rows = Number(response.headers.get(ROWS_HEADER));
      if (rows > 0) save(file, `${slug}-${query.from}-${query.to}.csv`);
      return rows;
    },
    onError: ({ status }) => {
      if (status === 403) void client.invalidateQueries({ queryKey: [SESSION] });
    },
  });
  return {
    fetchFile: mutation.mutate,
    leave,
    pending: mutation.isPending,
    problem: mutation.error,
    rows: mutation.data ?? null,
  };
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
