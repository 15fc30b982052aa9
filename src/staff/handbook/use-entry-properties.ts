import type { Properties } from '#contract/handbook';
import { type Send, useSend } from '#staff/api.ts';
import { useEntryEditor } from './entry-editor.tsx';

/** Stores the properties of an entry. */
export function useEntryProperties(): Send<Properties, void> {
  const { at } = useEntryEditor();
  return useSend<Properties>('PUT', `${at}/properties`, { invalidate: ['/api/handbook'] });
}
