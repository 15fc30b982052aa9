// A text that begins so would be run as a formula by a spreadsheet; some take the full-width signs for the same.
// Numbers may begin with a minus. Apostrophes before it are part of what is to be told apart from ours.
const FORMULA = /^'*(?:[=+@\t\r＝＋－＠]|-(?![\d,.]+$))/;

/** A cell of a CSV file that no spreadsheet runs as a formula. */
export const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** What stood there before `harmless`. */
export const unharmed = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
