import { AppError } from '#platform/errors.ts';
import { readCsv } from '#platform/read-csv.ts';
import type { TableOutcome } from './contract.ts';
import { type ColumnKey, findColumn } from './table-columns.ts';

/** The largest file that is taken. */
export const LARGEST_TABLE = 5 * 1024 * 1024;
const MOST_ROWS = 20_000;
const LARGEST_ROW = 20_000;

/** One line of a file: its cells by column, or only how many there were when that is not as many as the head has. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>;
  readonly isWhole: boolean;
}

/** A file as it was read. */
export interface Table extends Pick<TableOutcome, 'encoding' | 'separator' | 'ignored'> {
  readonly columns: ReadonlySet<ColumnKey>;
  readonly rows: readonly TableRow[];
}

/**
 * Reads a file of nodes, whichever of the usual programs wrote it. Lines without any content are no rows.
 * @throws AppError `invalid` when it cannot be read as a whole.
 */
export async function readTable(file: Uint8Array): Promise<Table> {
  const { encoding, separator, head, rows } = await readCsv(file, {
    knows: (cell) => findColumn(cell) !== undefined,
    rows: MOST_ROWS,
    rowLength: LARGEST_ROW,
  });
  const columns = head.map(findColumn);
  const known = columns.filter((column) => column !== undefined);
  if (!known.includes('code')) throw new AppError('invalid', 'table-without-codes');
  const doubled = known.find((column, place) => known.indexOf(column) !== place);
  if (doubled) throw new AppError('invalid', 'table-column-doubled');
  return {
    encoding,
    separator,
    columns: new Set(known),
    ignored: head.filter((cell, place) => cell !== '' && columns[place] === undefined),
    rows: rows.map(({ cells, line }) => rowOf(cells, line, columns)),
  };
}

function rowOf(
  record: readonly string[],
  line: number,
  columns: readonly (ColumnKey | undefined)[],
): TableRow {
  const cells: Partial<Record<ColumnKey, string>> = {};
  for (const [place, column] of columns.entries())
    if (column !== undefined) cells[column] = record[place] ?? '';
  const beyond = record.slice(columns.length);
  return {
    line,
    cells,
    isWhole: record.length >= columns.length && beyond.every((cell) => cell === ''),
  };
}
