import { type Key, useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { type Column, Table } from '#ui/table.tsx';

const AT_ONCE = 100;

interface PagedTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => Key;
}

/** What is told of the rows of a file, a hundred at a time. */
export function PagedTable<Row>({ rows, ...table }: PagedTableProps<Row>) {
  const t = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  const left = Math.min(AT_ONCE, rows.length - shown);
  return (
    <>
      <Table {...table} stacks dense captionHidden rows={rows.slice(0, shown)} />
      {left > 0 && (
        <Button onPress={() => setShown(shown + AT_ONCE)}>
          {t('common:file.more', { count: left })}
        </Button>
      )}
    </>
  );
}
