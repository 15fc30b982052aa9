import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { CHANNELS, type Dashboard, MONTHS } from '#contract/reports';
import type { ApiProblem } from '#staff/api.ts';

/** What the reader has chosen to see; it stands in the address, so that it can be shared. */
export interface Choice {
  readonly months: (typeof MONTHS)[number];
  readonly channel: (typeof CHANNELS)[number] | 'all';
  /** The code of a statement set; without it, the most used one is shown. */
  readonly set?: string;
}

/** The choice and how to change it. */
export function useChoice(): [Choice, (change: Partial<Choice>) => void] {
  const [address, setAddress] = useSearchParams();
  const set = address.get('set');
  const choice: Choice = {
    months: MONTHS.find((months) => months === address.get('months')) ?? MONTHS[0],
    channel: CHANNELS.find((channel) => channel === address.get('channel')) ?? 'all',
    ...(set !== null && { set }),
  };
  const change = (part: Partial<Choice>): void => {
    const next = { ...choice, ...part };
    const kept = new URLSearchParams();
    if (next.months !== MONTHS[0]) kept.set('months', next.months);
    if (next.channel !== 'all') kept.set('channel', next.channel);
    if (next.set !== undefined) kept.set('set', next.set);
    setAddress(kept, { replace: true, preventScrollReset: true });
  };
  return [choice, change];
}

/** The report. While another choice is on its way the former one stays in its place, so that nothing jumps. */
export function useDashboard(node: string, choice: Choice): UseQueryResult<Dashboard, ApiProblem> {
  return useQuery<Dashboard, ApiProblem>({
    queryKey: [`/api/nodes/${node}/dashboard?${new URLSearchParams({ ...choice })}`],
    placeholderData: keepPreviousData,
  });
}
