import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ApiProblem } from '#staff/api.ts';

const CLASHES = new Set(['/problems/action-changed', '/problems/reply-changed']);

/** Whether the refusal is a clash with somebody else's change, which is then read from `path`. */
export function useClash(problem: ApiProblem | null, path: string): boolean {
  const client = useQueryClient();
  const clash = problem !== null && CLASHES.has(problem.type);
  useEffect(() => {
    if (clash) void client.invalidateQueries({ queryKey: [path], exact: true });
  }, [clash, client, path]);
  return clash;
}

/**
 * The revision that the reader has seen: the one that stood when the form was opened, until a clash shows them a newer
 * one. Without this a reading in the background would let them write over what they never saw.
 */
export function useSeen(
  current: number,
  problem: ApiProblem | null,
  path: string,
): { seen: number; clash: boolean } {
  const [opened] = useState(current);
  const [clashed, setClashed] = useState(false);
  const clash = useClash(problem, path);
  if (clash && !clashed) setClashed(true);
  return { seen: clashed ? current : opened, clash: clashed };
}
