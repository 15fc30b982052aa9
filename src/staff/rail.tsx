import { useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { inLanguage } from '#platform/language.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icon.tsx';
import { Mark } from '#ui/mark.tsx';
import { AccountMenu } from '#staff/identity/account-menu.tsx';
import { NodePicker } from '#staff/organisation/node-picker.tsx';
import { type Place, placesOfCounty, placesOfNode } from './navigation.ts';
import style from './rail.module.css';
import { useSession } from './session.tsx';
import { useLanguage, useWords } from './words.tsx';

/** The brand rail with the ways through the app; on a phone a bar with a menu. */
export function Rail({ node }: { node: string | undefined }) {
  const t = useWords();
  const session = useSession();
  const { open, toggle, turn } = useMenu();
  const content = useId();
  return (
    <header className={style.rail}>
      <div className={style.bar}>
        <a href="/staff" className={style.mark}>
          <Mark size={26} />
          {t('common:app')}
        </a>
        <button
          type="button"
          className={style.toggle}
          aria-expanded={open}
          aria-controls={content}
          onClick={turn}
          ref={toggle}
        >
          <Icon name={open ? 'close' : 'menu'} />
          {t('common:menu')}
        </button>
      </div>
      <div id={content} className={classNames(style.content, open && style.open)}>
        {node && <Where node={node} />}
        {node && <Places label={t('common:nav.ofNode')} places={placesOfNode(session, node)} />}
        <Places label={t('common:nav.ofCounty')} places={placesOfCounty(session)} titled />
        <AccountMenu />
      </div>
    </header>
  );
}

/** The node one is at: chosen from several, or the only one there is. */
function Where({ node }: { node: string }) {
  const language = useLanguage();
  const { nodes, tree } = useSession();
  if (nodes.length > 1) return <NodePicker node={node} />;
  return <p className={style.where}>{inLanguage(tree.find(node)?.name ?? {}, language)}</p>;
}

/** Whether the phone's menu is open; going somewhere closes it, and so does Esc. */
function useMenu() {
  const { key } = useLocation();
  const toggle = useRef<HTMLButtonElement>(null);
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === key;
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      setOpenAt(null);
      toggle.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  return { open, toggle, turn: () => setOpenAt(open ? null : key) };
}

function Places({
  label,
  places,
  titled,
}: {
  label: string;
  places: readonly Place[];
  titled?: boolean;
}) {
  const t = useWords();
  const { pathname } = useLocation();
  const title = useId();
  if (places.length === 0) return null;
  return (
    <nav
      className={style.places}
      {...(titled ? { 'aria-labelledby': title } : { 'aria-label': label })}
    >
      {titled && (
        <p id={title} className={style.title}>
          {label}
        </p>
      )}
      <ul>
        {places.map(({ key, href }) => (
          <li key={key}>
            <a href={href} aria-current={isAt(pathname, href, places) ? 'page' : undefined}>
              {t(`common:nav.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whether the address is this place or within it, and no other place lies nearer. */
function isAt(pathname: string, href: string, places: readonly Place[]): boolean {
  const within = (at: string): boolean => pathname === at || pathname.startsWith(`${at}/`);
  return (
    within(href) && !places.some((other) => other.href.length > href.length && within(other.href))
  );
}
