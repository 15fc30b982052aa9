import type { ReactNode } from 'react';
import style from './link.module.css';

interface LinkProps {
  href: string;
  /** Opens beside; the words must say so. */
  newTab?: boolean;
  download?: string;
  label?: string;
  lang?: string;
  children: ReactNode;
}

/** A link in text. The staff app takes those within itself without loading the page anew. */
export function Link({ href, newTab, download, label, lang, children }: LinkProps) {
  return (
    <a
      href={href}
      className={style.link}
      download={download}
      aria-label={label}
      hrefLang={lang}
      lang={lang}
      {...(newTab && { target: '_blank', rel: 'noreferrer' })}
    >
      {children}
    </a>
  );
}
