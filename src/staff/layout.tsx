import { useCallback, useRef, useState } from 'react';
import { Outlet, useLocation, useMatch } from 'react-router';
import { ArrivalContext } from '#ui/screen-header.tsx';
import { useInnerLinks } from './inner-links.ts';
import style from './layout.module.css';
import { Rail } from './rail.tsx';
import { useSession } from './session.tsx';
import { useWords } from './words.tsx';

/** The frame of every screen: the rail, and the place where the screen stands. */
export function Layout() {
  const t = useWords();
  const takeInner = useInnerLinks();
  const arrive = useArrival();
  const node = useCurrentNode();
  const { pathname } = useLocation();
  return (
    // The links inside are links; this only takes what they would do.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={style.frame} onClick={takeInner}>
      <a href="#main" className={style.skip}>
        {t('common:skip')}
      </a>
      <Rail node={node} />
      <ExampleBanner />
      <main id="main" tabIndex={-1} className={style.main}>
        <ArrivalContext value={arrive}>
          {/* A screen of another node is another screen: nothing of the former stays. */}
          <div key={pathname} className={style.screen}>
            <Outlet />
          </div>
        </ArrivalContext>
      </main>
    </div>
  );
}

/** Says on every screen that nothing here is true, where the county is the fictional one. */
function ExampleBanner() {
  const t = useWords();
  if (document.documentElement.dataset['example'] !== '1') return null;
  return <aside className={style.example}>{t('common:example')}</aside>;
}

/** After a navigation the heading takes the focus, once; when the app has just been opened the focus stays at the top. */
function useArrival(): (heading: HTMLElement) => void {
  const { pathname, search } = useLocation();
  // The channels are one address; which of them is open stands behind its question mark.
  const place = `${pathname} ${new URLSearchParams(search).get('channel') ?? ''}`;
  const arrived = useRef(place);
  return useCallback(
    (heading) => {
      if (arrived.current === place) return;
      arrived.current = place;
      window.scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    },
    [place],
  );
}

/** The node of the address; on screens of the whole county the one that was last looked at. */
function useCurrentNode(): string | undefined {
  const { nodes, tree } = useSession();
  const named = useMatch('/staff/nodes/:node/*')?.params.node;
  const [last, setLast] = useState<string | undefined>(nodes[0]?.id);
  if (named !== undefined && named !== last && tree.find(named)) setLast(named);
  return named ?? last;
}
