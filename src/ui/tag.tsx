import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import style from './tag.module.css';

/** What a tag's colour repeats; its words say it. */
export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'info';

/** A state in a word or two, such as "epätarkka". The colour only repeats what the words say. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classNames(style.tag, style[tone])}>{children}</span>;
}
