import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Reads the node's figures, texts and urgent feedback anew whenever the server says that they have changed. */
export function useNews(node: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(`/api/nodes/${node}/news`);
    source.addEventListener('figures', () => {
      const paths = ['dashboard', 'texts', 'concerns'].map((part) => `/api/nodes/${node}/${part}`);
      void client.invalidateQueries({
        predicate: ({ queryKey }) => paths.some((path) => String(queryKey[0]).startsWith(path)),
      });
    });
    return () => source.close();
  }, [client, node]);
}
