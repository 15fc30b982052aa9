import { useEffect } from 'react';
import type { Edit, TextEdits } from './text-edits.ts';

const TRY_EVERY = 5_000;

/** What could not be sent because the server was out of reach is sent by itself when it is back. */
export function useRetry(texts: TextEdits, edits: ReadonlyMap<string, Edit>): void {
  const waits = [...edits.values()].some(isUnreached);
  useEffect(() => {
    if (!waits) return undefined;
    const retry = (): void => void texts.retry(isUnreached);
    const timer = setInterval(retry, TRY_EVERY);
    addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      removeEventListener('online', retry);
    };
  }, [texts, waits]);
}

/** Whether nobody has looked at it yet: the network was gone, or the server could not store anything. */
const isUnreached = ({ state, problem }: Edit): boolean =>
  state === 'failed' && (!problem || problem.status === 0 || problem.status >= 500);
