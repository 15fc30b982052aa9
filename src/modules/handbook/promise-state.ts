import type { Entry } from './contract.ts';
import { Threshold } from './threshold.ts';

/** Why nothing can rest on an entry today. */
export type EntryTrouble = 'missing' | 'ended' | 'limit';

/**
 * Why a path cannot rest on an entry on that day: it is not in the handbook or out of use, a promise that has ended, or
 * one with a limit that does not say everything (rule 10). None: it can.
 */
export function troubleOf(
  entry: Pick<Entry, 'retired' | 'properties'> | undefined,
  today: string,
): EntryTrouble | undefined {
  if (!entry || entry.retired) return 'missing';
  const { properties } = entry;
  if (properties.kind !== 'promise') return undefined;
  if (properties.validTo !== null && properties.validTo < today) return 'ended';
  return properties.thresholds.every((limit) => Threshold.safeParse(limit).success)
    ? undefined
    : 'limit';
}

/** Whether a promise is given on that day. */
export const isInForce = (
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
  today: string,
): boolean => (validFrom === null || validFrom <= today) && (validTo === null || validTo >= today);
