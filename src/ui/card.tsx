import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import style from './card.module.css';

interface CardProps {
  title?: ReactNode;
  /** The heading's level; 2 below the screen's own heading. */
  level?: 2 | 3;
  /** What stands at the end of the heading's line: a tag, a small button. */
  aside?: ReactNode;
  /** What stands below a line at the foot. */
  footer?: ReactNode;
  /** A quiet, small heading, as above a single figure. */
  figure?: boolean;
  children: ReactNode;
}

/** A white card on the wash; with a title it is a region that can be found by it. */
export function Card({ title, level = 2, aside, footer, figure, children }: CardProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={style.card} aria-labelledby={title ? id : undefined}>
      {(title || aside) && (
        <div className={style.head}>
          {title && (
            <Heading id={id} className={classNames(style.title, figure && style.small)}>
              {title}
            </Heading>
          )}
          {aside}
        </div>
      )}
      {children}
      {footer && <div className={style.footer}>{footer}</div>}
    </section>
  );
}

/** Cards side by side where there is room; `columns` is how many there may be at most. */
export function CardGrid({ columns = 3, children }: { columns?: 2 | 3; children: ReactNode }) {
  return (
    <div className={classNames(style.grid, columns === 2 ? style.two : style.three)}>
      {children}
    </div>
  );
}
