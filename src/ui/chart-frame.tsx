import type { ReactNode } from 'react';
import style from './chart-frame.module.css';

interface ChartFrameProps {
  /** What the signs mean: bands, dashes, gaps. */
  caption: ReactNode;
  chart: ReactNode;
  /** The words that open the table, such as "Näytä taulukkona". */
  tableLabel: string;
  /** The same figures as a table: it is the master, the chart only shows it. */
  table: ReactNode;
}

/** A chart with its caption and the equal table. */
export function ChartFrame({ caption, chart, tableLabel, table }: ChartFrameProps) {
  return (
    <figure className={style.frame}>
      {chart}
      <figcaption className={style.caption}>{caption}</figcaption>
      <details className={style.table}>
        <summary>{tableLabel}</summary>
        {table}
      </details>
    </figure>
  );
}
