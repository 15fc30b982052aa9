import type { DraftElement, Properties } from '#contract/paths';
import { type Send, useSend } from '#staff/api.ts';
import { useEditor } from './editor.tsx';

/** Stores the properties of a part. */
export function useProperties({ anchor }: DraftElement): Send<Properties, void> {
  const { at } = useEditor();
  return useSend<Properties>('PUT', `${at}/elements/${anchor}/properties`, {
    invalidate: ['/api/paths'],
  });
}
