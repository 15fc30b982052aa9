import { useQueryClient } from '@tanstack/react-query';
import type { Action } from '#contract/development';
import { type Send, type SendMethod, useSend } from '#staff/api.ts';

/**
 * A change of an action, which answers with the whole action: it is taken as read, so that nothing is asked twice. The
 * words of its sources are asked for anew only when they are others, as each reading of them is written down.
 */
export function useActionSend<Body>(
  method: SendMethod,
  action: string,
  at = '',
): Send<Body, Action> {
  const client = useQueryClient();
  const path = `/api/actions/${action}`;
  const { send, ...rest } = useSend<Body, Action>(method, path + at);
  return {
    ...rest,
    send(body, onDone) {
      send(body, (result) => {
        const before = client.getQueryData<Action>([path]);
        client.setQueryData([path], result);
        void client.invalidateQueries({
          predicate: ({ queryKey }) => String(queryKey[0]).endsWith('/actions'),
        });
        if (before?.sources.join() !== result.sources.join())
          void client.invalidateQueries({ queryKey: [`${path}/sources`] });
        onDone?.(result);
      });
    },
  };
}
