import type { ReactNode } from 'react';
import { words, type Language } from '#platform/i18n.ts';
import style from './page-head.module.css';

/** The beginning of a page: where it is, its title, and one sentence. */
export function PageHead({
  title,
  lead,
  trail,
  language,
  children,
}: {
  title: string;
  lead?: string;
  /** The pages above this one. */
  trail?: readonly { readonly text: string; readonly address?: string }[];
  language: Language;
  children?: ReactNode;
}) {
  return (
    <header className={style.head}>
      <div className={style.width}>
        {trail !== undefined && (
          <nav className={style.trail} aria-label={words(language)('site:frame.place')}>
            <ol>
              {trail.map(({ text, address }) => (
                <li key={text}>{address === undefined ? text : <a href={address}>{text}</a>}</li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {lead !== undefined && <p className={style.lead}>{lead}</p>}
        {children}
      </div>
    </header>
  );
}
