import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { unharmed } from '#platform/csv.ts';
import { AppError } from '#platform/errors.ts';
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
  const { text, encoding } = decode(file);
  const separator = separatorOf(text);
  const records = await readRecords(text, separator);
  const [head, ...rest] = records;
  if (!head) throw refusal('table-empty');
  const columns = head.record.map(findColumn);
  const known = columns.filter((column) => column !== undefined);
  if (!known.includes('code')) throw refusal('table-without-codes');
  const doubled = known.find((column, place) => known.indexOf(column) !== place);
  if (doubled) throw refusal('table-column-doubled');
  if (rest.length > MOST_ROWS) throw refusal('table-too-long');
  return {
    encoding,
    separator,
    columns: new Set(known),
    ignored: head.record.filter((cell, place) => cell !== '' && columns[place] === undefined),
    rows: rest.map(({ record, line }) => rowOf(record, line, columns)),
  };
}

const refusal = (code: string, line?: number): AppError =>
  new AppError('invalid', code, {
    faults: line === undefined ? [] : [{ pointer: '/file', code: 'table-line', params: { line } }],
  });

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

/** UTF-8 when it can be that, as no text in Windows-1252 with an ä in it can be. */
function decode(file: Uint8Array): Pick<TableOutcome, 'encoding'> & { text: string } {
  if (file[0] === 0xff && file[1] === 0xfe)
    return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(file) };
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(file) };
  } catch {
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(file) };
  }
}

/** The sign that parts the first line into the most heads that we know. */
function separatorOf(text: string): TableOutcome['separator'] {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const known = (separator: string): number =>
    head.split(separator).filter((cell) => findColumn(cell)).length;
  const [best] = ([';', ',', '\t'] as const).toSorted((a, b) => known(b) - known(a));
  return best!;
}

interface FileRecord {
  readonly record: string[];
  readonly line: number;
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

// Read piece by piece, so that others are served between.
const PIECE = 8 * 1024;

async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += PIECE) {
    yield text.slice(start, start + PIECE);
    await setImmediate();
  }
}

async function readRecords(text: string, delimiter: string): Promise<FileRecord[]> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LARGEST_ROW,
  });
  const records: FileRecord[] = [];
  let seen = 0;
  const source = Readable.from(piecesOf(text)).pipe(parser);
  try {
    for await (const { record, info } of source as AsyncIterable<ParsedRecord>) {
      seen += 1;
      if (seen > 2 * MOST_ROWS) throw refusal('table-too-long');
      if (record.every((cell) => cell.trim() === '')) continue;
      // A cell may hold line ends; the line is the one where its row begins.
      const within = record.join('').split(/\r\n|[\r\n]/).length - 1;
      const cells = record.map((cell) => unharmed(cell.normalize('NFC').trim()));
      records.push({ line: info.lines - within, record: cells });
      // The head and one row too many: the rest need not be looked at.
      if (records.length > MOST_ROWS + 1) break;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refusal('table-broken', (records.at(-1)?.line ?? 0) + 1);
  }
  return records;
}
