import { useMutation } from '@tanstack/react-query';
import type { InvitationOrder } from '#contract/collection';
import { ApiProblem, problemOf } from '#staff/api-problem.ts';
import { useWords } from '#ui/words.tsx';

/** Orders invitations and hands their table to the browser as a file. Nothing of it stays in the app. */
export function useInvitationTable(): {
  send: (order: InvitationOrder) => void;
  pending: boolean;
  problem: ApiProblem | null;
  made: number | null;
} {
  const t = useWords();
  const mutation = useMutation<number, ApiProblem, InvitationOrder>({
    mutationFn: async (order) => {
      const response = await fetch('/api/invitations/table', {
        method: 'POST',
        body: JSON.stringify(order),
        headers: {
          'content-type': 'application/json',
          'accept-language': document.documentElement.lang,
        },
      }).catch(() => {
        throw new ApiProblem({ title: t('common:offline'), status: 0 });
      });
      if (!response.ok) throw await problemOf(response);
      save(await response.blob());
      return order.count;
    },
  });
  return {
    send: mutation.mutate,
    pending: mutation.isPending,
    problem: mutation.error,
    made: mutation.data ?? null,
  };
}

function save(file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'polku-invitations.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
