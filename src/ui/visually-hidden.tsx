import type { ReactNode } from 'react';
import style from './visually-hidden.module.css';

/** Words for those who do not see the screen. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={style.hidden}>{children}</span>
);
