import type { DraftElement } from '#contract/paths';
import { type Send, useSend } from '#staff/api.ts';
import { useEditor } from './editor.tsx';

/** Stores some properties of a part; the others stay as they are. */
export function useProperties({
  anchor,
}: DraftElement): Send<Readonly<Record<string, unknown>>, void> {
  const { at } = useEditor();
  return useSend<Readonly<Record<string, unknown>>>('PUT', `${at}/elements/${anchor}/properties`, {
    invalidate: ['/api/paths'],
  });
}
