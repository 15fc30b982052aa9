import { type MouseEvent, useCallback } from 'react';
import { useNavigate } from 'react-router';

/**
 * Takes clicks on links within the staff app without loading the page anew. So links are plain `<a href>` everywhere,
 * and components of `#ui` need to know no router.
 */
export function useInnerLinks(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return useCallback(
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !isInner(event, link)) return;
      event.preventDefault();
      void navigate(link.pathname + link.search + link.hash);
    },
    [navigate],
  );
}

function isInner(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const plain =
    event.button === 0 &&
    !event.defaultPrevented &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey;
  const here = link.origin === location.origin && /^\/staff(\/|$)/.test(link.pathname);
  const anchor =
    link.hash !== '' && link.pathname === location.pathname && link.search === location.search;
  return (
    plain &&
    here &&
    !anchor &&
    !link.target &&
    !link.hasAttribute('download') &&
    !link.hasAttribute('data-reload')
  );
}
