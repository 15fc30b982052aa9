import type { ReactNode } from 'react';
import { Mark } from '#ui/mark.tsx';
import style from './outer-page.module.css';
import { useWords } from './words.tsx';

/** A page that stands outside of the app's frame: signing in, and what is said when nothing can be read yet. */
export function OuterPage({ children }: { children: ReactNode }) {
  const t = useWords();
  return (
    <div className={style.page}>
      <header className={style.mark}>
        <Mark size={32} />
        {t('common:app')}
      </header>
      {children}
    </div>
  );
}
