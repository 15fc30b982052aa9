/** What spreadsheets take for the beginning of a formula, in any of the widths in which some of them know it. */
const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  '﹦',
  '﹢',
  '﹣',
  '﹫',
];

/** What may stand before it: nothing, what is not seen, what already stands for text, and what ends a cell too early. */
const LEADS = ['', '\u200b', "'", '";'];

/** Sixty beginnings that a spreadsheet could run. */
export const FORMULA_PREFIXES: readonly string[] = LEADS.flatMap((lead) =>
  SIGNS.map((sign) => `${lead}${sign}`),
);

/** Whether a spreadsheet could run a cell; a number may begin with its sign. */
export const isLive = (cell: string): boolean =>
  /^[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u.test(cell) && !/^-[\d.,]+$/.test(cell);

/** The cells of a table as a spreadsheet reads them. */
export function cellsOf(table: string, delimiter: string): string[] {
  const cells: string[] = [];
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"\\r\\n${delimiter}]*))(?:${delimiter}|\\r?\\n|\\r|$)`,
    'gy',
  );
  for (const [, quoted, plain] of table.replace('\ufeff', '').matchAll(cell)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  }
  return cells;
}
