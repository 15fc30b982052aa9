import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Entry, EntryTextForm, EntryTextOutcome, Handbook } from '#contract/handbook';
import { ApiProblem, send, SESSION } from '#staff/api.ts';
import { type Place, type Stored, TextEdits } from '#staff/paths/text-edits.ts';
import { TypedTextsContext, useEdits } from '#staff/paths/typed-texts.ts';

/** What the parts of an entry's editor share. */
export interface EntryEditor {
  readonly handbook: Handbook;
  readonly entry: Entry;
  /** Where the API has this entry. */
  readonly at: string;
  readonly editable: boolean;
}

const EntryContext = createContext<EntryEditor | undefined>(undefined);

/** The editor around this component. */
export function useEntryEditor(): EntryEditor {
  const editor = useContext(EntryContext);
  if (!editor) throw new Error('this stands within <EntryEditorProvider>');
  return editor;
}

const HANDBOOK = '/api/handbook';

/** Gives an entry and what is being typed in it to the parts of its editor. */
export function EntryEditorProvider({
  handbook,
  entry,
  children,
}: {
  handbook: Handbook;
  entry: Entry;
  children: ReactNode;
}) {
  const at = `${HANDBOOK}/entries/${entry.id}`;
  const { texts, savedAt } = useTexts(at);
  const edits = useEdits(texts);
  const editor = useMemo(
    () => ({ handbook, entry, at, editable: handbook.may.edit }),
    [handbook, entry, at],
  );
  const typed = useMemo(() => ({ texts, edits, savedAt }), [texts, edits, savedAt]);
  return (
    <EntryContext value={editor}>
      <TypedTextsContext value={typed}>{children}</TypedTextsContext>
    </EntryContext>
  );
}

function useTexts(at: string): { texts: TextEdits; savedAt: Date | null } {
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const texts = useMemo(
    () =>
      new TextEdits({
        async send({ field, language: variant, text, expectedRevision }) {
          const form: EntryTextForm = { field, variant, text, expectedRevision };
          try {
            return (await send('PUT', `${at}/texts`, form)) as EntryTextOutcome;
          } catch (error) {
            if (error instanceof ApiProblem && error.status === 401)
              client.setQueryData([SESSION], null);
            throw error;
          }
        },
        onStored(place, stored, changedAt) {
          void client.cancelQueries({ queryKey: [HANDBOOK] });
          client.setQueryData<Handbook>(
            [HANDBOOK],
            (handbook) => handbook && withText(handbook, place, stored),
          );
          void client.invalidateQueries({ queryKey: [HANDBOOK] });
          if (changedAt) setSavedAt(new Date(changedAt));
        },
      }),
    [at, client],
  );
  return { texts, savedAt };
}

/** The handbook with one text as it has just been stored; the server's own view follows. */
function withText(handbook: Handbook, place: Place, { text, revision }: Stored): Handbook {
  const change = (entry: Entry): Entry => {
    if (entry.id !== place.anchor) return entry;
    const { [place.language]: _, ...others } = entry.texts[place.field] ?? {};
    const said =
      revision === null
        ? others
        : { ...others, [place.language]: { text, revision, stale: false } };
    return { ...entry, texts: { ...entry.texts, [place.field]: said } };
  };
  return { ...handbook, entries: handbook.entries.map(change) };
}
