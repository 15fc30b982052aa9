import { type Language, LANGUAGES, words } from '#platform/i18n.ts';
import { NODE_KINDS } from './contract.ts';

/** The columns of a file of nodes, in their order. */
export const COLUMNS = [
  'code',
  'parent',
  'kind',
  'nameFi',
  'nameSv',
  'nameEn',
  'oid',
  'sensitive',
  'closed',
  'successor',
] as const;

/** A column of a file of nodes. */
export type ColumnKey = (typeof COLUMNS)[number];

/** The head of a column. */
export const headOf = (column: ColumnKey, language: Language): string =>
  words(language)(`organisation:table.column.${column}`);

// Letters and figures alone, so that "Nimi (suomi)", "nimi_suomi" and "NIMI SUOMI" are the same.
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

const HEADS = new Map<string, ColumnKey>(
  COLUMNS.flatMap((column) =>
    [column, ...LANGUAGES.map((language) => headOf(column, language))].map(
      (head) => [plain(head), column] as const,
    ),
  ),
);

/** The column that a head names in any of our languages. */
export const findColumn = (head: string): ColumnKey | undefined => HEADS.get(plain(head));

const KINDS = new Map(
  NODE_KINDS.flatMap((kind) =>
    [kind, ...LANGUAGES.map((language) => words(language)(`organisation:kind.${kind}`))].map(
      (word) => [plain(word), kind] as const,
    ),
  ),
);

/** The kind that a cell names in any of our languages. */
export const findKind = (cell: string) => KINDS.get(plain(cell));

const YES = new Set([
  '1',
  'x',
  'true',
  ...LANGUAGES.map((language) => words(language)('organisation:table.yes')),
]);
const NO = new Set([
  '',
  '0',
  'false',
  ...LANGUAGES.map((language) => words(language)('organisation:table.no')),
]);

/** Yes or no, in any of our languages; an empty cell is a no, and undefined means neither. */
export function findFlag(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
