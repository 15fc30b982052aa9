import { type RefObject, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { ROOT_ANCHOR } from '#contract/paths';

/**
 * When another part of the path is chosen its heading takes the focus; when a fault led here, the field that it
 * names. Fields say where they are by `data-place`: anchor, field and language.
 */
export function useArrivalFocus(): RefObject<HTMLDivElement | null> {
  const [search] = useSearchParams();
  const frame = useRef<HTMLDivElement>(null);
  const place = search.toString();
  const arrived = useRef(search.has('field') ? undefined : place);
  useEffect(() => {
    if (arrived.current === place || !frame.current) return;
    arrived.current = place;
    const parts = [
      search.get('at') ?? ROOT_ANCHOR,
      search.get('field') ?? '',
      search.get('language') ?? '',
    ];
    const field =
      findField(frame.current, parts.join('/')) ??
      findField(frame.current, parts.slice(0, 2).join('/'));
    const target = field ?? frame.current.querySelector<HTMLElement>('h2');
    target?.focus();
    target?.scrollIntoView({ block: field ? 'center' : 'nearest' });
  }, [place, search]);
  return frame;
}

// A fault of a text as a whole names no language: then its first one is meant.
const findField = (frame: HTMLElement, place: string): HTMLElement | null =>
  frame.querySelector(
    `:is([data-place="${CSS.escape(place)}"], [data-place^="${CSS.escape(`${place}/`)}"]) :is(input:not([type="hidden"]), textarea, button)`,
  );
