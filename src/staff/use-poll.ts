import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const EVERY_MS = 2_000;

/** Reads anew what stands at a path, again and again, while something is under way. */
export function usePoll(path: string, active: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: [path] }), EVERY_MS);
    return () => clearInterval(timer);
  }, [client, path, active]);
}
