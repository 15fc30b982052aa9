import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Channel } from '#contract/channels';
import { type Draft, type DraftElement, nameField, type TextOutcome } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { ApiProblem, send, SESSION, useGet } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { withText } from './draft-view.ts';
import { type Edit, TextEdits } from './text-edits.ts';
import { TypedTextsContext, useEdits } from './typed-texts.ts';

/** What all parts of the editor share. */
export interface Editor {
  readonly draft: Draft;
  /** Where the API has this path. */
  readonly at: string;
  readonly channels: readonly Channel[];
  readonly texts: TextEdits;
  readonly edits: ReadonlyMap<string, Edit>;
  /** When something was last stored here. */
  readonly savedAt: Date | null;
  /** Whether the person may change the path. */
  readonly editable: boolean;
  nameOf(element: DraftElement): string;
  find(anchor: string | null): DraftElement | undefined;
}

const EditorContext = createContext<Editor | undefined>(undefined);

/** The editor around this component. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('this stands within <EditorProvider>');
  return editor;
}

/** Gives the draft and what is being typed to the parts of the editor. */
export function EditorProvider({ draft, children }: { draft: Draft; children: ReactNode }) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useGet<{ channels: Channel[] }>('/api/channels');
  const at = `/api/paths/${draft.id}`;
  const { texts, savedAt } = useTexts(at);
  const edits = useEdits(texts);
  const editor = useMemo((): Editor => {
    const channels = data?.channels ?? [];
    const find = (anchor: string | null): DraftElement | undefined =>
      draft.elements.find((element) => element.anchor === anchor);
    const nameOf = ({ texts: said, channel, properties }: DraftElement): string => {
      const name = channels.find(({ id }) => id === channel)?.texts.name;
      const title = said[nameField(properties.kind)?.name ?? 'title'];
      return (
        inLanguage(
          name ?? { fi: title?.fi?.text, sv: title?.sv?.text, en: title?.en?.text },
          language,
        ) || t('paths:outline.untitled')
      );
    };
    return { draft, at, channels, texts, edits, savedAt, editable: draft.may.edit, nameOf, find };
  }, [draft, at, data, texts, edits, savedAt, language, t]);
  return (
    <EditorContext value={editor}>
      <TypedTextsContext value={editor}>{children}</TypedTextsContext>
    </EditorContext>
  );
}

function useTexts(at: string): { texts: TextEdits; savedAt: Date | null } {
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const texts = useMemo(
    () =>
      new TextEdits({
        async send(form) {
          try {
            return (await send('PUT', `${at}/texts`, form)) as TextOutcome;
          } catch (error) {
            if (error instanceof ApiProblem && error.status === 401)
              client.setQueryData([SESSION], null);
            throw error;
          }
        },
        onStored(place, stored, changedAt) {
          void client.cancelQueries({ queryKey: [`${at}/draft`] });
          client.setQueryData<Draft>(
            [`${at}/draft`],
            (draft) => draft && withText(draft, place, stored),
          );
          void client.invalidateQueries({
            predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/paths'),
          });
          if (changedAt) setSavedAt(new Date(changedAt));
        },
      }),
    [at, client],
  );
  return { texts, savedAt };
}
