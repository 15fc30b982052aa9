import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import style from './notice.module.css';

/** What a notice is about. `urgent` must be answered today. */
export type NoticeKind = 'info' | 'success' | 'warning' | 'urgent';

const ICONS = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  urgent: 'alert',
} as const satisfies Record<NoticeKind, IconName>;

interface NoticeProps {
  kind?: NoticeKind;
  title?: string;
  /** A button or a link at the end. */
  action?: ReactNode;
  /** It comes up after something the reader did, and is read aloud. */
  live?: boolean;
  children?: ReactNode;
}

/** A message in the flow of a screen. */
export function Notice({ kind = 'info', title, action, live, children }: NoticeProps) {
  return (
    <div
      className={classNames(style.notice, style[kind])}
      {...(live && { role: 'status' })}
      data-whole=""
    >
      <Icon name={ICONS[kind]} />
      <div className={style.text}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className={style.action}>{action}</div>}
    </div>
  );
}
