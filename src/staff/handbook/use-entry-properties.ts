import { createContext, use, useState } from 'react';
import type { EntryChange, Properties } from '#contract/handbook';
import { type Send, useSend } from '#staff/api.ts';
import { useEntryEditor } from './entry-editor.tsx';

type Named = Record<string, unknown>;

/** How the properties of the entry at hand are stored. */
export const SavingProperties = createContext<Send<Properties, void> | null>(null);

/** Stores the properties of an entry. */
export function useEntryProperties(): Send<Properties, void> {
  const saving = use(SavingProperties);
  if (!saving) throw new Error('outside of the properties of an entry');
  return saving;
}

/** What was sent last, and what the writer had before them of it. */
interface Written {
  readonly mine: Named;
  readonly before: Named;
}

/**
 * Stores those properties that differ from what is shown, together with what is shown of them, so that nobody’s are
 * overwritten unseen. `decide` stores what was chosen after a clash; the fields begin anew with each `round`.
 */
export function useSavingProperties(): {
  saving: Send<Properties, void>;
  written: Written;
  round: number;
  decide(form: Named, theirs: Named): void;
} {
  const { at, entry } = useEntryEditor();
  const [written, setWritten] = useState<Written>({ mine: {}, before: {} });
  const [round, setRound] = useState(0);
  const { send, ...rest } = useSend<EntryChange>('PUT', `${at}/properties`, {
    invalidate: ['/api/handbook'],
  });
  const store = (mine: Named, before: Named, onDone?: () => void): void => {
    setWritten({ mine, before });
    send({ ...mine, before }, onDone);
  };
  const shown = entry.properties as unknown as Named;
  return {
    saving: {
      ...rest,
      send(next, onDone) {
        const changed = Object.entries(next).filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(shown[name]),
        );
        const before = changed.map(([name]) => [name, shown[name]]);
        store(Object.fromEntries(changed), Object.fromEntries(before), onDone);
      },
    },
    written,
    round,
    decide: (form, theirs) => store(form, theirs, () => setRound(round + 1)),
  };
}
