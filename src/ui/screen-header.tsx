import { createContext, Fragment, type ReactNode, useContext, useEffect, useRef } from 'react';
import { Link } from './link.tsx';
import style from './screen-header.module.css';
import { useWords } from './words.tsx';

/** Called with a screen's heading when the screen has come up; the app gives it the focus after a navigation. */
export const ArrivalContext = createContext<(heading: HTMLElement) => void>(() => {});

interface ScreenHeaderProps {
  title: string;
  /** The way here from the top, without this screen. */
  breadcrumb?: readonly { readonly label: string; readonly href?: string | undefined }[];
  /** One sentence on what is done here. */
  lead?: ReactNode;
  /** Buttons and choices at the end of the line. */
  actions?: ReactNode;
}

/** The head of every staff screen: the document's title, the heading that takes the focus on arrival, its actions. */
export function ScreenHeader({ title, breadcrumb, lead, actions }: ScreenHeaderProps) {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const arrive = useContext(ArrivalContext);
  useEffect(() => {
    document.title = `${title} – Polku`;
  }, [title]);
  useEffect(() => {
    if (heading.current) arrive(heading.current);
  }, [arrive]);
  return (
    <header className={style.header}>
      {breadcrumb && breadcrumb.length > 0 && (
        <nav aria-label={t('common:breadcrumb')} className={style.breadcrumb}>
          {breadcrumb.map(({ label, href }, index) => (
            <Fragment key={href ?? label}>
              {index > 0 && <span aria-hidden="true"> › </span>}
              {href ? <Link href={href}>{label}</Link> : <span>{label}</span>}
            </Fragment>
          ))}
        </nav>
      )}
      <div className={style.words}>
        <h1 ref={heading} tabIndex={-1} className={style.title}>
          {title}
        </h1>
        {lead && <p className={style.lead}>{lead}</p>}
      </div>
      {actions && <div className={style.actions}>{actions}</div>}
    </header>
  );
}
