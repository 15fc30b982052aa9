import type { ReactNode } from 'react';
import type { Language } from '#platform/i18n.ts';
import layout from './layout.module.css';
import { PageHead } from './page-head.tsx';
import style from './message-page.module.css';

/** A page that says one thing and what to do next. */
export function MessagePage({
  title,
  lead,
  language,
  children,
}: {
  title: string;
  lead: string;
  language: Language;
  children?: ReactNode;
}) {
  return (
    <>
      <PageHead title={title} lead={lead} language={language} />
      <div className={`${layout.width} ${style.body}`}>{children}</div>
    </>
  );
}
