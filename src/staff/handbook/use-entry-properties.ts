import { createContext, use } from 'react';
import type { Properties } from '#contract/handbook';
import type { Send } from '#staff/api.ts';

interface Saving extends Send<Properties, void> {
  /** The properties as they are shown: what is stored, and over it what is on its way. */
  readonly shown: Properties;
}

/** How the properties of the entry at hand are stored. */
export const SavingProperties = createContext<Saving | null>(null);

/** The properties of an entry, and how they are stored. */
export function useEntryProperties(): Saving {
  const saving = use(SavingProperties);
  if (!saving) throw new Error('outside of the properties of an entry');
  return saving;
}
