import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Edit, TextEdits } from './text-edits.ts';
import { useRetry } from './use-retry.ts';

/** What is being typed and not yet stored, and when something was last stored here. */
export interface TypedTexts {
  readonly texts: TextEdits;
  readonly edits: ReadonlyMap<string, Edit>;
  readonly savedAt: Date | null;
}

/** Gives what is being typed to what tells of it: the fields, whether all is stored, a clash. */
export const TypedTextsContext = createContext<TypedTexts | undefined>(undefined);

/** What is being typed around this component. */
export function useTypedTexts(): TypedTexts {
  const typed = useContext(TypedTextsContext);
  if (!typed) throw new Error('this stands within a <TypedTextsContext>');
  return typed;
}

/**
 * What is typed, at each change. What could not be sent is sent again by itself, and the browser asks before it leaves
 * while something is not yet stored.
 */
export function useEdits(texts: TextEdits): ReadonlyMap<string, Edit> {
  const edits = useSyncExternalStore(texts.subscribe, texts.all);
  useRetry(texts, edits);
  const unsaved = edits.size > 0;
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return edits;
}
