import { AppError } from '#platform/errors.ts';
import { type CsvForm, readCsv } from '#platform/read-csv.ts';
import { type ColumnKey, findColumn } from './table-words.ts';

/** The largest file of a path that is taken. */
export const LARGEST_PATH_FILE = 5 * 1024 * 1024;
const MOST_ROWS = 20_000;
// A cell may hold 20,000 characters, so that it is refused by itself and not with the whole file.
const LONGEST_ROW = 100_000;

/** One row of a spreadsheet of a path. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>;
}

/** A spreadsheet of a path as it was read. */
export interface PathTable extends CsvForm {
  readonly rows: readonly TableRow[];
  /** What the file calls its columns. */
  readonly heads: Readonly<Partial<Record<ColumnKey, string>>>;
  readonly ignored: readonly string[];
}

/** Reads a spreadsheet of a path. @throws AppError `invalid` when it cannot be read as a whole. */
export async function readPathTable(file: Uint8Array): Promise<PathTable> {
  const { head, rows, ...form } = await readCsv(file, {
    knows: (cell) => findColumn(cell) !== undefined,
    rows: MOST_ROWS,
    rowLength: LONGEST_ROW,
  });
  const columns = head.map(findColumn);
  const known = columns.filter((column) => column !== undefined);
  if (!known.includes('text')) throw new AppError('invalid', 'table-without-texts');
  if (new Set(known).size < known.length) throw new AppError('invalid', 'table-column-doubled');
  return {
    ...form,
    heads: byColumn(head, columns),
    ignored: head.filter((cell, place) => cell !== '' && columns[place] === undefined),
    rows: rows.map(({ line, cells }) => ({ line, cells: byColumn(cells, columns) })),
  };
}

const byColumn = (
  cells: readonly string[],
  columns: readonly (ColumnKey | undefined)[],
): TableRow['cells'] =>
  Object.fromEntries(
    columns.flatMap((column, place) => (column ? [[column, cells[place] ?? '']] : [])),
  );
