import { useState } from 'react';
import { type Send, useSend } from '#staff/api.ts';

type Named = Record<string, unknown>;

/** What was sent last, and what the writer had before them of it. */
interface Written {
  readonly mine: Named;
  readonly before: Named;
}

interface SavingChanges {
  readonly saving: Send<Named, void>;
  readonly written: Written;
  /** What is shown: what is stored, and over it what is on its way. */
  readonly shown: Named;
  /** Counts what was decided after clashes; fields that keep what is typed begin anew with each. */
  readonly round: number;
  /** Stores what was chosen after a clash. */
  decide(form: Named, theirs: Named): void;
}

/**
 * Stores by `PUT` those properties that differ from what is shown, together with what is shown of them, so that nobody’s
 * are overwritten unseen. Changes that follow at once are sent one after the other.
 */
export function useSavingChanges(
  at: string,
  stored: Named,
  invalidate: readonly string[],
): SavingChanges {
  const [written, setWritten] = useState<Written>({ mine: {}, before: {} });
  const [sent, setSent] = useState<Named>({});
  const [round, setRound] = useState(0);
  const { send, ...rest } = useSend<Named & { before: Named }>('PUT', at, {
    invalidate,
    inTurn: true,
  });
  const shown = rest.pending ? { ...stored, ...sent } : stored;
  const store = (mine: Named, before: Named, onDone?: () => void): void => {
    setWritten({ mine, before });
    setSent(rest.pending ? { ...sent, ...mine } : mine);
    send({ ...mine, before }, onDone);
  };
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
    shown,
    round,
    decide: (form, theirs) => store(form, theirs, () => setRound(round + 1)),
  };
}
