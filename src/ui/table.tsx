/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a stacked table is laid out as blocks, which takes the implicit roles away */
import { type Key, type ReactNode, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import style from './table.module.css';

/** A column: its head, and what it shows of a row. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right and in columns. */
  readonly numeric?: boolean;
  /** This cell names its row. */
  readonly rowHead?: boolean;
  /** The head is for those who do not see the table, such as above a column of buttons. */
  readonly headHidden?: boolean;
}

interface TableProps<Row> {
  caption: string;
  /** The caption is read but not shown, when a heading right above says the same. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => Key;
  /** On a phone each row becomes a card with its heads inside, instead of a table that is scrolled sideways. */
  stacks?: boolean;
  /** Closer rows, for figures. */
  dense?: boolean;
  /** What stands under the table: what the signs mean, where it comes from. */
  note?: ReactNode;
}

/** A plain table. When it is wider than its place it can be scrolled, by keyboard too. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  keyOf,
  stacks,
  dense,
  note,
}: TableProps<Row>) {
  const { ref, overflowing } = useOverflow();
  return (
    <div className={style.frame}>
      <div
        ref={ref}
        className={style.scroll}
        {...(overflowing && { role: 'region', 'aria-label': caption, tabIndex: 0 })}
      >
        <table
          role="table"
          className={classNames(style.table, dense && style.dense, stacks && style.stacks)}
        >
          <caption className={captionHidden ? style.hidden : style.caption}>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ key, head, numeric, headHidden }) => (
                <th
                  key={key}
                  scope="col"
                  role="columnheader"
                  className={numeric ? style.numeric : undefined}
                >
                  {headHidden ? <span className={style.hidden}>{head}</span> : head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={keyOf(row)} role="row">
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note && <p className={style.note}>{note}</p>}
    </div>
  );
}

function Cell<Row>({
  column: { head, cell, numeric, rowHead, headHidden },
  row,
}: {
  column: Column<Row>;
  row: Row;
}) {
  const content = cell(row);
  if (rowHead) {
    return (
      <th scope="row" role="rowheader" className={style.rowHead}>
        {content}
      </th>
    );
  }
  return (
    <td
      role="cell"
      className={numeric ? style.numeric : undefined}
      data-head={headHidden ? undefined : head}
    >
      {content}
    </td>
  );
}

/** Whether the content is wider than its frame: only then the frame is a stop for the keyboard. */
function useOverflow() {
  const ref = useRef<HTMLDivElement>(null);
  const [overflowing, setOverflowing] = useState(false);
  useEffect(() => {
    const frame = ref.current;
    if (!frame) return undefined;
    const observer = new ResizeObserver(() =>
      setOverflowing(frame.scrollWidth > frame.clientWidth + 1),
    );
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  return { ref, overflowing };
}
