import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to `selector` within the element when `state` has changed, so that those who use a keyboard are not
 * thrown to the top when the button that they pressed is gone. A focus that is elsewhere is left alone.
 */
export function useFocusAfter<Of extends HTMLElement = HTMLDivElement>(
  state: string | boolean,
  selector: string,
): RefObject<Of | null> {
  const element = useRef<Of>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    const { activeElement } = document;
    const free = activeElement === null || activeElement === document.body;
    if (free || element.current?.contains(activeElement)) {
      element.current?.querySelector<HTMLElement>(selector)?.focus();
    }
  }, [state, selector]);
  return element;
}
