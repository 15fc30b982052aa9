import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { unharmed } from './csv.ts';
import { AppError } from './errors.ts';

/** How a CSV file was written. */
export interface CsvForm {
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  readonly separator: ';' | ',' | '\t';
}

/** One row of a file: its cells, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file as it was read: its head and its rows. */
export interface Csv extends CsvForm {
  readonly head: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** What a file may be. */
export interface CsvLimits {
  /** Whether a head names a column that we know; the separator is chosen by these. */
  readonly knows: (head: string) => boolean;
  /** How many rows there may be below the head. */
  readonly rows: number;
  /** How many characters a row may have. */
  readonly rowLength: number;
}

/**
 * Reads a table, whichever of the usual programs wrote it. Lines without any content are no rows; the apostrophe that
 * keeps a cell from being run as a formula is taken off again.
 *
 * @throws AppError `invalid` when it cannot be read as a whole.
 */
export async function readCsv(file: Uint8Array, limits: CsvLimits): Promise<Csv> {
  // The workbooks of spreadsheet programs are ZIP archives, or (the old ones) compound files.
  if (beginsWith(file, [0x50, 0x4b]) || beginsWith(file, [0xd0, 0xcf, 0x11, 0xe0]))
    throw refusal('table-is-workbook');
  const { text, encoding } = decode(file);
  refuseLongLine(text, limits.rowLength);
  const separator = separatorOf(text, limits.knows);
  const [head, ...rows] = await readRows(text, separator, limits);
  if (!head) throw refusal('table-empty');
  if (rows.length > limits.rows) throw refusal('table-too-long');
  return { encoding, separator, head: head.cells, rows };
}

const beginsWith = (file: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, place) => file[place] === byte);

/** A file that cannot be read as a whole, and from which line on. */
const refusal = (code: string, line?: number): AppError =>
  new AppError('invalid', code, {
    faults: line === undefined ? [] : [{ pointer: '/file', code: 'table-line', params: { line } }],
  });

/** UTF-8 when it can be that, as no text in Windows-1252 with an ä in it can be. */
function decode(file: Uint8Array): Pick<CsvForm, 'encoding'> & { text: string } {
  if (beginsWith(file, [0xff, 0xfe]))
    return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(file) };
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(file) };
  } catch {
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(file) };
  }
}

/** No line is longer than a row may be: millions of empty cells would have no length when they are counted by theirs. */
function refuseLongLine(text: string, rowLength: number): void {
  const end = text.includes('\n') ? '\n' : '\r';
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf(end, start);
    const next = found < 0 ? text.length : found;
    if (next - start > rowLength) throw refusal('table-broken', line);
    start = next + 1;
  }
}

/** The sign that parts the first line into the most heads that we know. */
function separatorOf(text: string, knows: CsvLimits['knows']): CsvForm['separator'] {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const known = (separator: string): number =>
    head.split(separator).filter((cell) => knows(cell)).length;
  const [best] = ([';', ',', '\t'] as const).toSorted((a, b) => known(b) - known(a));
  return best!;
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

async function readRows(text: string, delimiter: string, limits: CsvLimits): Promise<CsvRow[]> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.rowLength,
  });
  const rows: CsvRow[] = [];
  let seen = 0;
  const source = Readable.from(piecesOf(text)).pipe(parser);
  try {
    for await (const { record, info } of source as AsyncIterable<ParsedRecord>) {
      seen += 1;
      if (seen > 2 * limits.rows) throw refusal('table-too-long');
      if (record.every((cell) => cell.trim() === '')) continue;
      // A cell may hold line ends; the line is the one where its row begins.
      const within = record.join('').split(/\r\n|[\r\n]/).length - 1;
      // Empty cells beyond the last head belong to no column; words there stay, to be refused and not lost.
      const width = rows[0]?.cells.length ?? record.length;
      const written = record.findLastIndex((cell) => cell.trim() !== '') + 1;
      const cells = record
        .slice(0, Math.max(width, written))
        .map((cell) => unharmed(cell.normalize('NFC').trim()));
      rows.push({ line: info.lines - within, cells });
      // The head and one row too many: the rest need not be looked at.
      if (rows.length > limits.rows + 1) break;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refusal('table-broken', (rows.at(-1)?.line ?? 0) + 1);
  }
  return rows;
}
