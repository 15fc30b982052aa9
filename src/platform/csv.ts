import { stringify } from 'csv-stringify/sync';
import type { Language } from './language.ts';

/**
 * A table as CSV that the spreadsheets of the language open rightly: with a byte order mark, and where decimals have a
 * comma, semicolons between. No cell is run as a formula.
 */
export const csvTable = (rows: readonly (readonly string[])[], language: Language): string =>
  write(rows, language, true);

/** Rows that follow in a table that has begun with `csvTable`. */
export const csvRows = (rows: readonly (readonly string[])[], language: Language): string =>
  write(rows, language, false);

/** What stands between two cells. */
export const delimiterOf = (language: Language): string => (language === 'en' ? ',' : ';');

const write = (rows: readonly (readonly string[])[], language: Language, bom: boolean): string =>
  stringify(
    rows.map((row) => row.map(harmless)),
    {
      delimiter: delimiterOf(language),
      bom,
      // Some take any line end in a name for the end of the line, and a formula could begin behind it.
      quoted_match: /[\r\n]/,
    },
  );

// A text that begins so would be run as a formula by a spreadsheet: some take full-width and small signs for the same,
// and some pass over what is not seen before them. Numbers may begin with a minus. Apostrophes before it are part of what
// is to be told apart from ours.
const FORMULA = /^['\s\p{C}]*(?:[=+@＝＋－＠﹦﹢﹣﹫]|-(?![\d,.]+$))|^'*[\t\r\n]/u;

/** A cell of a CSV file that no spreadsheet runs as a formula. */
export const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** What stood there before `harmless`. */
export const unharmed = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
