import type { ReactNode } from 'react';
import style from './empty-state.module.css';

/** Says that there is nothing yet, why, and what to do. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={style.empty}>
      <p className={style.title}>{title}</p>
      {children && <div>{children}</div>}
      {action && <div className={style.action}>{action}</div>}
    </div>
  );
}
